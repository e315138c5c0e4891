import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReplayProgress, replaySample } from '../../scripts/develop/replay-sample.ts';
import { sheetFiles } from '../../scripts/develop/sheet-files.ts';
import type { Ledger } from '../../scripts/ledger/model.ts';
import { openLedger } from '../../scripts/ledger/store.ts';
import { buildFolder } from '../../scripts/website/build-folder.ts';
import type { Instant } from '../../site/shared/time.ts';
import { projectFolder, scratch } from '../command-line.ts';
import { instant, schoolId } from '../world.ts';

const sample = join(projectFolder, 'data', 'sample-care-homes');
const progress: ReplayProgress[] = [];
let ledger: Ledger;
let lastRead: Instant;
let site: string;

/** Replays the sample as `npm start -- --sample care-homes` does, and builds its site. */
beforeAll(async () => {
  const folder = await scratch();
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  lastRead = await replaySample({
    sample,
    dataDir,
    sheetFile: join(folder, 'sheet.csv'),
    now: instant('2025-01-01'),
    onProgress: (step) => progress.push(step),
  });
  // Opening it checks every invariant.
  ledger = await openLedger(dataDir, { notAfter: lastRead, timeZone: 'Europe/London' });
  site = join(folder, 'dist');
  const cards = { wanted: false, folder: join(folder, 'cards') };
  const build = {
    dataDir,
    out: site,
    at: lastRead,
    baseUrl: undefined,
    commit: null,
    version: '0.1.0',
    cards,
  };
  await buildFolder(build, async (_title, action) => action());
});

const home = (id: string) => ledger.schools.get(schoolId(id));
const casesOf = (id: string) => ledger.cases.filter(({ schoolId }) => schoolId === id);
/** The figure of a home on the sheet of an instant, and the sheet's own total. */
async function shown(name: string, at: string): Promise<string | undefined> {
  const sheets = await sheetFiles(join(sample, 'sheets'));
  const sheet = sheets.find((read) => read.at === instant(at))?.sheet ?? '';
  return new RegExp(`^${name},\\d+,(.+)$`, 'm').exec(sheet)?.[1];
}

describe('the sample of care homes', () => {
  it('is labelled as fictional wherever it is described', async () => {
    for (const file of ['README.md', 'district.json']) {
      expect(await readFile(join(sample, file), 'utf8')).toMatch(/fictional|does not exist/);
    }
    expect(await readFile(join(site, 'index.html'), 'utf8')).toContain('(fictional)');
  });

  it('is read to its end, with nothing held that stays held', async () => {
    const reads = (await readdir(join(sample, 'sheets'))).length;
    expect(progress.at(-1)).toMatchObject({ done: reads, of: reads });
    expect(ledger.held).toBeNull();
    expect(ledger.days).toHaveLength(28);
    expect(ledger.updates.filter(({ date }) => date === '2024-12-04')).toHaveLength(2);
  });

  it('has the sheet’s own total on record for each day', async () => {
    for (const day of ledger.days) {
      const at = day.date === '2024-12-04' ? `${day.date}T16:00:00Z` : `${day.date}T10:30:00Z`;
      expect(String(day.districtTotal), day.date).toBe(await shown('All care homes', at));
    }
    expect([...ledger.schools.values()].map(({ name }) => name)).not.toContain('All care homes');
  });

  it('adds up to what the sheet shows of its homes', async () => {
    const sheet = (await sheetFiles(join(sample, 'sheets'))).at(-1)?.sheet ?? '';
    const figures = [...sheet.matchAll(/^(?!All care homes).+,\d+,(\d+)$/gm)].map(([, n]) =>
      Number(n),
    );
    expect(ledger.days.at(-1)?.totalCases).toBe(figures.reduce((sum, n) => sum + n, 0));
  });

  it('makes no figure of a suppressed count, and no news of the first that appears', async () => {
    expect(await shown('The Limes', '2024-12-13T10:30:00Z')).toBe('<5');
    expect(home('the-limes')).toMatchObject({ baselineCases: null });
    expect(casesOf('the-limes')).toEqual([]);
    expect(await shown('Larch Bank', '2024-11-19T10:30:00Z')).toBe('<5');
    expect(await shown('Larch Bank', '2024-11-20T10:30:00Z')).toBe('6');
    expect(home('larch-bank')).toMatchObject({ baselineCases: 6 });
    expect(casesOf('larch-bank')).toEqual([]);
  });

  it('keeps the count of a home that is shown without one for a day', async () => {
    expect(await shown('Quayside', '2024-11-26T10:30:00Z')).toBe('-');
    expect(casesOf('quayside').every(({ newCases }) => newCases > 0)).toBe(true);
  });

  it('has a correction, a new home, and days that were not read', () => {
    expect(casesOf('harbour-view').some(({ newCases }) => newCases < 0)).toBe(true);
    expect(casesOf('weavers-court')[0]).toMatchObject({ date: '2024-11-25', newCases: 6 });
    expect(ledger.days.map(({ date }) => date)).not.toContain('2024-11-28');
  });

  it('notices that the total begins to count something else', async () => {
    const moves = ledger.notices.filter(({ kind }) => kind === 'definition');
    expect(moves.map(({ kind, date, text }) => ({ kind, date, text }))).toEqual([
      { kind: 'definition', date: '2024-12-02', text: 'district_total - places: 5 -> 41' },
    ]);
    const page = await readFile(join(site, 'cases/2024-12-02/index.html'), 'utf8');
    expect(page).toContain('sum of its care homes was +5 and is now +41');
    const front = await readFile(join(site, 'index.html'), 'utf8');
    expect(front).toContain('The sheet’s own total is 413; the care homes add up to 370.');
  });

  it('holds a home that may have been renamed, and knows it after a person said so', () => {
    const held = progress.filter(({ text }) => text.startsWith('2024-12-05: held'));
    expect(held).toHaveLength(1);
    expect(held[0]?.text).toContain('"Millbrook House" (line 10, 25) may be the same place');
    expect(home('mill-lane-house')).toMatchObject({
      name: 'Millbrook House',
      aliases: ['Mill Lane House'],
    });
    expect(ledger.renames).toMatchObject([{ oldName: 'Mill Lane House' }]);
    expect(casesOf('mill-lane-house').find(({ date }) => date === '2024-12-05')?.newCases).toBe(1);
  });

  it('speaks of no school, and of nothing that schools have', async () => {
    const files = await readdir(site, { recursive: true });
    // The page of the data names files and columns, which stay what they are.
    const pages = files.filter((f) => /\.(html|rss)$/.test(f) && !/(^|\/)data\//.test(f));
    expect(pages.length).toBeGreaterThan(100);
    const words = /school|pupil|child|covid|chicago|escuela|alumn/i;
    for (const file of pages) {
      const text = await readFile(join(site, file), 'utf8');
      const said = text.replace(
        /<(link|guid|category|content:encoded)\b.*?<\/\1>|<[^>]*>|https?:\S+/gs,
        ' ',
      );
      expect(words.exec(said)?.[0], file).toBeUndefined();
    }
  });

  it('knows a home whose name is only spelt differently', () => {
    expect(home('st-hildas-court')).toBeDefined();
    expect(ledger.schools.size).toBe(14);
  });
});

describe('sheets kept as files', () => {
  it('are named after an instant', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'latest.csv'), '');
    await expect(sheetFiles(folder)).rejects.toThrow(/"latest.csv" names no instant/);
  });
});
