import { spawn } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishWrite, writeTogether } from '../../scripts/ledger/two-step-write.ts';
import { bytesOf, projectFolder, scratch } from '../command-line.ts';

const BEFORE = { 'a.csv': 'a1\n', 'b.csv': 'b1\n', 'held.json': '{}\n' };
const CHANGE = new Map([
  ['a.csv', 'a1\na2\n'],
  ['c.csv', 'c1\n'],
  ['held.json', null],
]);
const AFTER = { 'a.csv': 'a1\na2\n', 'b.csv': 'b1\n', 'c.csv': 'c1\n' };

async function folder(): Promise<string> {
  const dir = await scratch();
  for (const [name, text] of Object.entries(BEFORE)) await writeFile(join(dir, name), text);
  return dir;
}

/** The folder as a kill leaves it: everything written beside, `decided` or not, some already moved. */
async function killed(
  decided: boolean,
  moved: readonly string[],
  removed: boolean,
): Promise<string> {
  const dir = await folder();
  const side = join(dir, decided ? '.commit' : '.next');
  await mkdir(side);
  for (const [name, text] of CHANGE) if (text !== null) await writeFile(join(side, name), text);
  await writeFile(join(side, '.removed'), 'held.json\n');
  for (const name of moved) await rename(join(side, name), join(dir, name));
  if (removed) await rm(join(dir, 'held.json'));
  return dir;
}

describe('writeTogether', () => {
  it('changes, adds and removes files, and leaves nothing beside them', async () => {
    const dir = await folder();
    await writeTogether(dir, CHANGE);
    expect(await bytesOf(dir)).toEqual(AFTER);
  });

  it('does nothing for no files', async () => {
    const dir = await folder();
    await writeTogether(dir, new Map());
    expect(await bytesOf(dir)).toEqual(BEFORE);
  });
});

describe('finishWrite', () => {
  it.each<[string, boolean, string[], boolean, object]>([
    ['drops what was not committed', false, [], false, BEFORE],
    ['finishes what was just committed', true, [], false, AFTER],
    ['finishes after the first move', true, ['a.csv'], false, AFTER],
    ['finishes after the last move', true, ['a.csv', 'c.csv'], false, AFTER],
    ['finishes after the removals', true, ['a.csv', 'c.csv'], true, AFTER],
  ])('%s', async (_, decided, moved, removed, expected) => {
    const dir = await killed(decided, moved, removed);
    await finishWrite(dir);
    expect(await bytesOf(dir)).toEqual(expected);
    await finishWrite(dir);
    expect(await bytesOf(dir)).toEqual(expected);
  });

  it('ends in one of the two states wherever a process is really killed', async () => {
    const seen = new Set<string>();
    for (let wait = 0; wait < 12; wait += 1) {
      const dir = await folder();
      await killAfter(dir, wait * 2);
      await finishWrite(dir);
      const bytes = JSON.stringify(await bytesOf(dir));
      expect([JSON.stringify(BEFORE), JSON.stringify(AFTER)]).toContain(bytes);
      seen.add(bytes);
    }
    expect(seen.size).toBeGreaterThan(0);
  }, 60_000);
});

/** Starts a process that writes, and kills it some milliseconds after it began to. */
function killAfter(dir: string, milliseconds: number): Promise<void> {
  const module = join(projectFolder, 'scripts', 'ledger', 'two-step-write.ts');
  const code = `const { writeTogether } = await import(${JSON.stringify(module)});
    process.stdout.write('go');
    await writeTogether(${JSON.stringify(dir)}, new Map(${JSON.stringify([...CHANGE])}));`;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: projectFolder,
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.on('close', () => resolve());
  });
}
