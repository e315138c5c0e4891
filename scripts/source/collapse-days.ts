import { reject } from './causes.ts';
import { daysOfRows } from './days-of-rows.ts';
import { refuseMisreadColumns } from './misread-places.ts';
import { refuseFallingTotals, refuseGrowingNews } from './misread-series.ts';
import { countOfRow, hasFigure, type PlaceRow, readPlaceRows, sumOfRows } from './place-rows.ts';
import type { RowReader } from './row-reader.ts';
import { cut, textOf } from './table.ts';

/**
 * Rows of places and days, put together by place: the newest figure of running totals, the sum of
 * new cases.
 *
 * @throws Refusal (exit 3) when a running total has two rows for one place and day, or the figures
 *   are of the other kind
 */
export function collapseDays(reader: RowReader): readonly PlaceRow[] {
  const { reading, rules } = reader;
  const read = readPlaceRows(reader, reading.counts, daysOfRows(reader));
  refuseMisreadColumns(reader, read.rows, reading.counts, read.fractions);
  const dated = read.rows.filter((row) => row.day !== '' || !refuseUndated(reader, row));
  const byPlace = new Map<string, PlaceRow[]>();
  for (const row of dated) {
    const rows = byPlace.get(row.text);
    if (rows) rows.push(row);
    else byPlace.set(row.text, [row]);
  }
  const places = [...byPlace.values()];
  for (const rows of places) rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (rules.settings.counts === 'new') {
    refuseGrowingNews(places.map(perDay), '"source.counts" to "cumulative"');
    return places.map(sumOfRows);
  }
  for (const rows of places) refuseDoubleDays(reader, rows);
  refuseFallingTotals(places.map(perDay), '"source.counts" to "new"');
  return places.flatMap((rows) => rows.findLast(hasFigure) ?? rows.at(-1) ?? []);
}

/** A figure without a day is nobody's; a total often has none. */
function refuseUndated(reader: RowReader, row: PlaceRow): boolean {
  if (!hasFigure(row) && (!row.bad || (row.id === '' && row.name === ''))) return false;
  if (reader.judge.isTotal(row.name)) return false;
  const { date } = reader.reading;
  const value = date === undefined ? '' : textOf(reader.table.cell(row.row, date));
  const id = row.key === undefined ? undefined : row.key.kind === 'id' ? row.key.id : row.key.slug;
  reader.reject({
    line: row.line,
    column: reader.heading(date),
    value,
    what: 'date',
    id,
    name: row.name || undefined,
  });
  return true;
}

/** A place's figures by day, ascending; rows of one day together. */
function perDay(rows: readonly PlaceRow[]): readonly number[] {
  const days = new Map<string, number>();
  for (const row of rows) {
    const count = countOfRow(row);
    const day = row.day.slice(0, 10);
    if (count !== null) days.set(day, (days.get(day) ?? 0) + count);
  }
  return [...days.values()];
}

function refuseDoubleDays(reader: RowReader, rows: readonly PlaceRow[]): void {
  const index = rows.findIndex(
    (row, at) => at > 0 && row.day === rows[at - 1]?.day && hasFigure(row) && row.day !== '',
  );
  const [first, second] = [rows[index - 1], rows[index]];
  if (!first || !second || reader.judge.isTotal(second.name)) return;
  const name = cut(second.name || second.id);
  throw reject(
    'duplicate-schools',
    `The source lists the place "${name}" twice on one day, in lines ${first.line} and ${second.line}. If its rows are new cases, by kind of person for example, set "source.counts" to "new"`,
    { line: second.line, value: name },
  );
}
