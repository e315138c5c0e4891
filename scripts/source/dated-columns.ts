import { reject } from './causes.ts';
import { type CountReader, countReader } from './count-cells.ts';
import { daysOf } from './days-of-rows.ts';
import { refuseFallingTotals, refuseGrowingNews } from './misread-series.ts';
import { cellsOf } from './place-rows.ts';
import type { RowReader } from './row-reader.ts';

/**
 * The count columns of a table whose headings are dates: all of them where they show new cases,
 * those of the newest day with a figure where they show running totals.
 *
 * @throws Refusal (exit 3) when two headings are one date, or the figures are of the other kind
 */
export function datedColumns(
  reader: RowReader,
  which: 'last date' | 'every date',
): readonly number[] {
  const { reading, rules } = reader;
  refuseTwice(reader);
  const read = countReader(rules.settings.cells, cellsOf(reader, reading.counts));
  const byDay = columnsByDay(reader);
  const series = () => seriesOf(reader, byDay, read);
  if (which === 'every date') {
    refuseGrowingNews(series(), '"source.columns.counts" to "last date"');
    return reading.counts;
  }
  refuseFallingTotals(series(), '"source.columns.counts" to "every date"');
  return (
    byDay.findLast((columns) => holdsFigure(reader, columns, read)) ?? reading.counts.slice(-1)
  );
}

/** Columns of one day together, days ascending. */
function columnsByDay(reader: RowReader): readonly (readonly number[])[] {
  const plain = (column: number) => reader.table.headings[column]?.plain ?? '';
  const dayOf = daysOf(reader.reading.counts.map(plain));
  const byDay = new Map<string, number[]>();
  for (const column of reader.reading.counts) {
    const day = dayOf(plain(column));
    const columns = byDay.get(day);
    if (columns) columns.push(column);
    else byDay.set(day, [column]);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, columns]) => columns);
}

function refuseTwice(reader: RowReader): void {
  const seen = new Set<string>();
  for (const column of reader.reading.counts) {
    const heading = reader.heading(column);
    if (seen.has(heading)) {
      const message = `The source has two columns "${heading}": it is not clear which is meant`;
      throw reject('unknown-columns', message, { line: 1, column: heading });
    }
    seen.add(heading);
  }
}

function holdsFigure({ table }: RowReader, columns: readonly number[], read: CountReader): boolean {
  for (let row = 0; row < table.rowCount; row += 1) {
    if (columns.some((column) => typeof read(table.cell(row, column)) === 'number')) return true;
  }
  return false;
}

/** The figures of each row by day, ascending; days without one left out. */
function* seriesOf(
  { table }: RowReader,
  byDay: readonly (readonly number[])[],
  read: CountReader,
): Generator<readonly number[]> {
  for (let row = 0; row < table.rowCount; row += 1) {
    yield byDay.flatMap((columns) => {
      const figures = columns.map((column) => read(table.cell(row, column)));
      const numbers = figures.flatMap((figure) => (typeof figure === 'number' ? figure : []));
      return numbers.length === 0 ? [] : [numbers.reduce((sum: number, number) => sum + number, 0)];
    });
  }
}
