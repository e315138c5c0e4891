import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '../../site/shared/names.ts';
import { scratch } from '../command-line.ts';
import { knowing, readSheet, type SourceChoices } from './read-sheet.ts';

/** A place, and what its source says of it on each of three days: new cases. */
interface Place {
  readonly name: string;
  readonly area: string;
  readonly news: readonly [number, number, number];
}

type Cell = string | number;

/** A table before it is written: the first row is the header. */
interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly source: SourceChoices & { readonly columns: object };
  /** How the reading names a place. */
  readonly nameOf: (place: Place, index: number) => string;
  /** Whether it can be written as an object keyed by place: a place is one row. */
  readonly isKeyed?: boolean;
}

const DAYS = ['2021-09-01', '2021-09-02', '2021-09-03'] as const;
const letters = [...'abcdefghijklmnoprstuvwyzäéñöüç0123456789 -\'"()/.'];
const name = fc
  .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 20 })
  .map((list) => `P${list.join('').replace(/\s+/g, ' ').trim()}`);
/** News of several days that no reader takes for running totals: they rise and fall. */
const news = fc
  .tuple(fc.integer({ min: 5, max: 4000 }), fc.nat(4), fc.integer({ min: 5, max: 90 }))
  // A column that is the sum of the others in every row may be their total, and is refused.
  .filter(([a, b, c]) => a !== b + c && c !== a + b);
const places: fc.Arbitrary<readonly Place[]> = fc.uniqueArray(
  fc.record({ name, area: fc.constantFrom('East', 'West'), news }),
  { minLength: 3, maxLength: 10, selector: (place) => normalizeName(place.name) },
);

const total = ({ news: [a, b, c] }: Place) => a + b + c;
/** Running totals after each day. */
const running = ({ news: [a, b, c] }: Place) => [a, a + b, a + b + c] as const;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const byName = (place: Place) => place.name;
/** The places, and what a sheet may show below them. */
const withTotal = (rows: readonly Place[], hasTotal: boolean): readonly Place[] => {
  const sum = (day: 0 | 1 | 2) => sumOf(rows.map((row) => row.news[day]));
  return hasTotal ? [...rows, { name: 'Total', area: '', news: [sum(0), sum(1), sum(2)] }] : rows;
};
const idOf = (index: number) => String(600_100 + index);

/** The shapes that a table of places may have, by what they need in the settings. */
const SHAPES: Readonly<Record<string, (rows: readonly Place[], hasTotal: boolean) => Grid>> = {
  'a row per place, by name': (rows, hasTotal) => ({
    source: { columns: { name: 'Place', counts: ['Old', 'New'] } },
    rows: [
      ['Place', 'Old', 'New', 'Remark'],
      ...withTotal(rows, hasTotal).map((row) => [
        row.name,
        row.news[0],
        row.news[1] + row.news[2],
        'x',
      ]),
    ],
    nameOf: byName,
    isKeyed: true,
  }),
  'a row per place, by id': (rows, hasTotal) => ({
    source: { columns: { id: 'ID', name: 'Place', counts: ['Cases'] } },
    rows: [
      ['ID', 'Place', 'Cases'],
      ...rows.map((row, index) => [idOf(index), row.name, total(row)]),
      ...(hasTotal ? [['', 'All', sumOf(rows.map(total))]] : []),
    ],
    nameOf: (place, index) => `${idOf(index)} ${place.name}`,
  }),
  'a row per place, by two columns': (rows) => ({
    source: { columns: { name: ['Area', 'Place'], counts: ['Cases'] } },
    rows: [['Place', 'Cases', 'Area'], ...rows.map((row) => [row.name, total(row), row.area])],
    nameOf: (place) => `${place.area}, ${place.name}`,
  }),
  'a row per place and day, running totals': (rows, hasTotal) => ({
    source: { columns: { name: 'Place', date: 'Day', counts: ['Cases'] } },
    rows: [
      ['Day', 'Place', 'Cases'],
      ...withTotal(rows, hasTotal).flatMap((row) =>
        running(row).map((count, day) => [DAYS[day] ?? '', row.name, count]),
      ),
    ],
    nameOf: byName,
  }),
  'a row per place and day, new cases': (rows) => ({
    source: { counts: 'new', columns: { name: 'Place', date: 'Day', counts: ['Cases'] } },
    rows: [
      ['Place', 'Cases', 'Day'],
      ...rows.flatMap((row) => row.news.map((count, day) => [row.name, count, DAYS[day] ?? ''])),
    ],
    nameOf: byName,
  }),
  'a column per day, running totals': (rows, hasTotal) => ({
    source: { columns: { name: 'Place', counts: 'last date' } },
    rows: [
      ['Place', ...DAYS],
      ...withTotal(rows, hasTotal).map((row) => [row.name, ...running(row)]),
    ],
    nameOf: byName,
    isKeyed: true,
  }),
  'a column per day, new cases': (rows, hasTotal) => ({
    source: { columns: { name: 'Place', counts: 'every date' } },
    rows: [['Place', ...DAYS], ...withTotal(rows, hasTotal).map((row) => [row.name, ...row.news])],
    nameOf: byName,
    isKeyed: true,
  }),
  'a column per place': (rows) => ({
    source: { columns: { date: 'Day', counts: ['/^P/'] } },
    rows: [
      ['Day', ...rows.map(byName)],
      ...DAYS.map((day, index) => [day, ...rows.map((row) => running(row)[index] ?? 0)]),
    ],
    nameOf: byName,
  }),
  'a row per case': (rows) => ({
    source: { columns: { name: 'Place', counts: null } },
    rows: [
      ['Case', 'Place'],
      ...rows.flatMap((row) =>
        Array.from({ length: row.news[1] + 1 }, (_, n) => [`c${n}`, row.name]),
      ),
    ],
    nameOf: byName,
  }),
};

/** What counts of a place are in a shape. */
const countIn = (shape: string, place: Place) =>
  shape === 'a row per case' ? place.news[1] + 1 : total(place);

interface Writing {
  /** Order of the rows below the header, as numbers to sort by. */
  readonly order: readonly number[];
  /** Order of the columns, likewise. */
  readonly columns: readonly number[];
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-8 with mark' | 'latin1';
  readonly thousands: '' | ',' | ' ' | '’';
  readonly title: boolean;
  readonly note: boolean;
  readonly isQuoted: boolean;
  readonly hasTotal: boolean;
}

const writing: fc.Arbitrary<Writing> = fc.record({
  order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
  columns: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'latin1'),
  thousands: fc.constantFrom('', ',', ' ', '’'),
  title: fc.boolean(),
  note: fc.boolean(),
  isQuoted: fc.boolean(),
  hasTotal: fc.boolean(),
});

/** Ways to write a grid down, with what they add to the settings. */
const DRESSES: Readonly<
  Record<string, (grid: Grid, how: Writing) => readonly [string | Uint8Array, object]>
> = {
  CSV: (grid, how) => [asCsv(grid, how), {}],
  'JSON, arrays of cells': ({ rows }) => [JSON.stringify(rows), {}],
  'JSON, objects': ({ rows }) => [JSON.stringify(objectsOf(rows)), {}],
  'JSON, records': ({ rows }) => [
    JSON.stringify({ help: 'x', result: { records: objectsOf(rows) } }),
    { path: 'result.records' },
  ],
  'JSON, features': ({ rows }) => [
    JSON.stringify({
      features: objectsOf(rows).map((attributes) => ({ attributes, geometry: { x: 1, y: 2 } })),
    }),
    { path: 'features[*].attributes' },
  ],
  'JSON, keyed by place': ({ rows, source }) => {
    const entries = objectsOf(rows).map(({ Place, ...rest }) => [Place, rest]);
    const keyed = { columns: { ...source.columns, name: '*' }, path: 'places.*' };
    return [JSON.stringify({ places: Object.fromEntries(entries) }), keyed];
  },
};

function asCsv({ rows }: Grid, how: Writing): Uint8Array {
  const [header = [], ...body] = rows;
  const written = (cell: Cell) => {
    const text =
      typeof cell === 'number' ? String(cell).replace(/\B(?=(\d{3})+$)/g, how.thousands) : cell;
    const isNeeded = how.isQuoted || text.includes(how.delimiter) || text.includes('"');
    return isNeeded ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [
    ...(how.title ? [['A title'].concat(header.slice(1).map(() => ''))] : []),
    header,
    ...body,
    // In a list of cases, every row with a name is a case.
    ...(how.note && header.length > 2
      ? [['As reported'].concat(header.slice(1).map(() => ''))]
      : []),
  ].map((row) => row.map(written).join(how.delimiter));
  const text = lines.join(how.lineEnd) + how.lineEnd;
  const mark = how.encoding === 'utf-8 with mark' ? '\ufeff' : '';
  if (how.encoding !== 'latin1') return Buffer.from(mark + text);
  // Windows-1252 has the apostrophe where Latin-1 has a control character.
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}

function objectsOf(rows: Grid['rows']): readonly Record<string, Cell>[] {
  const [header = [], ...body] = rows;
  return body.map((row) =>
    Object.fromEntries(header.map((heading, column) => [heading, row[column] ?? ''])),
  );
}

/** The rows below the header, and the columns, in another order. */
function shuffled(grid: Grid, { order, columns }: Writing): Grid {
  const [header = [], ...body] = grid.rows;
  const rows = [header, ...sorted(body, order)];
  return { ...grid, rows: rows.map((row) => sorted(row, columns)) };
}

function sorted<Item>(items: readonly Item[], by: readonly number[]): readonly Item[] {
  const keyed = items.map((item, index) => [by[index % by.length] ?? 0, item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

describe.each(Object.entries(SHAPES))('a table with %s', (shape, gridOf) => {
  const isKeyed = gridOf([], false).isKeyed === true;
  const dresses = Object.entries(DRESSES).filter(([dress]) => isKeyed || !/keyed/.test(dress));
  it.each(dresses)('has the same counts as %s', async (_, dress) => {
    const file = join(await scratch(), 'sheet');
    await fc.assert(
      fc.asyncProperty(places, writing, async (rows, how) => {
        const grid = shuffled(gridOf(rows, how.hasTotal), how);
        const [body, more] = dress(grid, how);
        await writeFile(file, body);
        // The ledger knows the places: one may have as many cases as all others.
        const names = rows.map((row, index) => normalizeName(grid.nameOf(row, index)));
        const known = knowing(...names, ...rows.map((_, index) => idOf(index)));
        const reading = await readSheet(file, { ...grid.source, ...more }, { known });
        const expected = new Map(
          rows.map((row, index) => [grid.nameOf(row, index), countIn(shape, row)] as const),
        );
        expect(new Map(Object.entries(reading.counts))).toEqual(expected);
        expect(reading.unreadable).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
