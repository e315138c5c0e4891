import { countReader } from '../../source/count-cells.ts';
import { readDays } from '../../source/dates.ts';
import { textOf } from '../../source/table.ts';
import type { ColumnProfile } from './column-profiles.ts';
import type { ProfiledTable } from './propose-names.ts';

/** Which cells of a sheet are the figures of which place on which day. */
export interface DayCells {
  readonly names: readonly ColumnProfile[];
  readonly figures: readonly ColumnProfile[];
  /** undefined: the headings of the figures are the days. */
  readonly date: ColumnProfile | undefined;
}

/** As many changes that never go down are chance in one of a hundred sheets of new cases. */
const CHANGES_TO_BE_SURE = 7;
/** A figure so high that new cases would hardly repeat it on the next day. */
const HARDLY_REPEATED = 20;
/** Falls among the changes of running totals: corrections. */
const SHARE_OF_FALLS = 0.25;

/**
 * What figures by day look like.
 *
 * @returns undefined: they could be either
 */
export function lookOfFigures(
  sheet: ProfiledTable,
  cells: DayCells,
): 'cumulative' | 'new' | undefined {
  let [falls, changes, kept] = [0, 0, 0];
  for (const series of seriesOf(sheet, cells)) {
    for (const [at, figure] of series.slice(1).entries()) {
      const before = series[at] ?? 0;
      if (figure !== before) changes += 1;
      else if (figure >= HARDLY_REPEATED) kept += 1;
      if (figure < before) falls += 1;
    }
  }
  if (falls === 0) return changes + kept >= CHANGES_TO_BE_SURE ? 'cumulative' : undefined;
  return falls > changes * SHARE_OF_FALLS ? 'new' : undefined;
}

/** Each place's figures, days ascending; those of one day together. */
function seriesOf(sheet: ProfiledTable, cells: DayCells): readonly (readonly number[])[] {
  const { table } = sheet;
  const read = countReader({ zero: [], unknown: [] }, []);
  const days = readDays(
    cells.date === undefined
      ? cells.figures.map(({ heading }) => heading)
      : Array.from({ length: table.rowCount }, (_, row) => cellText(sheet, row, cells.date)),
  );
  const dayOf = (text: string) => (days.kind === 'read' ? days.dayOf.get(text)?.slice(0, 10) : '');
  const byPlace = new Map<string, Map<string, number>>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const name = cells.names.map((column) => cellText(sheet, row, column)).join('\n');
    for (const column of cells.figures) {
      const figure = read(table.cell(row, column.index));
      const day = dayOf(cells.date ? cellText(sheet, row, cells.date) : column.heading);
      if (typeof figure !== 'number' || !day) continue;
      // Without names the columns are the places.
      const place = cells.names.length > 0 ? name : column.heading;
      const series = byPlace.get(place) ?? new Map<string, number>();
      byPlace.set(place, series.set(day, (series.get(day) ?? 0) + figure));
    }
  }
  return [...byPlace.values()].map((series) =>
    [...series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure),
  );
}

function cellText({ table }: ProfiledTable, row: number, column: ColumnProfile | undefined) {
  return column === undefined ? '' : textOf(table.cell(row, column.index));
}
