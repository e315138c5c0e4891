import { cumulativeCount } from '../domain/count.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { SnapshotRow, UnreadableRow, UnreportedPlace } from '../ledger/snapshot.ts';
import { reject } from './causes.ts';
import { collapseDays } from './collapse-days.ts';
import { datedColumns } from './dated-columns.ts';
import { refuseMisreadColumns, refuseMisreadPlaces } from './misread-places.ts';
import {
  countOfRow,
  hasFigure,
  type PlaceRow,
  readPlaceRows,
  sumOfRows,
  unreported,
} from './place-rows.ts';
import { placesAsColumns } from './places-as-columns.ts';
import { type Interpretation, notice, type RowReader } from './row-reader.ts';
import { cut, textOf } from './table.ts';
import { districtTotal, takeOutTotals } from './total-rows.ts';

/**
 * A table of places: a row per place, or per place and day, with figures in columns.
 *
 * @throws Refusal (exit 3) when a place is on two rows, or the table looks like another kind
 */
export function readPlaces(reader: RowReader): Interpretation {
  const places = takeOutTotals(reader, onePerPlace(reader));
  refuseMisreadPlaces(reader, places);
  const rows: SnapshotRow[] = [];
  const notReported: UnreportedPlace[] = [];
  for (const row of places) {
    const unreadable = unreadableRow(reader, row);
    if (isNote(reader, row)) {
      const text = row.name || row.id || row.bad?.value || '';
      reader.noPlaces.push({ line: row.line, text, kind: 'note', count: null });
    } else if (unreadable) reader.reject(unreadable);
    else addPlace(reader, row, rows, notReported);
  }
  if (notReported.length > 0) reader.findings.push(notReportedFinding(notReported));
  const total = districtTotal(reader);
  return { ...reader.rest([]), rows, notReported, districtTotal: total };
}

/** The table's rows, those of one place put together; a place stands on one of them afterwards. */
function onePerPlace(reader: RowReader): readonly PlaceRow[] {
  const { reading, rules } = reader;
  if (reading.placesAreColumns) return withoutDoubles(reader, placesAsColumns(reader));
  if (reading.rowKind === 'place-and-day') return collapseDays(reader);
  const { counts } = rules.settings.columns;
  const columns = typeof counts === 'string' ? datedColumns(reader, counts) : reading.counts;
  const { rows, fractions } = readPlaceRows(reader, columns, () => '');
  refuseMisreadColumns(reader, rows, columns, fractions);
  return withoutDoubles(reader, rows);
}

/** Rows with text but not one figure are no places, unless an id says so or the ledger knows them. */
function isNote(reader: RowReader, row: PlaceRow): boolean {
  const { rules, reading } = reader;
  if (hasFigure(row) || row.found !== '') return false;
  // A single cell of text below a column of counts names no place either.
  if (row.bad) return row.id === '' && row.name === '' && isAlone(reader, row);
  if (rules.known.has(row.text) || rules.known.has(normalizeName(row.name))) return false;
  const lacksName = row.name === '' && reading.name.length > 0;
  return reading.id === undefined || row.key === undefined || lacksName;
}

function isAlone({ table }: RowReader, { row }: PlaceRow): boolean {
  return table.headings.filter((_, column) => textOf(table.cell(row, column)) !== '').length === 1;
}

function unreadableRow(reader: RowReader, row: PlaceRow): UnreadableRow | undefined {
  const { line, key, bad } = row;
  const name = row.name || undefined;
  if (!key) {
    const value = reader.reading.id === undefined ? row.name : row.id;
    return { line, column: reader.keyHeading, value, what: 'id', name };
  }
  if (!bad) return undefined;
  const id = key.kind === 'id' ? key.id : key.slug;
  return { line, ...bad, what: 'count', id, name };
}

function addPlace(
  reader: RowReader,
  row: PlaceRow,
  rows: SnapshotRow[],
  notReported: UnreportedPlace[],
): void {
  const name = reader.labelOf(row.name, row.line);
  const count = countOfRow(row);
  if (count === null) {
    const place = unreported(row, name);
    if (place) notReported.push(place);
    return;
  }
  const whole = cumulativeCount(count);
  if (whole === undefined) reader.reject(tooMany(row, count));
  else if (row.key) rows.push({ key: row.key, name, count: whole, line: row.line });
}

/** A sum of counts that no count can be. */
function tooMany({ line, key, name }: PlaceRow, sum: number): UnreadableRow {
  const id = key?.kind === 'id' ? key.id : key?.slug;
  return { line, column: 'the sum of the counts', value: String(sum), what: 'count', id, name };
}

function notReportedFinding(places: readonly UnreportedPlace[]) {
  const [first] = places;
  const what = first?.found ? `"${cut(first.found)}"` : 'nothing';
  const name = first?.name ?? (first?.key.kind === 'id' ? first.key.id : '');
  return notice(
    'not-reported',
    `${places.length} place(s) are shown without a figure and keep the count on record; the first is "${cut(name)}" in line ${first?.line}, with ${what} in its place`,
  );
}

/**
 * A place stands on one row of a table. Several objects of one place in a JSON document are
 * records of a database, and are summed.
 */
function withoutDoubles(reader: RowReader, rows: readonly PlaceRow[]): readonly PlaceRow[] {
  const byPlace = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const says = hasFigure(row) || row.bad || row.found;
    if (row.text === '' || !says || reader.judge.isTotal(row.name)) continue;
    const same = byPlace.get(row.text);
    if (same) same.push(row);
    else byPlace.set(row.text, [row]);
  }
  const doubled = [...byPlace.values()].filter((same) => same.length > 1);
  if (doubled.length === 0) return rows;
  const isDatabase = reader.table.shape === 'json' && reader.reading.id !== undefined;
  for (const same of doubled)
    if (!isDatabase || isTwin(reader, same)) throw onTwoRows(reader, same);
  reader.findings.push(
    notice(
      'objects-summed',
      `${doubled.length} place(s) have several objects in the source; their counts are summed`,
    ),
  );
  const summed = new Map(doubled.map((same) => [same[0]?.text ?? '', sumOfRows(same)]));
  const first = new Set(doubled.map(([row]) => row));
  return rows.flatMap((row) => {
    const sum = summed.get(row.text);
    if (!sum) return [row];
    return first.has(row) ? [sum] : [];
  });
}

/** Objects of one place that differ in their names are not one place's; equal ones are one twice. */
function isTwin({ table }: RowReader, rows: readonly PlaceRow[]): boolean {
  const names = new Set(rows.map(({ name }) => normalizeName(name)).filter(Boolean));
  if (names.size > 1) return true;
  const [a, b] = rows;
  if (!a || !b || table.headings.length < 3) return false;
  return table.headings.every(
    (_, column) => table.cell(a.row, column) === table.cell(b.row, column),
  );
}

function onTwoRows(reader: RowReader, [first, second]: readonly PlaceRow[]) {
  const name = cut(first?.name || first?.id || '');
  const lines = `lines ${first?.line} and ${second?.line}`;
  const isOneId = reader.reading.id !== undefined;
  const names = [first, second].map((row) => normalizeName(row?.name ?? ''));
  const several =
    isOneId && names[0] !== names[1]
      ? `The id ${cut(first?.id ?? '')} goes by several names, "${name}" and "${cut(second?.name ?? '')}", in ${lines}: it looks like the id of something larger than a place`
      : `The source lists the place "${name}" twice, in ${lines}`;
  return reject('duplicate-schools', `${several}${wayOut(reader, isOneId)}`, {
    line: second?.line,
    value: name,
  });
}

function wayOut({ table, rules, reading }: RowReader, isOneId: boolean): string {
  const isDated = (column: number) => {
    const texts = [0, 1, 2].map((row) => textOf(table.cell(row, column)));
    return (
      texts.every((text) => text === '' || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)) &&
      texts.some(Boolean)
    );
  };
  const day = table.headings.findIndex(
    (_, column) => !reading.counts.includes(column) && isDated(column),
  );
  if (day >= 0) {
    return `. If a row is a place and a day, set "source.rows" to "place-and-day" and "source.columns.date" to "${cut(table.headings[day]?.name ?? '')}"`;
  }
  if (isOneId || Array.isArray(rules.settings.columns.name)) return '';
  return '. If they are two places, name the columns that make them unique under "source.columns.name", as in ["County", "School"]';
}
