import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextSteps } from '../../../scripts/maintain/setup/next-steps.ts';
import { command, scratch } from '../../command-line.ts';
import { gitIn } from '../../workflows/git-in.ts';
import { type SheetServer, sheetServer } from './set-up.ts';

const REPOSITORY = 'https://github.com/me/tracker';

describe('nextSteps', () => {
  it('commits what was changed, and nothing else', () => {
    const said = nextSteps({
      dir: 'data',
      repository: REPOSITORY,
      workflow: '.github/workflows/update.yml',
      others: ['.github/dependabot.yml', 'README.md'],
      hasCommitter: true,
    });
    expect(said).toContain(
      '\n4. git add data .github/workflows/update.yml .github/dependabot.yml README.md && git commit',
    );
  });
});

describe('npm run init on a machine', () => {
  let sheets: SheetServer;
  let folder: string;
  beforeAll(async () => {
    folder = await scratch();
    gitIn(folder)('init', '--quiet');
    writeFileSync(join(folder, 'table.csv'), 'School,Cases\nAlder,12\nBirch,30\n');
    sheets = await sheetServer((file) => join(folder, file));
  });
  afterAll(() => sheets.close());

  it.each([
    ['whose git knows nobody', '[user]\n\tuseConfigOnly = true\n', true],
    ['whose git knows its person', '[user]\n\tname = A\n\temail = a@example.org\n', false],
  ])('%s', async (_, config, asks) => {
    const file = join(await scratch(), 'gitconfig');
    writeFileSync(file, config);
    const { exit, out } = await command(
      'init',
      [
        `--data=${join(await scratch(), 'data')}`,
        ...['--yes', '--name=X', `--repository=${REPOSITORY}`],
        ...[`--sheet=${sheets.address('table.csv')}`, '--time-zone=UTC'],
      ],
      {
        TRACKER_ALLOW_HOSTS: new URL(sheets.address('')).host,
        GIT_CONFIG_GLOBAL: file,
        GIT_CONFIG_SYSTEM: '/dev/null',
        // This checkout may have a name of its own.
        GIT_DIR: join(folder, '.git'),
      },
    );
    expect(exit, out).toBe(0);
    expect(out.includes('git config --global user.name')).toBe(asks);
    expect(out).toContain('git commit');
  });
});
