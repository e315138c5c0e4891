import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planOf } from '../../../scripts/operate/run/publication.ts';
import { type PublishedRepository, publishedRepository, sheetOf } from './published-repository.ts';

const reads: string[] = [];
const { readFile } = files;
/** Node's own `readFile`, which takes down what is read while a test runs. */
const countedReadFile = (...args: Parameters<typeof readFile>) => {
  reads.push(String(args[0]));
  return readFile(...args);
};
function replaceReadFile(by: unknown): void {
  Object.assign(files, { readFile: by });
  syncBuiltinESMExports();
}

/** How often a file of this name was read, wherever it stands. */
const timesRead = (name: string) => reads.filter((path) => basename(path) === name).length;

let repo: PublishedRepository;
beforeEach(async () => {
  repo = await publishedRepository({ hub: { actionsMayOpenPulls: true } });
  repo.sheet = sheetOf({ 1: 300, 2: 100 });
  await repo.run('2021-03-01');
  reads.length = 0;
  replaceReadFile(countedReadFile);
});
afterEach(() => {
  replaceReadFile(readFile);
  return repo.close();
});

describe('a run', () => {
  it('opens settings and ledger once', async () => {
    repo.sheet = sheetOf({ 1: 301, 2: 100 });
    expect(planOf(await repo.run('2021-03-02'))?.kind).toBe('published');
    expect([timesRead('district.json'), timesRead('schools.csv')]).toEqual([1, 1]);
  });

  it('opens them twice after a lost push, and asks the source once', async () => {
    const person = await repo.clone();
    repo.sheet = sheetOf({ 1: 301, 2: 100 });
    let asked = 0;
    await repo.run('2021-03-02', {
      afterBody: () => {
        asked += 1;
        return person.push('NOTES.md', 'mine\n');
      },
    });
    expect([timesRead('district.json'), timesRead('schools.csv'), asked]).toEqual([2, 2, 1]);
  });

  it('makes a hold’s branch and request without a second read, update or work tree', async () => {
    repo.sheet = sheetOf({ 1: 380, 2: 100 });
    let asked = 0;
    await repo.run('2021-03-02', {
      afterBody: async () => {
        asked += 1;
      },
    });
    expect(repo.hub.pulls.all()).toHaveLength(1);
    expect(repo.git('show', 'held-update:data/cases.csv')).toContain('2021-03-02,1,1,80,380');
    expect([timesRead('district.json'), timesRead('schools.csv'), asked]).toEqual([1, 1, 1]);
  });
});
