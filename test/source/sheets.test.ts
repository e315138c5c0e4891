import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';
import {
  knowing,
  readSheet,
  refusalOf,
  type SheetReading,
  type SourceChoices,
} from './read-sheet.ts';

const fixture = (file: string) => join(projectFolder, 'test/source/sheets', file);

/** A sheet with these lines, in a file of its own. */
async function sheetOf(text: string): Promise<string> {
  const file = join(await scratch(), 'sheet');
  await writeFile(file, text);
  return file;
}

describe('a list of cases known by name', () => {
  const LIST = 'School,Reported\nAlder,2021-03-01\nBirch,2021-03-02\nAlder,2021-03-02\n';
  const choices = { rows: 'case', columns: { id: null, name: 'School' } };

  it.each([
    ['takes a footer for no place', `${LIST}Updated weekly.,\n`, ['note Updated weekly.'], 2],
    ['takes a place of the list for one, whatever stands beside it', `${LIST}Birch,\n`, [], 2],
    ['asks nothing of rows above others', LIST.replace('2021-03-01', ''), [], 2],
    ['asks nothing where names are all there is', 'School\nAlder\nBirch\n', [], 2],
  ])('%s', async (_, text, noPlaces, places) => {
    const reading = await readSheet(await sheetOf(text), choices);
    expect(reading.noPlaces).toEqual(noPlaces);
    expect(Object.keys(reading.counts)).toHaveLength(places);
  });

  it('counts a place that the ledger knows, though its row says nothing else', async () => {
    const sheet = await sheetOf(`${LIST}Cedar,\n`);
    const reading = await readSheet(sheet, choices, { known: knowing('cedar') });
    expect(reading.counts).toMatchObject({ Cedar: 1 });
  });
});

describe('a sheet is read right', () => {
  it.each<[string, string, SourceChoices, Partial<SheetReading>]>([
    [
      'id, name and count',
      'id-and-total.csv',
      { columns: { id: 'Site ID', name: 'Site', counts: ['Cases to date'] } },
      { counts: { '201 Alder Grove': 14, '202 Birch Hollow': 5, '203 Cedar Bend': 0 } },
    ],
    [
      'ids with leading zeros, and a rate beside the count',
      'codes-with-zeros.csv',
      { columns: { id: 'code', name: 'municipality', counts: ['positives'] } },
      { counts: { '004 Sant Àlber': 21, '012 Vilanòva': 3, '118 Puig/Serra': 9 } },
    ],
    [
      'words in place of counts',
      'words-for-counts.csv',
      {
        columns: { name: 'Care home', counts: ['Residents'] },
        cells: { zero: ['no cases reported'] },
      },
      {
        counts: { 'Aspen House': 23, 'Daisy House': 0, 'Grove House': 0 },
        notReported: {
          'Beech House': '–',
          'Clover House': 'n/a',
          'Elm House': '<5',
          'Fern House': '10+',
        },
      },
    ],
    [
      'the district’s total above the places',
      'total-first.csv',
      { columns: { name: 'Campus', counts: ['Cumulative'] } },
      { counts: { Alder: 31, Birch: 12 }, noPlaces: ['total District'], districtTotal: 412 },
    ],
    [
      'a total below the places, two count columns',
      'total-last.csv',
      { columns: { name: 'County', counts: ['Confirmed', 'Probable'] } },
      {
        counts: { Ash: 24, Brook: 11, Clay: 10 },
        noPlaces: ['total All counties'],
        districtTotal: 45,
      },
    ],
    [
      'a total that only its sum shows',
      'total-by-sum.csv',
      { columns: { name: 'County', counts: ['Confirmed', 'Probable'] } },
      {
        counts: { Ash: 24, Brook: 12, Clay: 10 },
        noPlaces: ['total Republic of Fernland'],
        districtTotal: 46,
      },
    ],
    [
      'totals of parts',
      'subtotals.csv',
      { columns: { name: 'School', counts: ['Students'] } },
      {
        counts: { 'Alder Elementary': 4, 'Birch Elementary': 6, 'Cedar High': 5, 'Dune High': 9 },
        noPlaces: ['subtotal Elementary total', 'subtotal High school total', 'total Total'],
        districtTotal: 24,
      },
    ],
    [
      'headings and notes',
      'notes-below.csv',
      { columns: { name: 'School', counts: ['Total'] } },
      {
        counts: { Alder: 12, Birch: 6 },
        noPlaces: [
          'note Elementary schools',
          'note * Fewer than five are not shown',
          'note Updated September 14',
          'note Source: Health Department',
        ],
      },
    ],
    [
      'titles above the header',
      'titles-above.csv',
      { columns: { name: 'School', counts: ['Pupils', 'Staff'] } },
      { counts: { Alder: 12, Birch: 6 } },
    ],
    [
      'a second header row that refines the first',
      'two-header-rows.csv',
      { columns: { name: 'Place', counts: ['/^\\w+ 2021 (Residents|Staff)$/'] } },
      { counts: { 'Aspen House': 6, 'Beech House': 5 } },
    ],
    [
      'one heading of a second header row',
      'two-header-rows.csv',
      { columns: { name: 'Place', counts: ['September 2021'] } },
      { counts: { 'Aspen House': 4, 'Beech House': 0 } },
    ],
    [
      'a second header row that repeats the first',
      'second-header-repeats.csv',
      { columns: { name: 'Place', counts: ['Total'] } },
      { counts: { 'Aspen House': 3, 'Beech House': 8 } },
    ],
    [
      'tabs, and a comma in a name',
      'tabs.tsv',
      { columns: { name: 'School', counts: ['Total'] } },
      { counts: { 'Alder, the old': 12, Birch: 6 } },
    ],
    [
      'semicolons, a byte order mark and points between thousands',
      'semicolons.csv',
      { columns: { id: 'Kennzahl', name: 'Bezirk', counts: ['Fälle'] } },
      { counts: { '301 Anger (Stadt)': 1518, '302 Bühel': 60, '303 Cham-Umgebung': 12258 } },
    ],
    [
      'Windows-1252',
      'windows-1252.csv',
      { columns: { name: 'Escola', counts: ['Total'] } },
      { counts: { 'São João': 12, Coração: 7 } },
    ],
    [
      'one name at two places',
      'two-places-of-one-name.csv',
      { columns: { name: ['County', 'School'], counts: ['Total'] } },
      { counts: { 'Ash, All Saints': 4, 'Brook, All Saints': 9, 'Brook, Amity': 2 } },
    ],
    [
      'a column a day, of which the newest with figures counts',
      'newest-column.csv',
      { columns: { name: 'School', counts: 'last date' } },
      { counts: { Alder: 12, Birch: 6 } },
    ],
    [
      'a column a day of new cases',
      'columns-of-new-cases.csv',
      { columns: { name: 'Commune', counts: 'every date' } },
      { counts: { Alizay: 5, Brionne: 1 } },
    ],
    [
      'a column a place, and a column with their total',
      'places-as-columns.csv',
      { columns: { date: 'day', counts: ['/^region\\./'] }, totalRow: ['region.total'] },
      { counts: { 'region.north': 775, 'region.south': 6301 }, districtTotal: 7076 },
    ],
    [
      'new cases by place, day and kind of person',
      'new-by-day.csv',
      { counts: 'new', columns: { name: 'where', date: 'date', counts: ['cases'] } },
      { counts: { 'Alder Elementary': 4, 'Birch High': 2 } },
    ],
    [
      'running totals by place and day, the district’s own among them',
      'totals-by-day.csv',
      { columns: { name: 'School', date: 'Date', counts: ['Staff', 'Pupils'] } },
      {
        counts: { 'Alder Elementary': 4, 'Birch High': 2 },
        noPlaces: ['total Ferndale County Schools'],
        districtTotal: 192,
      },
    ],
    [
      'a row a case, places by name',
      'cases-by-name.csv',
      { columns: { name: 'Neighbourhood' } },
      { counts: { 'Alder Park': 2, 'Birch Hill - East': 1 } },
    ],
    [
      'a row a case with an id that is the case’s',
      'id-of-the-case.csv',
      { columns: { name: 'School' } },
      { counts: { Alder: 2, Birch: 1 } },
    ],
    [
      'JSON with numbers as text, and a place without a count',
      'records.json',
      { columns: { id: 'school_code', name: 'school', counts: ['total'] } },
      { counts: { '301 Alder': 1206, '302 Birch': 6 }, notReported: { '303 Cedar': '' } },
    ],
    [
      'JSON as ArcGIS dresses it',
      'features.json',
      { path: 'features[*].attributes', columns: { name: 'School', counts: ['Cumulative'] } },
      { counts: { Alder: 12, Birch: 6 } },
    ],
    [
      'JSON as CKAN dresses it',
      'datastore.json',
      { path: 'result.records', columns: { name: 'School', counts: ['Total'] } },
      { counts: { Alder: 12, Birch: 6 } },
    ],
    [
      'JSON keyed by place, whatever a place is called',
      'keyed-by-place.json',
      { path: 'counties.*', columns: { name: '*', counts: ['cases'] } },
      {
        counts: Object.fromEntries([
          ['Ash', 12],
          ['Brook', 6],
          ['__proto__', 3],
        ]),
      },
    ],
    [
      'JSON with a number for each place',
      'numbers-by-place.json',
      { path: '*', columns: { name: '*', counts: ['value'] } },
      { counts: { Ash: 12, Brook: 6 } },
    ],
    [
      'JSON with rows of cells',
      'rows-of-cells.json',
      { path: 'values', columns: { name: 'School', counts: ['Total'] } },
      { counts: { Alder: 12, Birch: 6 } },
    ],
  ])('%s', async (_, file, source, expected) => {
    const reading = await readSheet(fixture(file), source);
    expect(reading.unreadable).toEqual([]);
    expect({ ...reading, ...expected }).toEqual(reading);
    expect(Object.keys(reading.counts)).toEqual(Object.keys(expected.counts ?? {}));
  });

  it('and says so when it is not UTF-8', async () => {
    const reading = await readSheet(fixture('windows-1252.csv'), {
      columns: { name: 'Escola', counts: ['Total'] },
    });
    expect(reading.snapshot.findings.map(({ code }) => code)).toEqual(['windows-1252']);
  });
});

describe('what may be a place or not', () => {
  const table = { columns: { name: 'School', counts: ['Total'] } };

  it('is a place without a figure when the ledger knows it, and a note when it does not', async () => {
    const sheet = await sheetOf('School,Total\nAlder,12\nBirch,\n');
    const known = await readSheet(sheet, table, { known: knowing('alder', 'birch') });
    expect(known.notReported).toEqual({ Birch: '' });
    expect(known.noPlaces).toEqual([]);
    const unknown = await readSheet(sheet, table, { known: knowing('alder') });
    expect(unknown.notReported).toEqual({});
    expect(unknown.noPlaces).toEqual(['note Birch']);
  });

  it('is a place, though it has as many cases as all others, when the ledger knows it', async () => {
    const sheet = await sheetOf(
      'School,Total\nAlder,15\nBirch,6\nCedar,5\nDune,1\nElm,2\nFern,1\n',
    );
    const known = await readSheet(sheet, table, { known: knowing('alder', 'birch', 'cedar') });
    expect(known.counts).toMatchObject({ Alder: 15, Fern: 1 });
    const unknown = await readSheet(sheet, table, { known: knowing('birch', 'cedar', 'dune') });
    expect(unknown.noPlaces).toEqual(['total Alder']);
    const few = await sheetOf('School,Total\nAlder,12\nBirch,6\nCedar,5\nDune,1\n');
    const asked = await refusalOf(few, table, { known: knowing('birch', 'cedar', 'dune') });
    expect(asked.code).toBe('ambiguous-rows');
  });

  it('is asked about when nothing is known yet and nothing but a sum speaks for it', async () => {
    const sheet = await sheetOf('School,Total\nAlder,12\nBirch,6\nCedar,6\n');
    expect(await refusalOf(sheet, table)).toMatchObject({
      code: 'ambiguous-rows',
      said: expect.stringMatching(
        /Line 2, "Alder", shows 12.*"source.totalRow" to \["Alder"\].*\[\]/,
      ),
    });
    const place = await readSheet(sheet, { ...table, totalRow: [] });
    expect(place.counts).toEqual({ Alder: 12, Birch: 6, Cedar: 6 });
    const total = await readSheet(sheet, { ...table, totalRow: ['ALDER'] });
    expect(total).toMatchObject({ counts: { Birch: 6, Cedar: 6 }, districtTotal: 12 });
  });

  it('is a place where its name only holds a word for a total', async () => {
    const sheet = await sheetOf(
      'School,Total\nTotal Learning Academy,12\nAll Saints,6\nDistrict 7 High,5\n',
    );
    const { counts, noPlaces } = await readSheet(sheet, table);
    expect(noPlaces).toEqual([]);
    expect(Object.keys(counts)).toHaveLength(3);
  });

  it('is the total in the site’s languages', async () => {
    const sheet = await sheetOf('Escuela,Casos\nAliso,12\nTodas las escuelas,40\nSuma total,40\n');
    const spanish = { district: { name: 'Distrito Helecho', languages: ['es'] } };
    const reading = await readSheet(
      sheet,
      { columns: { name: 'Escuela', counts: ['Casos'] } },
      spanish,
    );
    expect(reading).toMatchObject({ counts: { Aliso: 12 }, districtTotal: 40 });
  });

  it('is left out and said when the settings ignore it, as is an entry that meets nothing', async () => {
    const sheet = await sheetOf('School,Total\nAlder,12\nHOME  school,6\nTest site 4,9\n');
    const { counts, snapshot } = await readSheet(sheet, table, {
      ignore: ['Home School', '/^Test /', 'Zebra'],
    });
    expect(counts).toEqual({ Alder: 12 });
    expect(snapshot.ignored).toEqual(['HOME  school', 'Test site 4']);
    expect(snapshot.findings.map(({ message }) => message)).toEqual([
      'Left out, as the settings ask under "ignore": Home School, /^Test /',
      'No row is named by "ignore" in the settings: Zebra',
    ]);
  });

  it('keeps the district’s total to itself when two of them differ', async () => {
    const sheet = await sheetOf('School,Total\nTotal,18\nAlder,12\nBirch,6\nGrand total,20\n');
    const { districtTotal, snapshot } = await readSheet(sheet, table);
    expect(districtTotal).toBeNull();
    expect(snapshot.findings.map(({ code }) => code)).toContain('totals-differ');
  });
});

describe('several objects of one id in JSON', () => {
  const byId = { columns: { id: 'id', name: 'name', counts: ['n'] } };
  const json = (...objects: readonly object[]) => sheetOf(JSON.stringify(objects));

  it('are summed, and it is said', async () => {
    const sheet = await json(
      { id: 1, name: 'Alder', n: 2, year: 1 },
      { id: 1, name: 'Alder', n: 3, year: 2 },
    );
    const { counts, snapshot } = await readSheet(sheet, byId);
    expect(counts).toEqual({ '1 Alder': 5 });
    expect(snapshot.findings.map(({ code }) => code)).toEqual(['objects-summed']);
  });

  it.each([
    [
      'the same object twice',
      [
        { id: 1, name: 'Alder', n: 2 },
        { id: 1, name: 'Alder', n: 2 },
      ],
    ],
    [
      'two names',
      [
        { id: 1, name: 'Alder', n: 2 },
        { id: 1, name: 'Birch', n: 3 },
      ],
    ],
  ])('are refused when they are %s', async (_, objects) => {
    expect((await refusalOf(await json(...objects), byId)).code).toBe('duplicate-schools');
  });
});
