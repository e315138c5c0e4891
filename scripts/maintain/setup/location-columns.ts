import { normalizeName } from '../../domain/school-name.ts';
import type { SnapshotRow } from '../../ledger/snapshot.ts';
import type { LocationsSource } from '../../source/locations.ts';
import { likelyTable } from '../../source/read-table.ts';
import { textOf } from '../../source/table.ts';
import { type ColumnProfile, profileColumns } from './column-profiles.ts';
import { wordsOf } from './heading-words.ts';
import { type ProfiledTable, proposeIds, proposeNames } from './propose-names.ts';

/** As the settings name the columns of a locations file. */
export type LocationColumns = LocationsSource['columns'];

const LATITUDE = /^(lat|latitude|latitud|breite|breitengrad)$/;
const LONGITUDE = /^(lon|long|lng|longitude|longitud|laenge|lange|laengengrad|langengrad)$/;
const ENROLLMENT = /^(enrollment|enrolment|enrolled|pupils|alumnos|effectif|effectifs)$/;

/**
 * Finds out which columns of a locations file say what: ids and names are those that the sheet's
 * places have.
 *
 * @param text the file's
 * @param rows the places of the sheet
 * @returns undefined where no column looks like a latitude, a longitude, or a name
 */
export async function locationColumns(
  text: string,
  rows: readonly SnapshotRow[],
): Promise<LocationColumns | undefined> {
  const table = await likelyTable({ shape: 'csv', text }, null);
  if (!table) return undefined;
  const sheet = { table, columns: profileColumns(table, { zero: [], unknown: [] }) };
  const named = (pattern: RegExp) =>
    sheet.columns.find(({ heading }) => wordsOf(heading).some((word) => pattern.test(word)));
  const [latitude, longitude] = [named(LATITUDE), named(LONGITUDE)];
  const [likelyName] = proposeNames(sheet)[0] ?? [];
  const name = mostShared(sheet, namesOf(rows), (text) => normalizeName(text)) ?? likelyName;
  if (!latitude || !longitude || !name) return undefined;
  const [likelyId] = proposeIds(sheet, [name], true);
  const ids = idsOf(rows);
  // A sheet that is known by names has use for the ids of a file, too: they may be learnt.
  const id = ids.size > 0 ? mostShared(sheet, ids, (text) => text) : likelyId;
  return {
    schoolId: id?.heading ?? null,
    name: name.heading,
    latitude: latitude.heading,
    longitude: longitude.heading,
    enrollment: named(ENROLLMENT)?.heading ?? null,
  };
}

function namesOf(rows: readonly SnapshotRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ name }) => normalizeName(name ?? '')).filter(Boolean));
}

function idsOf(rows: readonly SnapshotRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ key }) => (key.kind === 'id' ? key.id : [])));
}

/** The column that has most of these texts; undefined: none has any. */
function mostShared(
  { table, columns }: ProfiledTable,
  wanted: ReadonlySet<string>,
  compared: (text: string) => string,
): ColumnProfile | undefined {
  let most = 0;
  let best: ColumnProfile | undefined;
  for (const column of columns) {
    const found = new Set<string>();
    for (let row = 0; row < table.rowCount; row += 1) {
      const text = compared(textOf(table.cell(row, column.index)));
      if (wanted.has(text)) found.add(text);
    }
    if (found.size > most) [most, best] = [found.size, column];
  }
  return best;
}
