import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './command/main.ts';
import { gitIn } from './github/git.ts';
import { originalOf } from './maintain/upgrade/original.ts';
import { upgradeProgram } from './maintain/upgrade/upgrade-program.ts';

/** What the merged program has to do before it is committed: its tests, and this copy's own site. */
const TESTS = [
  ['ci'],
  ['test', '--', '--unit'],
  ['run', 'build', '--', '--no-cards', '--out', join(tmpdir(), `tracker-upgrade-${process.pid}`)],
];

await main('upgrade', async ({ args, report }) => {
  const folder = process.cwd();
  await upgradeProgram({
    git: gitIn(folder),
    folder,
    from: args.text('from') ?? originalOf(await readFile(join(folder, 'package.json'), 'utf8')),
    base: args.text('base'),
    test: async () =>
      TESTS.every((words) => spawnSync('npm', words, { stdio: 'inherit' }).status === 0),
    say: report.say,
  });
  return undefined;
});
