import type { Sheet } from './sheets-of-series.ts';

/** What happened to a sheet, and how it looks then. */
export interface Damage {
  readonly what: string;
  /** @param before the sheet as it was three weeks earlier */
  readonly damaged: (sheet: Sheet, before: Sheet) => Sheet;
}

const COUNTS = /^(count|Students|Staff|Cases)$/;
const KEYS = /^(ID|location|School)$/;
const NAMES = /^(location|School)$/;

type Row = readonly string[];

/** Every cell of the columns whose heading matches, changed. */
function cells(
  sheet: Sheet,
  columns: RegExp,
  change: (cell: string, row: number) => string,
  isChanged: (row: Row) => boolean = () => true,
): Sheet {
  const at = sheet.header.map((heading) => columns.test(heading));
  const rows = sheet.rows.map((row, index) =>
    isChanged(row) ? row.map((cell, column) => (at[column] ? change(cell, index) : cell)) : row,
  );
  return { ...sheet, rows };
}

function rows(sheet: Sheet, change: (rows: readonly Row[]) => readonly Row[]): Sheet {
  return { ...sheet, rows: change(sheet.rows) };
}

const isCount = (sheet: Sheet) => sheet.header.map((heading) => COUNTS.test(heading));
const nameOf = (sheet: Sheet, row: Row) =>
  row[sheet.header.findIndex((heading) => NAMES.test(heading))] ?? '';
const sumOf = (sheet: Sheet, row: Row) =>
  row.reduce((sum, cell, at) => sum + (isCount(sheet)[at] ? Number(cell) : 0), 0);

/** A row with these texts as key and name, and a figure in the first count column. */
function rowOf(sheet: Sheet, text: string, figure: number): Row {
  const at = isCount(sheet).indexOf(true);
  return sheet.header.map((heading, column) => {
    if (column === at) return String(figure);
    return NAMES.test(heading)
      ? text
      : heading === 'date'
        ? (sheet.rows.at(-1)?.[column] ?? '')
        : '';
  });
}

const scaled = (factor: number) => (cell: string) => String(Math.floor(Number(cell) * factor));

/** A school with many cases, by its name. */
function largest(sheet: Sheet): string {
  const totals = new Map<string, number>();
  for (const row of sheet.rows) {
    const name = nameOf(sheet, row);
    totals.set(name, (totals.get(name) ?? 0) + sumOf(sheet, row));
  }
  return [...totals].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

export const DAMAGES: readonly Damage[] = [
  { what: 'half a sheet', damaged: (s) => rows(s, (all) => all.slice(0, all.length / 2)) },
  {
    what: 'every second row missing',
    damaged: (s) => rows(s, (all) => all.filter((_, i) => i % 2)),
  },
  {
    what: 'the counts emptied',
    damaged: (s) => cells(s, COUNTS, () => ''),
  },
  {
    what: 'one column of counts emptied, or a third of the only one',
    damaged: (s) =>
      s.header.includes('Students')
        ? cells(s, /^Students$/, () => '')
        : cells(s, COUNTS, (cell, row) => (row % 3 === 0 ? '' : cell)),
  },
  { what: 'ids and names emptied', damaged: (s) => cells(s, KEYS, () => '') },
  {
    what: 'two columns swapped below their headings',
    damaged: (s) => {
      const one = s.header.findIndex((heading) => KEYS.test(heading));
      const other = isCount(s).indexOf(true);
      return rows(s, (all) =>
        all.map((row) =>
          row.map((cell, at) => (at === one ? row[other] : at === other ? row[one] : cell) ?? ''),
        ),
      );
    },
  },
  {
    what: 'the sheet of another district',
    damaged: (s) =>
      cells(
        cells(s, NAMES, (name) => `Lake ${name}`),
        /^ID$/,
        (id) => `9${id}`,
      ),
  },
  {
    what: 'the counts of the day before halved, or all of a table',
    damaged: (s) => {
      const [day] = s.rows.at(-1) ?? [];
      const days = s.rows.map(([date]) => date ?? '').filter((date) => date !== day);
      const isYesterday = (row: Row) => row[0] === days.at(-1);
      return cells(s, COUNTS, scaled(0.5), s.header.includes('date') ? isYesterday : undefined);
    },
  },
  { what: 'every count halved', damaged: (s) => cells(s, COUNTS, scaled(0.5)) },
  { what: 'every count doubled', damaged: (s) => cells(s, COUNTS, scaled(2)) },
  {
    what: 'the rows pasted twice, or every count doubled in a table',
    damaged: (s) =>
      s.header.includes('date') ? rows(s, (all) => [...all, ...all]) : cells(s, COUNTS, scaled(2)),
  },
  {
    what: 'ids and names shifted by a row',
    damaged: (s) => {
      const isKey = s.header.map((heading) => KEYS.test(heading));
      return rows(s, (all) =>
        all.map((row, index) =>
          row.map((cell, at) => (isKey[at] ? (all.at(index - 1)?.[at] ?? '') : cell)),
        ),
      );
    },
  },
  {
    what: 'the counts sorted by themselves',
    damaged: (s) => {
      const at = isCount(s).indexOf(true);
      const sorted = s.rows.map((row) => Number(row[at])).sort((a, b) => a - b);
      return cells(s, new RegExp(`^${s.header[at]}$`), (_, row) => String(sorted[row]));
    },
  },
  { what: 'a new sheet from zero', damaged: (s) => cells(s, COUNTS, () => '0') },
  {
    what: 'a new sheet that begins with few cases',
    damaged: (s) => rows(s, (all) => all.slice(-30)),
  },
  {
    what: 'one school at ten times',
    damaged: (s) => cells(s, COUNTS, scaled(10), (row) => nameOf(s, row) === largest(s)),
  },
  {
    what: 'a total of some other count, counted in',
    damaged: (s) =>
      rows(s, (all) => [
        ...all,
        rowOf(s, 'Schools and offices', 40 + all.reduce((sum, row) => sum + sumOf(s, row), 0)),
      ]),
  },
  {
    what: 'a footer with a year as a place',
    damaged: (s) =>
      rows(s, (all) => [...all, rowOf(s, 'Published by the Health Department', 2021)]),
  },
  {
    what: 'counts cut to one digit',
    damaged: (s) => cells(s, COUNTS, (cell) => cell.slice(-1)),
  },
  {
    what: 'every tenth count without its first digit',
    damaged: (s) => cells(s, COUNTS, (cell, row) => (row % 10 ? cell : cell.slice(1) || '0')),
  },
  {
    what: 'rows of ten days lost, or a tenth of a table',
    damaged: (s) =>
      s.header.includes('date')
        ? rows(s, (all) => all.filter(([date]) => !date?.startsWith('2021-08-1')))
        : rows(s, (all) => all.filter((_, index) => index % 10)),
  },
  {
    what: 'one kind of person left out',
    damaged: (s) =>
      s.header.includes('type')
        ? rows(s, (all) => all.filter(([, type]) => type === 'Student'))
        : cells(s, /^(Staff|Cases)$/, scaled(0.7)),
  },
  { what: 'the sheet of three weeks before', damaged: (_, before) => before },
  {
    what: 'names cut to eight letters, and ids to three digits',
    damaged: (s) =>
      cells(
        cells(s, NAMES, (name) => name.slice(0, 8)),
        /^ID$/,
        (id) => id.slice(0, 3),
      ),
  },
  { what: 'formulas that broke', damaged: (s) => cells(s, COUNTS, () => '#REF!') },
  {
    what: 'rates instead of counts',
    damaged: (s) => cells(s, COUNTS, (cell) => (Number(cell) / 7).toFixed(2)),
  },
  { what: 'signs in front of counts', damaged: (s) => cells(s, COUNTS, (cell) => `-${cell}`) },
  {
    what: 'other headings',
    damaged: (s) => ({ ...s, header: s.header.map((heading) => `${heading} (new)`) }),
  },
];
