import { type CumulativeCount, cumulativeCount } from '../domain/count.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { SnapshotRow } from '../ledger/snapshot.ts';
import { addCase, type CasesOfPlace } from './cases-of-place.ts';
import { refuseMisreadCases } from './misread-cases.ts';
import { keyOfId, keyOfName } from './place-keys.ts';
import { isTooLong } from './place-name.ts';
import type { Interpretation, RowReader } from './row-reader.ts';
import { textOf } from './table.ts';

/**
 * Rows of cases: a place's count is the number of its rows, its label the name on the last of them.
 * Where places are known by name, a footer below the cases is one more text in their column: it is no
 * place unless a case above it or the ledger knows the name.
 *
 * @throws Refusal (exit 3) when the rows look like something else than cases
 */
export function readCases(reader: RowReader): Interpretation {
  const { table, reading, judge } = reader;
  const isByName = reading.id === undefined;
  const withoutKey: number[] = [];
  const places = new Map<string, CasesOfPlace>();
  const keys = new Map<string, string>();
  const isKey = isByName ? isShortEnough : isId;
  const isNamed = (id: string) => isByName || id === '';
  const footers = footersOf(reader);
  for (let row = 0; row < table.rowCount; row += 1) {
    const [id, name, line] = [reader.idOf(row), reader.nameOf(row), table.lineOf(row)];
    if (reader.ignoreList.meets(id, name)) continue;
    const text = isByName ? name : id;
    const noPlace = isNamed(id) && judge.isTotal(name) ? 'total' : footers.get(row);
    if (noPlace) reader.noPlaces.push({ line, text: name, kind: noPlace, count: null });
    else if (text === '') withoutKey.push(line);
    else if (!isKey(text)) {
      reader.reject({ line, column: reader.keyHeading, value: text, what: 'id' });
    } else addCase(places, isByName ? normalKey(text, keys) : text, { text, name, line });
  }
  refuseMisreadCases(reader, places);
  const rows = [...places.values()].flatMap((place) => snapshotRow(reader, place, isByName));
  return { ...reader.rest(withoutKey), rows, notReported: [], districtTotal: null };
}

const isShortEnough = (name: string) => !isTooLong(name);
const isId = (text: string) => parseSchoolId(text) !== undefined;

/**
 * The rows below the cases that say nothing but a name, which neither a case nor the ledger knows:
 * notes. Only a table known by names can have them; without an id, others are skipped anyway.
 */
function footersOf(reader: RowReader): ReadonlyMap<number, 'note'> {
  const { table, reading, rules } = reader;
  const others = table.headings.flatMap((_, column) =>
    reading.name.includes(column) ? [] : [column],
  );
  if (reading.id !== undefined || others.length === 0) return new Map();
  let first = table.rowCount;
  while (first > 0 && others.every((column) => textOf(table.cell(first - 1, column)) === '')) {
    first -= 1;
  }
  if (first === table.rowCount) return new Map();
  const names = new Set<string>();
  for (let row = 0; row < first; row += 1) names.add(normalizeName(reader.nameOf(row)));
  const rows = Array.from({ length: table.rowCount - first }, (_, index) => first + index);
  const isUnknown = (row: number) => {
    const name = normalizeName(reader.nameOf(row));
    return name !== '' && !names.has(name) && !rules.known.has(name);
  };
  return new Map(rows.filter(isUnknown).map((row) => [row, 'note']));
}

/** Normalising is asked once for each spelling, not for each row. */
function normalKey(text: string, keys: Map<string, string>): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const normal = normalizeName(text) || text;
  keys.set(text, normal);
  return normal;
}

function snapshotRow(
  reader: RowReader,
  place: CasesOfPlace,
  isByName: boolean,
): readonly SnapshotRow[] {
  const { text, rows, firstLine: line } = place;
  const key = isByName ? keyOfName(text) : keyOfId(text);
  if (!key) {
    reader.reject({ line, column: reader.keyHeading, value: text, what: 'id' });
    return [];
  }
  const name = reader.labelOf(place.lastName, place.lastLine);
  return [{ key, name, count: casesOf(rows), line: place.lastLine }];
}

function casesOf(rows: number): CumulativeCount {
  const count = cumulativeCount(rows);
  if (count === undefined) throw new RangeError(`${rows} rows are not a count`);
  return count;
}
