import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';
import { knowing, readSheet, refusalOf, type SourceChoices } from './read-sheet.ts';

const fixture = (file: string) => join(projectFolder, 'test/source/sheets', file);

async function sheetOf(lines: readonly string[]): Promise<string> {
  const file = join(await scratch(), 'sheet');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

/** Rows of a number of places, each with what `row` makes of it. */
const rowsOf = (places: number, row: (place: number) => string) =>
  Array.from({ length: places }, (_, place) => row(place));

describe('a sheet that would be misread is refused in the words of what it looks like', () => {
  it.each<[string, string, SourceChoices, string, RegExp]>([
    [
      'a table of places taken for cases: one case for every place, for ever',
      'id-and-total.csv',
      { columns: { id: 'Site ID', name: 'Site' } },
      'ambiguous-rows',
      /column "Cases to date" holds whole numbers.*one case for ever.*"source.columns.counts" to \["Cases to date"\].*"source.rows" to "case"/,
    ],
    [
      'the same, where the settings insist on cases before anything was read',
      'id-and-total.csv',
      { rows: 'case', columns: { id: 'Site ID', name: 'Site' } },
      'misread-rows',
      /one case for ever.*"source.columns.counts".*"source.columns.date"/,
    ],
    [
      'the same with names only',
      'total-last.csv',
      { columns: { name: 'County' } },
      'ambiguous-rows',
      /columns "Confirmed", "Probable" hold whole numbers.*\["Confirmed", "Probable"\]/,
    ],
    [
      'an id that is the case’s',
      'id-of-the-case.csv',
      { columns: { id: 'Case ID', name: 'School' } },
      'misread-rows',
      /"Case ID" looks like the case’s id, not the place’s: 3 rows have 3 ids that never repeat, but 2 names under "School"/,
    ],
    [
      'an id that is an area’s: one id under several names',
      'id-of-the-area.csv',
      { columns: { id: 'District code', name: 'School' } },
      'misread-rows',
      /2 of 2 ids under "District code" go by several names \(7 is "Alder" and "Birch"\)/,
    ],
    [
      'the same in a table of places',
      'two-places-of-one-name.csv',
      { columns: { id: 'County', name: 'School', counts: ['Total'] } },
      'duplicate-schools',
      /The id Brook goes by several names, "All Saints" and "Amity", in lines 3 and 4/,
    ],
    [
      'figures as rows and days as columns',
      'figures-as-rows.csv',
      { columns: { name: 'Measure', counts: 'last date' } },
      'misread-rows',
      /The rows look like figures, not like places: "Cumulative Cases", "Active Cases"/,
    ],
    [
      'averages, which are no running total',
      'averages.json',
      { columns: { name: 'building', counts: ['cases'] } },
      'not-a-running-total',
      /The figures under "cases" are no running totals: 2 of 3 are fractions such as 2\.5/,
    ],
    [
      'a rate in place of the count',
      'codes-with-zeros.csv',
      { columns: { id: 'code', counts: ['per 1000'] } },
      'not-a-running-total',
      /3 of 3 are fractions such as 8\.4.*rates, averages/,
    ],
    [
      'a place on two rows',
      'two-places-of-one-name.csv',
      { columns: { name: 'School', counts: ['Total'] } },
      'duplicate-schools',
      /lists the place "All Saints" twice, in lines 2 and 3.*"source.columns.name", as in \["County", "School"\]/,
    ],
    [
      'days that were not said to be days',
      'totals-by-day.csv',
      { columns: { name: 'School', counts: ['Pupils'] } },
      'duplicate-schools',
      /"source.rows" to "place-and-day" and "source.columns.date" to "Date"/,
    ],
    [
      'new cases by kind of person, taken for running totals',
      'new-by-day.csv',
      { columns: { name: 'where', date: 'date', counts: ['cases'] } },
      'duplicate-schools',
      /"Alder Elementary" twice on one day.*"source.counts" to "new"/,
    ],
    [
      'a renamed count column',
      'titles-above.csv',
      { columns: { name: 'School', counts: ['Pupils', 'Teachers'] } },
      'unknown-columns',
      /The source has the columns "School", "Pupils", "Staff", "Total"\. Expected, for a row per place: "School", "Pupils", "Teachers"/,
    ],
    [
      'JSON whose rows are elsewhere',
      'features.json',
      { columns: { name: 'School', counts: ['Cumulative'] } },
      'bad-json',
      /JSON, but not an array.*"source.path": "features\[\*\]\.attributes"/,
    ],
    [
      'a path that leads nowhere',
      'datastore.json',
      { path: 'result.rows', columns: { name: 'School', counts: ['Total'] } },
      'bad-json',
      /there is no "result\.rows", because "result" has "records": \[…\].*"source.path": "result\.records"/,
    ],
    [
      'a path that leads everywhere',
      'datastore.json',
      { path: '*', columns: { name: 'School', counts: ['Total'] } },
      'unknown-columns',
      /Expected, for a row per place: "School", "Total"/,
    ],
  ])('%s', async (_, file, source, code, said) => {
    const refused = await refusalOf(fixture(file), source);
    expect(refused.code).toBe(code);
    expect(refused.said).toMatch(said);
  });

  it('a sum and its parts in one count, once there are rows enough to see it', async () => {
    const sheet = await sheetOf(['School,Pupils,Staff,Total', 'A,1,2,3', 'B,4,0,4', 'C,0,9,9']);
    const all = { columns: { name: 'School', counts: ['/Pupils|Staff|Total/'] } };
    expect((await refusalOf(sheet, all)).said).toMatch(
      /"Total" is the sum of the other count columns/,
    );
  });
});

describe('rows of cases', () => {
  const list = { rows: 'case', columns: { id: 'ID', name: 'School' } };
  const young = ['ID,School,Age', ...rowsOf(10, (n) => `${n},School ${n},${n % 3}`)];
  const old = ['ID,School,Total', ...rowsOf(30, (n) => `${n},School ${n},${n % 7}`)];

  it('are believed when few places have one each and the settings say so, with a warning', async () => {
    const { counts, snapshot } = await readSheet(await sheetOf(young), list, { known: knowing() });
    expect(Object.keys(counts)).toHaveLength(10);
    expect(snapshot.findings).toMatchObject([{ level: 'warning', code: 'row-per-place' }]);
  });

  it('are not believed when many places have exactly one each', async () => {
    const refused = await refusalOf(await sheetOf(old), list, { known: knowing() });
    expect(refused).toMatchObject({ code: 'misread-rows', exit: 3 });
    expect(refused.said).toMatch(/one case for ever/);
  });

  it('are believed all the same when the settings name the column with their day', async () => {
    const dated = [
      'ID,School,Age,Day',
      ...rowsOf(30, (n) => `${n},School ${n},${n % 7},2021-09-01`),
    ];
    const { counts } = await readSheet(await sheetOf(dated), {
      rows: 'case',
      columns: { ...list.columns, date: 'Day' },
    });
    expect(Object.keys(counts)).toHaveLength(30);
  });

  it.each([
    ['number the cases of the list', (n: number) => `${n % 3},School ${n % 3},${n + 1}`],
    [
      'number the cases of each place',
      (n: number) => `${n % 3},School ${n % 3},${Math.floor(n / 3)}`,
    ],
  ])('may hold whole numbers that %s', async (_, row) => {
    const sheet = await sheetOf(['ID,School,Case', ...rowsOf(9, row)]);
    const { counts } = await readSheet(sheet, { columns: list.columns });
    expect(counts).toEqual({ '0 School 0': 3, '1 School 1': 3, '2 School 2': 3 });
  });

  it('are not guessed when every place stands on as many rows, beside whole numbers', async () => {
    const sheet = await sheetOf([
      'ID,School,Who,Total',
      ...rowsOf(6, (n) => `${n >> 1},School ${n >> 1},${n % 2 ? 'Staff' : 'Pupils'},${n % 4}`),
    ]);
    const refused = await refusalOf(sheet, { columns: list.columns });
    expect(refused.code).toBe('ambiguous-rows');
    expect(refused.said).toMatch(/Every place is on 2 rows, and column "Total"/);
  });

  it('are not guessed when in JSON the columns that should count are gone', async () => {
    const sheet = await sheetOf([
      '[{"ID":1,"School":"A","Sum":4},{"ID":1,"School":"A","Sum":5},',
      '{"ID":2,"School":"B","Sum":4},{"ID":3,"School":"C","Sum":4}]',
    ]);
    const patterned = { columns: { ...list.columns, counts: ['/^Total/'] } };
    const refused = await refusalOf(sheet, patterned);
    expect(refused.code).toBe('ambiguous-rows');
    expect(refused.said).toMatch(/No column fits "source.columns.counts", and column "Sum"/);
  });

  it('may show a place under its new name from some row on', async () => {
    const rows = rowsOf(20, (n) => `${n % 10},School ${n % 10}`);
    const sheet = await sheetOf(['ID,School', ...rows, '3,Renamed School']);
    const { counts, snapshot } = await readSheet(sheet, list);
    expect(counts['3 Renamed School']).toBe(3);
    expect(snapshot.findings.map(({ code }) => code)).toEqual(['id-with-several-names']);
  });

  it('are refused when names repeat and ids do not, but for a slip', async () => {
    const rows = rowsOf(400, (n) => `${n},School ${n % 40}`);
    const refused = await refusalOf(await sheetOf(['ID,School', ...rows, '7,School 7']), list);
    expect(refused.said).toMatch(/"ID" looks like the case’s id/);
  });
});

describe('figures by day', () => {
  const days = ['2021-09-01', '2021-09-02', '2021-09-03', '2021-09-04', '2021-09-05', '2021-09-06'];
  const growing = [1, 3, 4, 8, 9, 12];
  const hopping = [4, 1, 3, 0, 5, 2];
  const wide = (figures: readonly number[]) => [
    `School,${days.join(',')}`,
    ...['Alder', 'Birch', 'Cedar'].map((name) => `${name},${figures.join(',')}`),
  ];
  const long = (figures: readonly number[]) => [
    'School,Day,Cases',
    ...['Alder', 'Birch', 'Cedar'].flatMap((name) =>
      figures.map((figure, index) => `${name},${days[index]},${figure}`),
    ),
  ];
  const turned = (figures: readonly number[]) => [
    'Day,Alder,Birch,Cedar',
    ...figures.map((figure, index) => `${days[index]},${figure},${figure},${figure}`),
  ];
  const byRow = { name: 'School', date: 'Day', counts: ['Cases'] };
  const byColumn = { date: 'Day', counts: ['/Alder|Birch|Cedar/'] };

  it.each<[string, readonly string[], SourceChoices, string, RegExp]>([
    [
      'new cases as columns, taken for running totals',
      wide(hopping),
      { columns: { name: 'School', counts: 'last date' } },
      'not-a-running-total',
      /they fall 9 times and rise 6 times.*"source.columns.counts" to "every date"/,
    ],
    [
      'running totals as columns, taken for new cases',
      wide(growing),
      { columns: { name: 'School', counts: 'every date' } },
      'misread-rows',
      /look like running totals.*count every case again.*"last date"/,
    ],
    [
      'new cases as rows, taken for running totals',
      long(hopping),
      { columns: byRow },
      'not-a-running-total',
      /"source.counts" to "new"/,
    ],
    [
      'running totals as rows, taken for new cases',
      long(growing),
      { counts: 'new', columns: byRow },
      'misread-rows',
      /"source.counts" to "cumulative"/,
    ],
    [
      'new cases with places as columns, taken for running totals',
      turned(hopping),
      { columns: byColumn },
      'not-a-running-total',
      /"source.counts" to "new"/,
    ],
    [
      'running totals with places as columns, taken for new cases',
      turned(growing),
      { counts: 'new', columns: byColumn },
      'misread-rows',
      /"source.counts" to "cumulative"/,
    ],
  ])('are refused: %s', async (_, lines, source, code, said) => {
    const refused = await refusalOf(await sheetOf(lines), source);
    expect(refused.code).toBe(code);
    expect(refused.said).toMatch(said);
  });

  it('may fall now and then: a running total has corrections', async () => {
    const corrected = [1, 3, 2, 8, 9, 12];
    const { counts } = await readSheet(await sheetOf(long(corrected)), { columns: byRow });
    expect(counts).toEqual({ Alder: 12, Birch: 12, Cedar: 12 });
  });

  it('are held without a day, row by row', async () => {
    const sheet = await sheetOf([...long(hopping), 'Alder,soon,3', 'Total,,45']);
    const { unreadable, counts, noPlaces } = await readSheet(sheet, {
      counts: 'new',
      columns: byRow,
    });
    expect(unreadable).toEqual(['20 Day: soon']);
    expect(counts).toEqual({ Alder: 15, Birch: 15, Cedar: 15 });
    expect(noPlaces).toEqual(['total Total']);
  });

  it('are refused when nobody can tell the month from the day and the newest depends on it', async () => {
    const sheet = await sheetOf([
      'School,Day,Cases',
      'Alder,1/2/2021,4',
      'Alder,2/1/2021,5',
      'Alder,1/3/2021,3',
    ]);
    const refused = await refusalOf(sheet, { columns: byRow });
    expect(refused).toMatchObject({ code: 'ambiguous-rows' });
    expect(refused.said).toMatch(/"1\/2\/2021": it is not clear which number is the month/);
  });
});
