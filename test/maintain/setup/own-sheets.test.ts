import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../../command-line.ts';
import { built, initialised, type SheetServer, sheetServer, totals, updated } from './set-up.ts';

/** The project's own sheets, each with the options that `--yes` needs, and what is right. */
const READINGS: readonly (readonly [
  file: string,
  options: readonly string[],
  right: Readonly<Record<string, number | null>>,
])[] = [
  ['cases-by-id.csv', [], { Alder: 2, Birch: 1 }],
  ['id-of-the-case.csv', [], { Alder: 2, Birch: 1 }],
  ['id-and-total.csv', [], { 'Alder Grove': 14, 'Birch Hollow': 5, 'Cedar Bend': 0 }],
  ['codes-with-zeros.csv', [], { 'Sant Àlber': 21, Vilanòva: 3, 'Puig/Serra': 9 }],
  ['total-first.csv', [], { Alder: 31, Birch: 12 }],
  ['titles-above.csv', [], { Alder: 12, Birch: 6 }],
  ['notes-below.csv', [], { Alder: 12, Birch: 6 }],
  ['tabs.tsv', [], { 'Alder, the old': 12, Birch: 6 }],
  ['windows-1252.csv', [], { 'São João': 12, Coração: 7 }],
  [
    'two-places-of-one-name.csv',
    [],
    { 'Ash, All Saints': 4, 'Brook, All Saints': 9, 'Brook, Amity': 2 },
  ],
  ['two-header-rows.csv', [], { 'Aspen House': 6, 'Beech House': 5 }],
  ['newest-column.csv', ['--count-column', 'last date'], { Alder: 12, Birch: 6 }],
  ['columns-of-new-cases.csv', [], { Alizay: 5, Brionne: 1 }],
  ['new-by-day.csv', [], { 'Alder Elementary': 4, 'Birch High': 2 }],
  [
    'totals-by-day.csv',
    ['--counts', 'cumulative', '--name', 'Ferndale County Schools'],
    { 'Alder Elementary': 4, 'Birch High': 2 },
  ],
  [
    'places-as-columns.csv',
    ['--counts', 'cumulative', '--total-row', 'region.total'],
    { 'region.north': 775, 'region.south': 6301 },
  ],
  [
    'words-for-counts.csv',
    ['--count-column', 'Residents'],
    {
      'Aspen House': 23,
      'Beech House': null,
      'Clover House': null,
      'Daisy House': 0,
      'Elm House': null,
      'Fern House': null,
      'Grove House': 0,
    },
  ],
  // The total covers what is suppressed, so only its name shows what it is; beds are no ids.
  ['all-of-them.csv', [], { 'Aspen House': 19, 'Beech House': null, 'Clover House': 9 }],
  ['records.json', [], { Alder: 1206, Birch: 6, Cedar: null }],
  ['features.json', [], { Alder: 12, Birch: 6 }],
  ['datastore.json', [], { Alder: 12, Birch: 6 }],
  ['rows-of-cells.json', [], { Alder: 12, Birch: 6 }],
  ['numbers-by-place.json', ['--count-column', 'value'], { Ash: 12, Brook: 6 }],
];

describe('npm run init -- --yes, on sheets of every kind', () => {
  let server: SheetServer;
  beforeAll(async () => {
    server = await sheetServer((file) => join(projectFolder, 'test/source/sheets', file));
  });
  afterAll(() => server.close());

  it.each(READINGS)('%s is read right, updated twice and built', async (file, options, right) => {
    const dir = join(await scratch(), 'data');
    await initialised(dir, ['--sheet', server.address(file), ...options]);
    const outcomes = [(await updated(dir)).outcome, (await updated(dir)).outcome];
    expect(await totals(dir)).toEqual(right);
    expect(outcomes).toEqual(['checked', 'unchanged']);
    expect(await built(dir)).toBeGreaterThan(Object.keys(right).length);
  });
});
