import { normalizeName } from '../domain/school-name.ts';
import type { CasesOfPlace } from './cases-of-place.ts';
import { reject } from './causes.ts';
import { countReader } from './count-cells.ts';
import { isDateHeading } from './dates.ts';
import { notice, type RowReader } from './row-reader.ts';
import { cut, listHeadings, textOf } from './table.ts';

/** From so many places on, nobody believes that each has exactly one case. */
const PLACES_TO_BE_SURE = 20;
/** Of ids that stand on two rows, among ids that are a case's: a slip of the keyboard. */
const SLIPS = 0.01;
/** Of a column’s numbers that must differ, before they number the cases of a list. */
const SHARE_OF_NUMBERS = 0.9;
/** Of ids that may go by several names: places renamed, names misspelt. */
const SHARE_RENAMED = 0.1;

type Places = ReadonlyMap<string, CasesOfPlace>;

/**
 * Refuses rows that are no list of cases, however well their columns fit: a table with a row per
 * place would give every place one case for ever.
 *
 * @throws Refusal (exit 3) in the words of what they look like
 */
export function refuseMisreadCases(reader: RowReader, places: Places): void {
  if (places.size === 0) return;
  refuseIdOfCase(reader, places);
  refuseSharedIds(reader, places);
  refuseRowPerPlace(reader, places);
}

/** Ids that never repeat beside names that do are the cases' own. */
function refuseIdOfCase(reader: RowReader, places: Places): void {
  if (reader.reading.id === undefined || reader.reading.name.length === 0) return;
  const repeated = [...places.values()].filter(({ rows }) => rows > 1).length;
  if (repeated > places.size * SLIPS) return;
  const names = new Set<string>();
  for (const { lastName } of places.values()) names.add(normalizeName(lastName));
  names.delete('');
  const isShared = repeated === 0 ? names.size < places.size : names.size <= places.size / 2;
  if (!isShared || names.size === 0) return;
  const [id, name] = [reader.keyHeading, reader.heading(reader.reading.name[0])];
  throw reject(
    'misread-rows',
    `"${id}" looks like the case’s id, not the place’s: ${places.size} rows have ${places.size - repeated} ids that never repeat, but ${names.size} names under "${name}". Set "source.columns.id" to null, so that places are known by name, or to the column with the place’s own id`,
    { line: 1, column: id },
  );
}

/** One id under several names is an area's, or a district's, and would melt its places into one. */
function refuseSharedIds(reader: RowReader, places: Places): void {
  const shared = [...places.values()].filter(({ names }) => names !== undefined);
  const [first] = shared;
  if (!first?.names) return;
  const [one, other] = first.names.map(cut);
  const example = `${first.text} is "${one}" and "${other}"`;
  const what = `${shared.length} of ${places.size} ids under "${reader.keyHeading}" go by several names (${example})`;
  if (shared.length < 2 || shared.length <= places.size * SHARE_RENAMED) {
    reader.findings.push(notice('id-with-several-names', `${what}; the last one is the label`));
    return;
  }
  throw reject(
    'misread-rows',
    `${what}: it looks like the id of something larger than a place. Put the column with the place’s own id under "source.columns.id", or null there, so that places are known by name`,
    { line: first.lastLine, column: reader.keyHeading },
  );
}

/** Whole numbers that no setting names, beside places that the rows do not repeat. */
function refuseRowPerPlace(reader: RowReader, places: Places): void {
  const { settings } = reader.rules;
  const rows = [...places.values()].map((place) => place.rows);
  const repeats = rows.some((count) => count > 1);
  const isEven = places.size > 1 && rows.every((count) => count === rows[0]);
  const { counts } = settings.columns;
  // Objects of a place are summed in JSON, so there a table may repeat its places, too.
  const hasLostCounts = reader.table.shape === 'json' && counts !== null;
  if (repeats && !isEven && !hasLostCounts) return;
  const numbers = wholeNumberColumns(reader, repeats);
  if (numbers.length === 0) return;
  const how = repeats
    ? hasLostCounts && !isEven
      ? 'No column fits "source.columns.counts"'
      : `Every place is on ${rows[0]} rows`
    : 'No place is on two rows';
  const said = `${how}, and ${columnsWithNumbers(numbers)}: a row may be a place rather than a case, and every place would keep ${repeats ? 'this count' : 'one case'} for ever`;
  const advice = `Set "source.columns.counts" to [${numbers
    .slice(0, 3)
    .map((name) => `"${cut(name)}"`)
    .join(
      ', ',
    )}] if that counts a place’s cases, or "source.rows" to "case" if each row is one case`;
  if (settings.rows === 'auto') throw reject('ambiguous-rows', `${said}. ${advice}`, { line: 1 });
  if (repeats || reader.reading.date !== undefined) return;
  // Somebody sets up a first read and can answer; later few places may have one case each.
  if (places.size >= PLACES_TO_BE_SURE || reader.rules.known.isEmpty) {
    const wayOut =
      'if each row is one case, name the column with its day under "source.columns.date"';
    throw reject('misread-rows', `${said}. ${advice.split(', or')[0]}; ${wayOut}`, { line: 1 });
  }
  reader.findings.push({ ...notice('row-per-place', `${said}. ${advice}`), level: 'warning' });
}

function columnsWithNumbers(numbers: readonly string[]): string {
  return numbers.length === 1
    ? `column ${listHeadings(numbers)} holds whole numbers that no setting names`
    : `columns ${listHeadings(numbers)} hold whole numbers that no setting names`;
}

/** Headings of columns of whole numbers that the reading does not use and that number no rows. */
function wholeNumberColumns(reader: RowReader, repeats: boolean): readonly string[] {
  const { table, reading } = reader;
  const used = new Set([reading.id, ...reading.name, reading.date]);
  return table.headings.flatMap(({ name }, column) => {
    if (used.has(column) || !holdsWholeNumbers(reader, column)) return [];
    const isNumbering = repeats ? numbersCases(reader, column) : countsRows(reader, column);
    return isNumbering ? [] : [name || `column ${column + 1}`];
  });
}

function holdsWholeNumbers({ table }: RowReader, column: number): boolean {
  const read = countReader({ zero: [], unknown: [] }, []);
  let numbers = 0;
  let dates = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    const cell = table.cell(row, column);
    const count = read(cell);
    if (count === 'unreadable') return false;
    if (typeof count !== 'number') continue;
    numbers += 1;
    if (isDateHeading(textOf(cell))) dates += 1;
  }
  return numbers > 0 && numbers * 2 >= table.rowCount && dates < numbers;
}

/** Whether a column numbers the cases: of the whole list, or of each place from 0 or 1 on. */
function numbersCases(reader: RowReader, column: number): boolean {
  return numbersRows(reader, column) || numbersWithinPlaces(reader, column);
}

function numbersWithinPlaces(reader: RowReader, column: number): boolean {
  const { table } = reader;
  const next = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const place = reader.idOf(row) || reader.nameOf(row);
    const number = Number(table.cell(row, column));
    const expected = next.get(place);
    if (expected === undefined ? number > 1 : number !== expected) return false;
    next.set(place, number + 1);
  }
  return true;
}

/**
 * Whether a column numbers the rows: 1, 2, 3 …, or numbers that all differ. In few rows either may
 * be chance.
 */
function numbersRows({ table }: RowReader, column: number): boolean {
  const first = Number(table.cell(0, column));
  const seen = new Set<number>();
  let isRunning = true;
  for (let row = 0; row < table.rowCount; row += 1) {
    const number = Number(table.cell(row, column));
    isRunning &&= number === first + row;
    seen.add(number);
  }
  const isMany = table.rowCount >= PLACES_TO_BE_SURE;
  const isNumbering = isMany && seen.size >= table.rowCount * SHARE_OF_NUMBERS;
  return (isRunning && table.rowCount > 2) || isNumbering;
}

/** The same where no place repeats: only 1, 2, 3 … in many rows is surely no count. */
function countsRows({ table }: RowReader, column: number): boolean {
  if (table.rowCount < PLACES_TO_BE_SURE) return false;
  const first = Number(table.cell(0, column));
  for (let row = 0; row < table.rowCount; row += 1) {
    if (Number(table.cell(row, column)) !== first + row) return false;
  }
  return true;
}
