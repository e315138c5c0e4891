import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import { projectFolder } from '../command-line.ts';
import { readSheet } from './read-sheet.ts';

const page = readFileSync(join(projectFolder, 'docs/your-sheet.md'), 'utf8');

/** Rows of the table of shapes: what the sheet has, its settings' lines, the example's file. */
const shapes = [...page.matchAll(/^\| (.+) \| (`.+`) \| \[.+\]\(\.\.\/(test\/\S+)\) \|$/gm)].map(
  ([, shape = '', settings = '', example = '']) => {
    const lines = [...settings.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line);
    return { shape, lines, example };
  },
);

/** What a person reads off each example. */
const READINGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cases-by-id.csv': { '301 Alder': 2, '302 Birch': 1 },
  'cases-by-name.csv': { 'Alder Park': 2, 'Birch Hill - East': 1 },
  'id-and-total.csv': { '201 Alder Grove': 14, '202 Birch Hollow': 5, '203 Cedar Bend': 0 },
  'total-last.csv': { Ash: 24, Brook: 11, Clay: 10 },
  'two-places-of-one-name.csv': {
    'Ash, All Saints': 4,
    'Brook, All Saints': 9,
    'Brook, Amity': 2,
  },
  'two-header-rows.csv': { 'Aspen House': 6, 'Beech House': 5 },
  'newest-column.csv': { Alder: 12, Birch: 6 },
  'columns-of-new-cases.csv': { Alizay: 5, Brionne: 1 },
  // The third is the district itself.
  'totals-by-day.csv': { 'Alder Elementary': 4, 'Birch High': 2 },
  'new-by-day.csv': { 'Alder Elementary': 4, 'Birch High': 2 },
  'places-as-columns.csv': { 'region.north': 775, 'region.south': 6301 },
  'words-for-counts.csv': { 'Aspen House': 23, 'Daisy House': 0, 'Grove House': 0 },
  'records.json': { '301 Alder': 1206, '302 Birch': 6 },
  'features.json': { Alder: 12, Birch: 6 },
  'datastore.json': { Alder: 12, Birch: 6 },
  'keyed-by-place.json': { Ash: 12, Brook: 6, ['__proto__']: 3 },
  'numbers-by-place.json': { Ash: 12, Brook: 6 },
};

describe('the page about sheets', () => {
  it('shows many shapes', () => {
    expect(shapes.length).toBeGreaterThan(15);
  });

  it.each(shapes)('gives settings that read its example: $shape', async ({ lines, example }) => {
    expect(lines.length).toBeLessThanOrEqual(3);
    const source = JSON.parse(`{${lines.join(',')}}`);
    const reading = await readSheet(join(projectFolder, example), source);
    expect(reading.unreadable).toEqual([]);
    const expected = READINGS[example.split('/').at(-1) ?? ''] ?? {};
    expect(new Map(Object.entries(reading.counts))).toEqual(new Map(Object.entries(expected)));
  });

  it('shows where an own total may be, in settings that are valid', () => {
    const totals = [...page.matchAll(/^\| .+ \| `("districtTotal": .+?)`.* \|$/gm)].map(
      ([, line = '']) => JSON.parse(`{${line}}`).districtTotal,
    );
    expect(totals).toHaveLength(5);
    for (const total of totals) {
      const parsed = settingsSchema.shape.districtTotal.safeParse(total);
      expect(parsed.error?.message).toBeUndefined();
    }
  });

  it('has a row for each reading', () => {
    const examples = shapes.map(({ example }) => example.split('/').at(-1));
    expect([...examples].sort()).toEqual(Object.keys(READINGS).sort());
  });

  it('explains every setting of a source, and no other', () => {
    const { source } = settingsSchema.shape;
    const explained = [...page.matchAll(/^\| ((?:`[\w.]+`(?:, )?)+) \|/gm)]
      .flatMap(([, keys = '']) => keys.split(', ').map((key) => key.replaceAll('`', '')))
      .sort();
    const { columns, cells } = source.shape;
    const inside = [
      ...Object.keys(columns.unwrap().shape).map((key) => `columns.${key}`),
      ...Object.keys(cells.unwrap().shape).map((key) => `cells.${key}`),
    ];
    const top = Object.keys(source.shape).filter((key) => key !== 'columns' && key !== 'cells');
    expect(explained).toEqual([...top, ...inside].sort());
  });
});
