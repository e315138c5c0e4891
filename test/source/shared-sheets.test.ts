import { describe, expect, it } from 'vitest';
import { normalizeName } from '../../site/shared/names.ts';
import {
  hasSharedData,
  hasSharedSheets,
  readShared,
  sharedFile,
  sharedSheet,
  sharedSheets,
} from '../shared-data.ts';
import {
  knowing,
  readSheet,
  refusalOf,
  type SheetReading,
  type SourceChoices,
} from './read-sheet.ts';

const byName = { columns: { name: 'School', counts: ['Total'] } };
const totals = { columns: { name: 'School', counts: ['Total Cases'] } };
const lines = { columns: { id: 'School ID', name: 'School' } };
const lincoln = { 'Lincoln Elementary': 12, 'Washington Middle': 6 };

type Right = Partial<Omit<SheetReading, 'snapshot'>>;

/** What the collection says is the right reading of each sheet, by the settings it needs. */
const READINGS: readonly (readonly [string, SourceChoices, Right])[] = [
  [
    'school-id-and-total.csv',
    { columns: { id: 'School ID', name: 'School Name', counts: ['Total Cases'] } },
    {
      counts: { '101 Lincoln Elementary': 12, '102 Washington Middle': 6, '103 Roosevelt High': 0 },
    },
  ],
  [
    'sheets-of-three-columns/id-total.csv',
    { columns: { id: 'School ID', name: 'School', counts: ['Total Cases'] } },
    { counts: { '610001 Birch School': 40, '610002 Cedar School': 12, '610003 Dune School': 7 } },
  ],
  [
    'sheets-of-three-columns/id-total-next-day.csv',
    { columns: { id: 'School ID', name: 'School', counts: ['Total Cases'] } },
    { counts: { '610001 Birch School': 55, '610002 Cedar School': 19, '610003 Dune School': 7 } },
  ],
  ['sheets-of-three-columns/name-total.csv', totals, {}],
  [
    'id-and-count-per-place.csv',
    { columns: { id: 'id', name: 'name', counts: ['cases'] } },
    {
      counts: {
        '001 Agramunt': 6,
        '002 Alcarràs': 19,
        '003 Alfarràs/Almenar': 12,
        '004 Amposta': 13,
        '005 Anglès': 11,
        '007 Aran': 31,
        '008 Arbúcies/Sant Hilari': 8,
      },
    },
  ],
  [
    'dashes-plus.csv',
    byName,
    {
      counts: { 'Lincoln Elementary': 12, 'Adams High': 0 },
      notReported: { 'Washington Middle': '-', 'Roosevelt High': 'N/A', 'Hill School': '5+' },
    },
  ],
  [
    'blank-count/g-d.csv',
    totals,
    { counts: { 'Birch School': 44, 'Cedar School': 3, 'Dune School': 12 } },
  ],
  [
    'austin-total-row-first.csv',
    { columns: { name: 'School', counts: ['Total Cumulative Cases'] } },
    { noPlaces: ['total District'], districtTotal: 152 },
  ],
  ['school-students-staff-total.csv', byName, { counts: lincoln, districtTotal: 18 }],
  [
    'school-students-staff-total.csv',
    { columns: { name: 'School', counts: ['Students', 'Staff'] } },
    { counts: lincoln, districtTotal: 18 },
  ],
  [
    'total-rows/tot-a.csv',
    totals,
    { counts: { 'Birch School': 20, 'Cedar School': 9, 'Dune High': 16 } },
  ],
  [
    'total-rows/tot-b.csv',
    totals,
    { counts: { 'Birch School': 20, 'Cedar School': 9, 'Dune High': 16 }, districtTotal: 45 },
  ],
  [
    'total-rows/q-total-row.csv',
    { columns: { name: 'School', counts: ['/^Q\\d SY\\d\\d$/'] } },
    { counts: { 'Birch School': 21, 'Cedar School': 11, 'Dune High': 16 }, districtTotal: 48 },
  ],
  ['footer-notes.csv', byName, { counts: lincoln }],
  ['title-row-above-header.csv', byName, { counts: lincoln, districtTotal: 18 }],
  [
    'two-header-rows.csv',
    { columns: { name: 'School/Location', counts: ['/ 2021 (Students|Staff)$/'] } },
    { districtTotal: 50, noPlaces: ['total DISTRICT TOTAL:', 'note Updated September 8, 2021'] },
  ],
  ['tabs.tsv', byName, { counts: { Lincoln: 12, Washington: 6 } }],
  [
    'semicolon-austria.csv',
    { columns: { id: 'GKZ', name: 'Bezirk', counts: ['Anzahl'] } },
    {
      counts: {
        '101 Eisenstadt(Stadt)': 518,
        '102 Rust(Stadt)': 60,
        '103 Eisenstadt-Umgebung': 1258,
        '104 Güssing': 954,
        '105 Jennersdorf': 634,
        '106 Mattersburg': 1185,
        '107 Neusiedl am See': 1639,
      },
    },
  ],
  ['latin1.csv', byName, { counts: { 'Colégio São João': 12 } }],
  [
    'same-name-two-places.csv',
    { columns: { name: ['County', 'School'], counts: ['Total'] } },
    {
      counts: {
        'Adams, All Saints Academy': 4,
        'Lorain, All Saints Academy': 9,
        'Lorain, Amherst': 2,
      },
    },
  ],
  [
    'date-header-latest.csv',
    { columns: { name: 'School', counts: 'last date' } },
    { counts: lincoln },
  ],
  [
    'places-as-columns.csv',
    { columns: { date: 'date', counts: ['/^region\\./'] } },
    {
      counts: {
        'region.ce.braslovče': 772,
        'region.ce.celje': 6285,
        'region.ce.dobje': 153,
        'region.ce.dobrna': 297,
        'region.ce.gornji_grad': 366,
      },
    },
  ],
  [
    'daily-new-long.csv',
    { counts: 'new', columns: { name: 'location', date: 'date', counts: ['count'] } },
    { counts: { 'Wolf Lake Elementary': 10, 'Wekiva High': 3, 'Wolf Lake Middle': 1 } },
  ],
  [
    'row-per-school-and-day.csv',
    { columns: { name: 'School', date: 'Date', counts: ['Staff Count', 'Student Count'] } },
    { counts: { 'Berkeley County School District': 540, 'Mount Holly Elementary': 1 } },
  ],
  [
    'line-list-by-name.csv',
    { columns: { name: 'Neighbourhood Name' } },
    { counts: { 'Willowdale East': 2, 'Parkwoods-Donalda': 1, 'Church-Yonge Corridor': 1 } },
  ],
  [
    'case-id-as-school-id.csv',
    { columns: { name: 'School' } },
    { counts: { 'Lincoln Elementary': 3, 'Washington Middle': 1 } },
  ],
  [
    'socrata.json',
    { columns: { id: 'school_code', name: 'school', counts: ['total'] } },
    {
      counts: { '101 Lincoln Elementary': 12, '102 Washington Middle': 1206 },
      notReported: { '103 Roosevelt High': '' },
    },
  ],
  ['names-json.json', { columns: { name: 'school', counts: ['total'] } }, { counts: lincoln }],
  [
    'arcgis.json',
    { path: 'features[*].attributes', columns: { name: 'School', counts: ['Cumulative'] } },
    { counts: lincoln },
  ],
  ['ckan.json', { path: 'result.records', ...byName }, { counts: lincoln }],
  [
    'rename/1.csv',
    byName,
    { counts: { ...lincoln, 'Lincoln Elementary': 30, 'Roosevelt High': 40 } },
  ],
  ['rename/2.csv', byName, {}],
  ...['p1-a', 'p1-b', 'rn-a', 'rn-b', 'rn-c'].map(
    (file) => [`renamed/${file}.csv`, totals, {}] as const,
  ),
  ...['a', 'b', 'c'].flatMap((file) => [
    [`old-copy/st-${file}.csv`, totals, {}] as const,
    [`young-tracker/cold-${file}.csv`, totals, {}] as const,
    [`many-corrections/mc-${file}.csv`, totals, {}] as const,
    [`names-with-markup/n-${file}.csv`, lines, {}] as const,
  ]),
  ...['a', 'b'].map((file) => [`young-tracker/lo-${file}.csv`, lines, {}] as const),
  ['places/ll.csv', lines, {}],
];

/** What the collection says must not be read by these settings, and in which words. */
const REFUSALS: readonly (readonly [string, SourceChoices, string, RegExp])[] = [
  [
    'school-id-and-total.csv',
    { columns: { id: 'School ID', name: 'School Name' } },
    'ambiguous-rows',
    /"Total Cases" holds whole numbers.*one case for ever/,
  ],
  ['sheets-of-three-columns/id-total.csv', lines, 'ambiguous-rows', /one case for ever/],
  [
    'id-and-count-per-place.csv',
    { columns: { id: 'id', name: 'name' } },
    'ambiguous-rows',
    /"source.columns.counts" to \["cases"\]/,
  ],
  [
    'case-id-as-school-id.csv',
    { columns: { id: 'Case ID', name: 'School' } },
    'misread-rows',
    /looks like the case’s id, not the place’s/,
  ],
  [
    'date-columns-wide.csv',
    { columns: { name: 'Identifier', counts: 'last date' } },
    'misread-rows',
    /figures as rows and days as columns/,
  ],
  [
    'waukee.json',
    { columns: { name: 'building', counts: ['cases'] } },
    'not-a-running-total',
    /no running totals: 5 of 6 are fractions such as 2\.5/,
  ],
  ['same-name-two-places.csv', byName, 'duplicate-schools', /twice, in lines 2 and 3/],
  [
    'row-per-school-and-day.csv',
    { columns: { name: 'School', counts: ['Student Count'] } },
    'duplicate-schools',
    /"place-and-day"/,
  ],
];

describe.skipIf(!hasSharedSheets)('the collection of real sheets', () => {
  it.each(READINGS)('%s is read right', async (file, source, expected) => {
    const reading = await readSheet(sharedSheet(file), source);
    expect(reading.unreadable).toEqual([]);
    expect(Object.keys(reading.counts).length).toBeGreaterThan(0);
    expect({ ...reading, ...expected }).toEqual(reading);
    if (expected.counts) expect(Object.keys(reading.counts)).toEqual(Object.keys(expected.counts));
  });

  it.each(REFUSALS)('%s is refused by other settings', async (file, source, code, said) => {
    const refused = await refusalOf(sharedSheet(file), source);
    expect(refused.code).toBe(code);
    expect(refused.said).toMatch(said);
  });

  it('keeps the count of a place whose figure becomes blank', async () => {
    const known = knowing('birch school', 'cedar school', 'dune school');
    const reading = await readSheet(sharedSheet('blank-count/g-c.csv'), totals, { known });
    expect(reading.notReported).toEqual({ 'Cedar School': '' });
  });

  it('takes a row of the district’s own name for its total', async () => {
    const source = {
      columns: { name: 'School', date: 'Date', counts: ['Staff Count', 'Student Count'] },
    };
    const district = { name: 'Berkeley County School District', languages: ['en'] };
    const reading = await readSheet(sharedSheet('row-per-school-and-day.csv'), source, {
      district,
    });
    expect(reading).toMatchObject({ counts: { 'Mount Holly Elementary': 1 }, districtTotal: 540 });
  });

  it('reads figures as rows when the places’ running totals are chosen by name', async () => {
    const source = { columns: { name: 'Identifier', counts: 'last date' } };
    const ignore = ['/ (Staff|Student|Auxiliary) Cases$/', '/^Active Cases$/', 'Cumulative Cases'];
    const reading = await readSheet(sharedSheet('date-columns-wide.csv'), source, { ignore });
    expect(reading.counts).toEqual({
      'Adams Junior high Active Cases': 3,
      'Alexander Elementary Active Cases': 2,
    });
  });

  it('has no sheet that no test reads', () => {
    const read = new Set([...READINGS, ...REFUSALS].map(([file]) => file));
    const left = sharedSheets().filter((file) => !read.has(file));
    // Locations of schools are no counts; the blank count is read above.
    expect(left).toEqual([
      'blank-count/g-c.csv',
      'places/geo.csv',
      'places/loc0.csv',
      'young-tracker/loc0.csv',
    ]);
  });
});

describe.skipIf(!hasSharedData)('a real year of new cases by day', () => {
  it('is summed by place, row for row', async () => {
    const path = 'series/orange-county/2021-22-new-by-day.csv';
    const source = {
      counts: 'new',
      columns: { name: 'location', date: 'date', counts: ['count'] },
    };
    const { counts, unreadable } = await readSheet(sharedFile(path), source);
    const expected = new Map<string, number>();
    for (const row of readShared(path).trimEnd().split('\n').slice(1)) {
      const [, , place = '', count = ''] =
        row
          .match(/("[^"]*"|[^,]*)(?:,|$)/g)
          ?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? [];
      const key = normalizeName(place);
      expected.set(key, (expected.get(key) ?? 0) + Number(count));
    }
    expect(unreadable).toEqual([]);
    const found = Object.entries(counts).map(
      ([name, count]) => [normalizeName(name), count] as const,
    );
    expect(new Map(found)).toEqual(expected);
  });
});
