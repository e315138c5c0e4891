import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '../../site/shared/names.ts';
import { scratch } from '../command-line.ts';
import { knowing, readSheet, type SourceChoices } from './read-sheet.ts';

/** A place and its figures, by count column. */
interface Place {
  readonly name: string;
  readonly figures: readonly [number, number];
}

/** How a table of places may be written. None of it changes a count. */
interface Writing {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-8 with mark' | 'windows-1252';
  readonly thousands: '' | ',' | '.' | ' ' | '\u00a0' | '\u202f' | '’';
  /** Order of the columns, by where each goes. */
  readonly columns: readonly number[];
  /** Order of the rows, as numbers to sort by. */
  readonly order: readonly number[];
  readonly title: boolean;
  readonly secondHeader: boolean;
  readonly total: 'none' | 'first' | 'last';
  readonly note: boolean;
  readonly quoted: boolean;
  readonly blankRows: boolean;
}

const LETTERS = [...'abcdefghijklmnoprstuvwyzäéñöüçÀÉÖß0123456789 -,;\'"()/.'];
const name = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 3, maxLength: 24 })
  .map((letters) => `P${letters.join('').replace(/\s+/g, ' ').trim()}`);
const figure = fc.oneof(fc.nat(40), fc.nat(3_000_000));

const places: fc.Arbitrary<readonly Place[]> = fc.uniqueArray(
  fc.record({ name, figures: fc.tuple(figure, figure) }),
  { minLength: 2, maxLength: 12, selector: (place) => normalizeName(place.name) },
);

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'windows-1252'),
  thousands: fc.constantFrom('', ',', '.', ' ', '\u00a0', '\u202f', '’'),
  columns: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  title: fc.boolean(),
  secondHeader: fc.boolean(),
  total: fc.constantFrom('none', 'first', 'last'),
  note: fc.boolean(),
  quoted: fc.boolean(),
  blankRows: fc.boolean(),
});

const HEADINGS = ['Place', 'Pupils', 'Staff', 'Remark'];
const table: SourceChoices = { columns: { name: 'Place', counts: ['Pupils', 'Staff'] } };

function written(rows: readonly Place[], how: Writing): Uint8Array {
  const ordered = [...rows.keys()]
    .sort((a, b) => (how.order[a] ?? 0) - (how.order[b] ?? 0))
    .flatMap((index) => rows[index] ?? []);
  const sums: readonly [number, number] = [sum(rows, 0), sum(rows, 1)];
  const total = { name: 'Total', figures: sums };
  const body = [
    ...(how.total === 'first' ? [total] : []),
    ...ordered,
    ...(how.total === 'last' ? [total] : []),
  ].map((row) => [row.name, ...row.figures.map((n) => grouped(n, how.thousands)), 'x']);
  const blank = ['', '', '', ''];
  const cells = [
    HEADINGS,
    ...(how.secondHeader ? [HEADINGS] : []),
    ...body.flatMap((row) => (how.blankRows ? [row, blank] : [row])),
    ...(how.note ? [['Updated by hand', '', '', '']] : []),
  ].map((row) => how.columns.map((column) => row[column] ?? ''));
  const lines = cells.map((row) => row.map((cell) => quote(cell, how)).join(how.delimiter));
  const title = how.title ? ['Cases by place'] : [];
  return encoded(`${[...title, ...lines].join(how.lineEnd)}${how.lineEnd}`, how.encoding);
}

const sum = (rows: readonly Place[], column: 0 | 1) =>
  rows.reduce((total, { figures }) => total + figures[column], 0);

const grouped = (number: number, separator: string) =>
  String(number).replace(/\B(?=(\d{3})+$)/g, separator);

function quote(cell: string, { quoted, delimiter }: Writing): string {
  const isNeeded = quoted || cell.includes(delimiter) || cell.includes('"');
  return isNeeded ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encoded(text: string, encoding: Writing['encoding']): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`);
  return Buffer.from([...text].flatMap(windows1252Byte));
}

/** Latin-1 is Windows-1252 but for the typographic apostrophe, which is all of the rest used here. */
function windows1252Byte(letter: string): number {
  return letter === '’' ? 0x92 : (letter.codePointAt(0) ?? 0);
}

/** A narrow no-break space is in no Windows-1252. */
const canBeWritten = ({ encoding, thousands }: Writing) =>
  encoding !== 'windows-1252' || thousands !== '\u202f';

/** One thousand alone, or thousands that all end in zeros, may be decimals: that is refused. */
const isPlain = (rows: readonly Place[], { thousands }: Writing) =>
  thousands !== '.' ||
  (rows.every(({ figures }) => figures.every((n) => n < 1000 || n % 1000 !== 0)) &&
    [0, 1].every((column) => sum(rows, column === 0 ? 0 : 1) % 1000 !== 0));

describe('a table of places', () => {
  it('has the same counts however it is written', async () => {
    const folder = await scratch();
    const file = join(folder, 'sheet');
    await fc.assert(
      fc.asyncProperty(places, writing, async (rows, how) => {
        fc.pre(canBeWritten(how) && isPlain(rows, how));
        await writeFile(file, written(rows, how));
        // The ledger knows the places: one may have as many cases as all others.
        const known = knowing(...rows.map((row) => normalizeName(row.name)));
        const reading = await readSheet(file, table, { known });
        const byName = (list: readonly (readonly [string, number])[]) => new Map(list);
        expect(byName(Object.entries(reading.counts))).toEqual(
          byName(rows.map((row) => [row.name, row.figures[0] + row.figures[1]])),
        );
        expect(reading.unreadable).toEqual([]);
        const total = how.total === 'none' ? null : sum(rows, 0) + sum(rows, 1);
        expect(reading.districtTotal).toBe(total);
      }),
      { numRuns: 60 },
    );
  }, 180_000);
});
