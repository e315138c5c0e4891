import { type CumulativeCount, cumulativeCount } from '../domain/count.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { SnapshotRow } from '../ledger/snapshot.ts';
import { addCase, type CasesOfPlace } from './cases-of-place.ts';
import { refuseMisreadCases } from './misread-cases.ts';
import { keyOfId, keyOfName } from './place-keys.ts';
import { isTooLong } from './place-name.ts';
import type { Interpretation, RowReader } from './row-reader.ts';

/**
 * Rows of cases: a place's count is the number of its rows, its label the name on the last of them.
 *
 * @throws Refusal (exit 3) when the rows look like something else than cases
 */
export function readCases(reader: RowReader): Interpretation {
  const { table, reading, judge } = reader;
  const isByName = reading.id === undefined;
  const withoutKey: number[] = [];
  const places = new Map<string, CasesOfPlace>();
  const keys = new Map<string, string>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const [id, name, line] = [reader.idOf(row), reader.nameOf(row), table.lineOf(row)];
    if (reader.ignoreList.meets(id, name)) continue;
    const text = isByName ? name : id;
    if ((isByName || id === '') && judge.isTotal(name)) {
      reader.noPlaces.push({ line, text: name, kind: 'total', count: null });
    } else if (text === '') withoutKey.push(line);
    else if (isByName ? isTooLong(text) : parseSchoolId(text) === undefined) {
      reader.reject({ line, column: reader.keyHeading, value: text, what: 'id' });
    } else addCase(places, isByName ? normalKey(text, keys) : text, { text, name, line });
  }
  refuseMisreadCases(reader, places);
  const rows = [...places.values()].flatMap((place) => snapshotRow(reader, place, isByName));
  return { ...reader.rest(withoutKey), rows, notReported: [], districtTotal: null };
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
  if (count === undefined) throw new RangeError(`${rows} rows are no count`);
  return count;
}
