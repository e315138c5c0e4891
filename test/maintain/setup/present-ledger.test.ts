import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isForeign } from '../../../scripts/maintain/setup/present-ledger.ts';
import { parseSettings } from '../../../scripts/settings/load-settings.ts';
import { bytesOf, projectFolder, scratch } from '../../command-line.ts';
import { initialised, type SheetServer, sheetServer, totals, updated } from './set-up.ts';

const theirs = { days: 12, repository: 'https://github.com/example/tracker' };

describe('a ledger', () => {
  it.each([
    ['git@github.com:me/tracker.git', true],
    ['https://github.com/example/other.git', true],
    ['https://github.com/example/tracker', false],
    ['https://github.com/Example/Tracker.git', false],
    ['git@github.com:example/tracker.git', false],
    ['ssh://git@github.com/example/tracker/', false],
    ['', false],
  ])('is somebody else’s in a checkout of %s: %s', (origin, expected) => {
    expect(isForeign(theirs, origin)).toBe(expected);
  });

  it('without a day on record, or without a repository, is nobody else’s', () => {
    const origin = 'https://github.com/me/tracker';
    expect(isForeign({ ...theirs, days: 0 }, origin)).toBe(false);
    expect(isForeign({ days: 12, repository: undefined }, origin)).toBe(false);
  });
});

describe('npm run init, in a folder with a ledger', () => {
  let server: SheetServer;
  let dir = '';
  beforeAll(async () => {
    server = await sheetServer((file) => join(projectFolder, 'test/source/sheets', file));
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    dir = join(await scratch(), 'data');
    await initialised(dir, ['--sheet', server.address('titles-above.csv')]);
    await updated(dir);
  });
  const again = (options: Parameters<typeof initialised>[2]) =>
    initialised(
      dir,
      ['--sheet', server.address('tabs.tsv'), '--repository', 'https://github.com/me/copy'],
      options,
    );

  it('replaces somebody else’s, and says so before it reads anything', async () => {
    const said = await again({ origin: 'https://github.com/me/copy.git' });
    expect(said).toMatch(
      /^The ledger in .* is that of https:\/\/github.com\/example\/tracker, and this checkout comes from https:\/\/github.com\/me\/copy\.git: it will be replaced .*\nReading /,
    );
    expect(await totals(dir)).toEqual({});
    const settings = parseSettings(await readFile(join(dir, 'district.json'), 'utf8'));
    expect(settings.repository).toBe('https://github.com/me/copy');
    expect((await updated(dir)).baseline).toBe(true);
  });

  it('replaces it also when nobody can read its settings any more', async () => {
    const old = {
      repository: 'https://github.com/example/tracker',
      columns: 'of the first version',
    };
    await writeFile(join(dir, 'district.json'), JSON.stringify(old));
    await again({ origin: 'git@github.com:me/copy.git' });
    expect(await totals(dir)).toEqual({});
  });

  it.each([
    ['one’s own', 'https://github.com/example/tracker.git'],
    ['one that nobody knows whose it is', ''],
  ])('refuses %s before anything is asked or read, and changes not a byte', async (_, origin) => {
    const before = await bytesOf(dir);
    server.show('nothing', 'tabs.tsv');
    await expect(again({ origin })).rejects.toMatchObject({
      code: 'ledger-not-empty',
      exit: 2,
      advice: expect.stringContaining('--force'),
    });
    server.show('tabs.tsv', 'tabs.tsv');
    expect(await bytesOf(dir)).toEqual(before);
  });

  it('refuses one’s own under the former name of a repository that was renamed', async () => {
    const origin = 'git@github.com:me/copy.git';
    const renamed = again({ origin, renamedTo: 'https://github.com/Me/copy' });
    await expect(renamed).rejects.toMatchObject({ code: 'ledger-not-empty' });
    await again({ origin, renamedTo: 'https://github.com/example/tracker' });
    expect(await totals(dir)).toEqual({});
  });

  it('replaces one’s own on request', async () => {
    await again({ origin: 'https://github.com/example/tracker.git', force: true });
    expect(await totals(dir)).toEqual({});
  });

  it('writes nothing when the workflow beside it is broken', async () => {
    const project = await scratch();
    await cp(dir, join(project, 'data'), { recursive: true });
    await cp(join(projectFolder, '.github'), join(project, '.github'), { recursive: true });
    await writeFile(join(project, '.github/workflows/update.yml'), 'on: push\n');
    dir = join(project, 'data');
    const before = await bytesOf(project);
    await expect(again({ force: true })).rejects.toMatchObject({ code: 'no-schedule', exit: 2 });
    expect(await bytesOf(project)).toEqual(before);
  });
});
