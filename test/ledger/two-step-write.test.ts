import { spawn } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
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

  it('ends in one of the two states at whichever call to the disk a process is killed', async () => {
    const module = await compiled();
    const seen: string[] = [];
    for (let calls = 0, isKilled = true; isKilled; calls += 1) {
      const dir = await folder();
      isKilled = await killedAtCall(module, dir, calls);
      await finishWrite(dir);
      const bytes = JSON.stringify(await bytesOf(dir));
      seen.push(bytes === JSON.stringify(BEFORE) ? 'before' : bytes);
    }
    const decided = seen.indexOf(JSON.stringify(AFTER));
    expect(decided).toBeGreaterThan(2);
    expect(seen.length).toBeGreaterThan(decided + 2);
    expect(new Set(seen.slice(0, decided))).toEqual(new Set(['before']));
    expect(new Set(seen.slice(decided))).toEqual(new Set([JSON.stringify(AFTER)]));
  });
});

/** The module as plain Node runs it, so that a process is started quickly. */
async function compiled(): Promise<string> {
  const outfile = join(await scratch(), 'two-step-write.mjs');
  const module = join(projectFolder, 'scripts', 'ledger', 'two-step-write.ts');
  await build({ entryPoints: [module], outfile, bundle: true, format: 'esm', platform: 'node' });
  return outfile;
}

/**
 * Starts a process that writes, and is killed instead of its n-th call to the disk.
 *
 * @returns whether it was; no more calls: it came to its end
 */
function killedAtCall(module: string, dir: string, calls: number): Promise<boolean> {
  const code = `
    import { promises } from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { writeTogether } = await import(${JSON.stringify(module)});
    let left = ${calls};
    for (const [name, call] of Object.entries(promises).filter(([, each]) => typeof each === 'function')) {
      promises[name] = (...given) => {
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        left -= 1;
        return call(...given);
      };
    }
    syncBuiltinESMExports();
    await writeTogether(${JSON.stringify(dir)}, new Map(${JSON.stringify([...CHANGE])}));`;
  return new Promise((resolve, fail) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(signal === 'SIGKILL');
      else fail(new Error(`the writing process ended with ${code}`));
    });
  });
}
