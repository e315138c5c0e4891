import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../../command-line.ts';
import { hasSharedSheets, sharedSheet, sharedSheets } from '../../shared-data.ts';
import { built, initialised, type SheetServer, sheetServer, totals, updated } from './set-up.ts';

const lincoln = { 'Lincoln Elementary': 12, 'Washington Middle': 6 };

/** How many places a sheet has, and their cases together. */
interface Sum {
  readonly places: number;
  readonly cases: number;
}

/** What the collection says is the right reading of each sheet, by the options it needs with `--yes`. */
const READINGS: readonly (readonly [
  file: string,
  options: readonly string[],
  right: Readonly<Record<string, number | null>> | Sum,
])[] = [
  ['school-id-and-total.csv', [], { ...lincoln, 'Roosevelt High': 0 }],
  [
    'sheets-of-three-columns/id-total.csv',
    [],
    { 'Birch School': 40, 'Cedar School': 12, 'Dune School': 7 },
  ],
  ['sheets-of-three-columns/name-total.csv', [], { places: 6, cases: 372 }],
  ['id-and-count-per-place.csv', [], { places: 7, cases: 100 }],
  [
    'dashes-plus.csv',
    [],
    {
      'Lincoln Elementary': 12,
      'Washington Middle': null,
      'Roosevelt High': null,
      'Adams High': 0,
      'Hill School': null,
    },
  ],
  ['blank-count/g-d.csv', [], { 'Birch School': 44, 'Cedar School': 3, 'Dune School': 12 }],
  // Before anything is known, a name without a figure is a heading or a note.
  ['blank-count/g-c.csv', [], { 'Birch School': 44, 'Dune School': 12 }],
  ['austin-total-row-first.csv', [], { places: 10, cases: 25 }],
  ['school-students-staff-total.csv', [], lincoln],
  ['total-rows/tot-a.csv', [], { places: 3, cases: 45 }],
  ['total-rows/tot-b.csv', [], { places: 3, cases: 45 }],
  ['total-rows/q-total-row.csv', [], { 'Birch School': 21, 'Cedar School': 11, 'Dune High': 16 }],
  ['footer-notes.csv', [], lincoln],
  ['title-row-above-header.csv', [], lincoln],
  ['two-header-rows.csv', [], { places: 16, cases: 50 }],
  ['tabs.tsv', [], { Lincoln: 12, Washington: 6 }],
  ['semicolon-austria.csv', [], { places: 7, cases: 6248 }],
  ['latin1.csv', [], { 'Colégio São João': 12 }],
  [
    'same-name-two-places.csv',
    [],
    {
      'Adams, All Saints Academy': 4,
      'Lorain, All Saints Academy': 9,
      'Lorain, Amherst': 2,
    },
  ],
  ['date-header-latest.csv', ['--count-column', 'last date'], lincoln],
  [
    'date-columns-wide.csv',
    [
      ...['--count-column', 'last date', '--ignore', '/ (Staff|Student|Auxiliary) Cases$/'],
      ...['--ignore', '/^Active Cases$/', '--ignore', 'Cumulative Cases'],
    ],
    { 'Adams Junior high Active Cases': 3, 'Alexander Elementary Active Cases': 2 },
  ],
  ['places-as-columns.csv', [], { places: 5, cases: 7873 }],
  [
    'daily-new-long.csv',
    [],
    { 'Wolf Lake Elementary': 10, 'Wekiva High': 3, 'Wolf Lake Middle': 1 },
  ],
  [
    'row-per-school-and-day.csv',
    ['--counts', 'cumulative', '--name', 'Berkeley County School District'],
    { 'Mount Holly Elementary': 1 },
  ],
  [
    'line-list-by-name.csv',
    [],
    { 'Willowdale East': 2, 'Parkwoods-Donalda': 1, 'Church-Yonge Corridor': 1 },
  ],
  ['case-id-as-school-id.csv', [], { 'Lincoln Elementary': 3, 'Washington Middle': 1 }],
  ['socrata.json', [], { ...lincoln, 'Washington Middle': 1206, 'Roosevelt High': null }],
  ['names-json.json', [], lincoln],
  ['arcgis.json', [], lincoln],
  ['ckan.json', [], lincoln],
  ['rename/1.csv', [], { ...lincoln, 'Lincoln Elementary': 30, 'Roosevelt High': 40 }],
  ['rename/2.csv', [], { places: 3, cases: 77 }],
  ['renamed/p1-a.csv', [], { places: 6, cases: 372 }],
  ['renamed/p1-b.csv', [], { places: 6, cases: 372 }],
  ['renamed/rn-a.csv', [], { places: 6, cases: 487 }],
  ['renamed/rn-b.csv', [], { places: 6, cases: 487 }],
  ['renamed/rn-c.csv', [], { places: 6, cases: 487 }],
  ['old-copy/st-a.csv', [], { places: 60, cases: 1044 }],
  ['old-copy/st-b.csv', [], { places: 60, cases: 1047 }],
  ['old-copy/st-c.csv', [], { places: 60, cases: 1052 }],
  ['young-tracker/cold-a.csv', [], { places: 300, cases: 21353 }],
  ['young-tracker/cold-b.csv', [], { places: 300, cases: 21463 }],
  ['young-tracker/cold-c.csv', [], { places: 300, cases: 21573 }],
  // A list of which each place has one case yet is the same as a list of places.
  ['young-tracker/lo-a.csv', ['--rows', 'case'], { places: 3, cases: 3 }],
  ['young-tracker/lo-b.csv', ['--rows', 'case'], { places: 10, cases: 10 }],
  ['places/ll.csv', ['--rows', 'case'], { places: 10, cases: 10 }],
  ['many-corrections/mc-a.csv', [], { places: 60, cases: 1644 }],
  ['many-corrections/mc-b.csv', [], { places: 60, cases: 1764 }],
  ['many-corrections/mc-c.csv', [], { places: 60, cases: 1719 }],
  ['names-with-markup/n-a.csv', [], { places: 20, cases: 40 }],
  ['names-with-markup/n-b.csv', [], { places: 20, cases: 80 }],
  ['names-with-markup/n-c.csv', [], { places: 20, cases: 60 }],
];

/** What `--yes` alone must refuse, and the option that it names; no option helps with the last ones. */
const REFUSALS: readonly (readonly [file: string, exit: number, said: RegExp])[] = [
  ['date-header-latest.csv', 2, /--count-column 'last date'\n.*--count-column 'every date'/],
  ['row-per-school-and-day.csv', 2, /--counts cumulative\n.*--counts new/],
  ['date-columns-wide.csv', 3, /figures as rows and days as columns.*--ignore/],
  ['young-tracker/lo-a.csv', 2, /no place is on two rows.*\n.*\n.*--rows case/],
  ['waukee.json', 3, /no running totals: 5 of 6 are fractions/],
  // Where places are is no count of anything.
  ['places/geo.csv', 2, /nothing in the headings says.*\n.*\n.*--count-column e/],
  ['places/loc0.csv', 2, /no place is on two rows/],
  ['young-tracker/loc0.csv', 2, /no place is on two rows/],
];

describe.skipIf(!hasSharedSheets)('npm run init -- --yes, on the collection of real sheets', () => {
  let server: SheetServer;
  beforeAll(async () => {
    server = await sheetServer(sharedSheet);
  });
  afterAll(() => server.close());

  it.each(READINGS)('%s is read right, updated twice and built', async (file, options, right) => {
    const dir = join(await scratch(), 'data');
    await initialised(dir, ['--sheet', server.address(file), ...options]);
    const first = await updated(dir);
    const again = await updated(dir);
    const found = await totals(dir);
    const counts = Object.values(found);
    const sum = {
      places: counts.length,
      cases: counts.reduce((total: number, count) => total + (count ?? 0), 0),
    };
    expect('places' in right ? sum : found).toEqual(right);
    expect([first.outcome, again.outcome]).toEqual(['checked', 'unchanged']);
    expect(await built(dir)).toBeGreaterThan(counts.length);
  });

  it.each(REFUSALS)('%s alone is refused', async (file, exit, said) => {
    const dir = join(await scratch(), 'data');
    const asked = initialised(dir, ['--sheet', server.address(file)]);
    const refused = await asked.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ exit });
    const { message, advice } = refused as { readonly message: string; readonly advice: string };
    expect(`${message}\n${advice}`).toMatch(said);
  });

  it('counts the growth of a table of places as news', async () => {
    const dir = join(await scratch(), 'data');
    const [day, next] = ['id-total.csv', 'id-total-next-day.csv'].map(
      (file) => `sheets-of-three-columns/${file}`,
    );
    await initialised(dir, ['--sheet', server.address(day ?? '')]);
    await updated(dir);
    server.show(next ?? '', day ?? '');
    expect((await updated(dir)).outcome).toBe('published');
    expect(await totals(dir)).toEqual({ 'Birch School': 55, 'Cedar School': 19, 'Dune School': 7 });
  });

  it('has no sheet that is not tried', () => {
    const tried = new Set([...READINGS, ...REFUSALS].map(([file]) => file));
    expect(sharedSheets().filter((file) => !tried.has(file))).toEqual([
      'sheets-of-three-columns/id-total-next-day.csv',
    ]);
  });
});
