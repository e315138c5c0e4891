import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { bytesOf, command, projectFolder, scratch } from '../command-line.ts';
import { hasSharedData, readShared, sharedFile, sheetDates } from '../shared-data.ts';
import { updateOnce } from '../update-once.ts';
import { instant } from '../world.ts';

type Table = readonly (readonly string[])[];
const tableOf = (text: string): Table => parse(text, { relax_column_count: true });

/** A data folder with Chicago's settings alone: an empty ledger. */
async function emptyLedger(): Promise<string> {
  const data = join(await scratch(), 'data');
  await mkdir(data);
  await cp(join(projectFolder, 'test', 'chicago', 'district.json'), join(data, 'district.json'));
  return data;
}

async function imported(file: string): Promise<string> {
  const data = await emptyLedger();
  const run = await command('import', [sharedFile(`history/${file}`), '--data', data]);
  expect(run, run.out).toMatchObject({ exit: 0 });
  return data;
}

async function update(data: string, sheet: string, at: string): Promise<void> {
  const run = await command('update', ['--data', data, '--source', sheet, '--at', at]);
  expect(run.exit, run.out).toBe(0);
}

/** The same without a process of its own: the command line is shown by the others. */
async function updateHere(data: string, sheet: string, at: string): Promise<void> {
  const request = {
    dataDir: data,
    source: sheet,
    at: instant(at),
    now: instant('2026-01-01'),
    accept: undefined,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
  };
  const report = await updateOnce(request);
  expect(report).toMatchObject({ exit: 0 });
}

async function built(data: string, at: string): Promise<string> {
  const out = join(await scratch(), 'dist');
  const run = await command('build', ['--data', data, '--out', out, '--at', at, '--no-cards']);
  expect(run.exit, run.out).toBe(0);
  return out;
}

/** The sheet as it stood when half of a day's new rows had been entered. */
function halfway(before: string, after: string): string {
  const known = new Map<string, number>();
  const rows = after.split('\n');
  for (const row of before.split('\n')) known.set(idOf(row), (known.get(idOf(row)) ?? 0) + 1);
  let fresh = 0;
  return rows
    .filter((row) => {
      const left = known.get(idOf(row)) ?? 0;
      known.set(idOf(row), left - 1);
      if (left > 0) return true;
      fresh += 1;
      return fresh % 2 === 0;
    })
    .join('\n');
}
const idOf = (row: string) => row.split(',')[1] ?? '';

/** School name → column → cell. */
function cells(table: Table): Map<string, Map<string, string>> {
  const [header = [], ...rows] = table;
  return new Map(
    rows.map((row) => [row[0] ?? '', new Map(header.map((name, i) => [name, row[i] ?? '']))]),
  );
}

const days = (hasSharedData ? sheetDates('line-list') : []).filter((date) => date >= '2021-02-10');
const sheet = (date: string) => sharedFile(`sheets/line-list/${date}.csv`);

const replays: Record<string, (data: string, date: string, before: string) => Promise<void>> = {
  'once a day': async (data, date) => update(data, sheet(date), `${date}T12:00:00-06:00`),
  'in two updates a day': async (data, date, before) => {
    const half = join(await scratch(), 'half.csv');
    const text = halfway(
      readShared(`sheets/line-list/${before}.csv`),
      readShared(`sheets/line-list/${date}.csv`),
    );
    await writeFile(half, text);
    await updateHere(data, half, `${date}T10:00:00-06:00`);
    await updateHere(data, sheet(date), `${date}T12:00:00-06:00`);
  },
  'with each sheet read twice': async (data, date) => {
    await updateHere(data, sheet(date), `${date}T12:00:00-06:00`);
    const once = await bytesOf(data);
    await updateHere(data, sheet(date), `${date}T12:00:00-06:00`);
    expect(await bytesOf(data)).toEqual(once);
  },
};

describe.skipIf(!hasSharedData)('replaying February 2021 on the imported history', () => {
  it.concurrent.each(Object.keys(replays))(
    '%s gives the district’s own history, cell for cell',
    async (way) => {
      const data = await imported('2021-02-09-wide.csv');
      let before = '2021-02-09';
      let committed = { cases: '', updates: '' };
      for (const date of days) {
        await replays[way]?.(data, date, before);
        before = date;
        const now = {
          cases: await readFile(join(data, 'cases.csv'), 'utf8'),
          updates: await readFile(join(data, 'updates.csv'), 'utf8').catch(() => ''),
        };
        expect(now.cases.startsWith(committed.cases), `cases.csv of ${date}`).toBe(true);
        expect(now.updates.startsWith(committed.updates), `updates.csv of ${date}`).toBe(true);
        committed = now;
      }
      const dist = await built(data, '2021-02-28T18:00:00Z');

      const ours = cells(tableOf(await readFile(join(dist, 'data/allCpsCovidData.csv'), 'utf8')));
      const theirs = cells(tableOf(readShared('history/2021-02-27-wide.csv')));
      const differing: string[] = [];
      for (const [school, row] of theirs) {
        for (const [column, cell] of row) {
          if (column !== 'gTotal' && !/^\d{8}$/.test(column)) continue;
          // The sheet's labels differ in case and HS/ES only, so the history's stay.
          const found = ours.get(school)?.get(column);
          if (found !== cell) differing.push(`${school} ${column}: ${found} for ${cell}`);
        }
      }
      expect(theirs.size).toBe(518);
      expect(ours.size).toBe(518);
      expect(differing).toEqual([]);

      const totals = tableOf(await readFile(join(dist, 'data/CPStotals.csv'), 'utf8'));
      const official = new Map(
        tableOf(readShared('history/2021-02-27-totals.csv')).map((row) => [
          row[0],
          row.slice(0, 3),
        ]),
      );
      expect(totals.length).toBe(89);
      for (const row of totals) expect(row.slice(0, 3)).toEqual(official.get(row[0]));

      const wide = tableOf(await readFile(join(dist, 'data/allCpsCovidData.csv'), 'utf8'));
      const turned = tableOf(await readFile(join(dist, 'data/newFormatTest.csv'), 'utf8'));
      expect(turned).toEqual(wide[0]?.map((_, column) => wide.map((row) => row[column])));
    },
  );
});

describe.skipIf(!hasSharedData)('quarter totals of January 2021, by name', () => {
  const dates = hasSharedData ? sheetDates('quarter-totals') : [];
  const quarters = (date: string) => sharedFile(`sheets/quarter-totals/${date}.csv`);

  it('from an empty ledger, give every day column of the history, its −1 included', async () => {
    const data = await emptyLedger();
    for (const date of dates) await update(data, quarters(date), `${date}T12:00:00-06:00`);

    const dayLines = tableOf(await readFile(join(data, 'days.csv'), 'utf8'));
    expect(dayLines[1]?.slice(0, 1).concat(dayLines[1].slice(2, 4))).toEqual([
      '2021-01-15',
      '0',
      '745',
    ]);
    const dist = await built(data, '2021-01-21T18:00:00Z');
    const ours = cells(tableOf(await readFile(join(dist, 'data/allCpsCovidData.csv'), 'utf8')));
    const theirs = cells(tableOf(readShared('history/2021-01-20-quarters.csv')));
    const byId = new Map([...ours].map(([name, row]) => [normal(name), row]));
    for (const [school, row] of theirs) {
      for (const column of ['20210116', '20210117', '20210118', '20210119', '20210120']) {
        const found = byId.get(normal(school))?.get(column);
        expect(found, `${school} ${column}`).toBe(row.get(column));
      }
    }
    expect(theirs.get('NORTHSIDE LEARNING HIGH SCHOOL')?.get('20210119')).toBe('-1');
  });

  it('imported, keep every day and the total, and the sheet of the last day changes nothing', async () => {
    const data = await imported('2021-01-20-quarters.csv');
    const before = await bytesOf(data);
    const total = tableOf(await readFile(join(data, 'days.csv'), 'utf8')).at(-1)?.[3];
    expect(total).toBe('772');
    await update(data, quarters('2021-01-20'), '2021-01-20T12:00:00-06:00');
    expect(await bytesOf(data)).toEqual(before);
  });
});

const normal = (name: string) =>
  name
    .toLowerCase()
    .replace(/high school/, 'hs')
    .replace(/elementary school/, 'es');
