import { normalizeName } from '../domain/school-name.ts';
import { countReader } from './count-cells.ts';
import { daysOfRows } from './days-of-rows.ts';
import { refuseFallingTotals, refuseGrowingNews } from './misread-series.ts';
import { keyOfName } from './place-keys.ts';
import { cellsOf, type PlaceRow } from './place-rows.ts';
import type { RowReader } from './row-reader.ts';
import { textOf } from './table.ts';

interface DayRow {
  readonly row: number;
  readonly day: string;
}

/**
 * A table with a column per place and a row per day, as rows of places: the newest row with a figure
 * of running totals, the sum of new cases. A place goes by its heading.
 *
 * @throws Refusal (exit 3) when the figures are of the other kind
 */
export function placesAsColumns(reader: RowReader): readonly PlaceRow[] {
  const { table, reading, rules } = reader;
  const columns = reading.counts.filter(
    (column) => !reader.ignoreList.meets(reader.heading(column)),
  );
  const read = countReader(rules.settings.cells, cellsOf(reader, columns));
  const figure = (row: number, column: number) => {
    const count = read(table.cell(row, column));
    return typeof count === 'number' ? count : null;
  };
  const days = daysWithFigures(reader, (row) =>
    columns.some((column) => figure(row, column) !== null),
  );
  const series = columns.map((column) => days.flatMap(({ row }) => figure(row, column) ?? []));
  const isNew = rules.settings.counts === 'new';
  if (isNew) refuseGrowingNews(series, '"source.counts" to "cumulative"');
  else refuseFallingTotals(series, '"source.counts" to "new"');
  const counted = isNew ? days : days.slice(-1);
  const newest = days.at(-1)?.row ?? 0;
  return columns.map((column) => {
    const name = reader.heading(column);
    const cells = counted.map(({ row }) => ({
      cell: table.cell(row, column),
      count: read(table.cell(row, column)),
    }));
    const figures = cells.flatMap(({ count }) => (typeof count === 'number' ? count : []));
    const bad = cells.find(({ count }) => count === 'unreadable');
    const unknown = cells.find(({ count }) => count === 'unknown');
    return {
      text: normalizeName(name) || name,
      key: keyOfName(name),
      id: '',
      name,
      row: newest,
      line: table.lineOf(newest),
      counts: [
        figures.length === 0 ? null : figures.reduce((sum: number, count) => sum + count, 0),
      ],
      found: unknown ? textOf(unknown.cell) : '',
      bad: bad && { column: name, value: textOf(bad.cell) },
      day: days.at(-1)?.day ?? '',
    };
  });
}

/** Rows with a day and a figure, ascending; a figure without a day is reported or is a total. */
function daysWithFigures(
  reader: RowReader,
  hasFigure: (row: number) => boolean,
): readonly DayRow[] {
  const { table, reading } = reader;
  const dayOf = daysOfRows(reader);
  const days: DayRow[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    if (!hasFigure(row)) continue;
    const day = dayOf(row);
    if (day !== '') days.push({ row, day });
    else {
      const value = reading.date === undefined ? '' : textOf(table.cell(row, reading.date));
      const line = table.lineOf(row);
      if (reader.judge.isTotal(value)) {
        reader.noPlaces.push({ line, text: value, kind: 'total', count: null });
      } else {
        reader.reject({ line, column: reader.heading(reading.date), value, what: 'date' });
      }
    }
  }
  return days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
