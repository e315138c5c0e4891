import { parseSchoolId } from '../domain/school-id.ts';
import { cleanName } from '../domain/school-name.ts';
import {
  believed,
  coordinates,
  type DroppedRow,
  droppedRows,
  type LocationRow,
  type MapBounds,
  type ReadLocations,
} from './believed-locations.ts';
import { reject } from './causes.ts';
import { columnOf } from './find-columns.ts';
import { type RegistryReading, readRegistrySource } from './read-registry-source.ts';
import { readCsvTable } from './read-table.ts';
import { type Heading, headingOf, listHeadings, textOf } from './table.ts';

export interface LocationsSource {
  /** A web address, or the path of a local file. */
  readonly address: string;
  readonly columns: {
    /** null: the file knows places by name only. */
    readonly schoolId: string | null;
    readonly name: string;
    /** A longer name; null or absent: the file has none. */
    readonly label?: string | null;
    readonly latitude: string;
    readonly longitude: string;
    /** null: the file has none. */
    readonly enrollment: string | null;
  };
}

export interface LocationsOptions extends RegistryReading {
  readonly bounds: MapBounds;
}

/**
 * Reads where places are, and how many people they have, from a CSV file with a row per place.
 * Places are known by id or, where the file has none, by name. Rows that are left out and coordinates
 * that are not believed are findings.
 *
 * @throws Refusal (exit 3) when the file cannot be read at all; a wrong row is a finding
 */
export async function readLocations(
  source: LocationsSource,
  options: LocationsOptions,
): Promise<ReadLocations> {
  const text = await readRegistrySource(source.address, options);
  return parseLocations(text, source.columns, options.bounds);
}

/** As `readLocations`, for the file's text. */
export async function parseLocations(
  text: string,
  columns: LocationsSource['columns'],
  bounds: MapBounds,
): Promise<ReadLocations> {
  const found = await readCsvTable(text, {
    fit: (headings) => columnsIn(headings, columns),
    keysOf: ({ id, name }) => [id ?? name],
  });
  if (found.kind === 'no-header') throw missingColumn(columns, found.likely);
  const { table, reading: at } = found;
  const rows: LocationRow[] = [];
  const dropped: DroppedRow[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const cell = (column: number | null) =>
      column === null ? '' : textOf(table.cell(row, column));
    const line = table.lineOf(row);
    const name = cleanName(cell(at.name)).name;
    const id = at.id === null ? null : (parseSchoolId(cell(at.id)) ?? undefined);
    if (id === undefined)
      dropped.push({ line, column: columns.schoolId ?? '', value: cell(at.id) });
    else if (id === null && name === '') dropped.push({ line, column: columns.name, value: '' });
    else {
      const label = cleanName(cell(at.label)).name;
      const enrollment = people(cell(at.enrollment));
      const place = coordinates(cell(at.latitude), cell(at.longitude));
      rows.push({ line, entry: { id, name, label: label || null, enrollment }, place });
    }
  }
  const { entries, findings } = believed(rows, bounds);
  return { entries, findings: [...droppedRows(dropped, table.rowCount), ...findings] };
}

interface LocationColumns {
  /** null: the file has names only. */
  readonly id: number | null;
  readonly name: number;
  readonly label: number | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly enrollment: number | null;
}

/** @returns undefined when one of them is missing */
function columnsIn(
  headings: readonly Heading[],
  columns: LocationsSource['columns'],
): LocationColumns | undefined {
  const optional = (column: string | null) => (column === null ? null : columnOf(headings, column));
  const [id, name] = [optional(columns.schoolId), columnOf(headings, columns.name)];
  const label = optional(columns.label ?? null);
  const latitude = columnOf(headings, columns.latitude);
  const longitude = columnOf(headings, columns.longitude);
  const enrollment = optional(columns.enrollment);
  if (id === undefined || name === undefined || enrollment === undefined) return undefined;
  if (latitude === undefined || longitude === undefined || label === undefined) return undefined;
  return { id, name, label, latitude, longitude, enrollment };
}

/** 0 people is what sources write for unknown. */
function people(cell: string): number | null {
  const text = cell.replaceAll(',', '').replace(/\.0+$/, '');
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function missingColumn(columns: LocationsSource['columns'], header: readonly string[]) {
  const wanted = [
    columns.schoolId,
    columns.name,
    columns.label ?? null,
    columns.latitude,
    columns.longitude,
    columns.enrollment,
  ].filter((column) => column !== null);
  const name = wanted.find((column) => !header.includes(headingOf(column))) ?? columns.name;
  return reject(
    'unknown-columns',
    `The locations have no column "${name}"; they have ${listHeadings(header)}`,
    { column: name },
  );
}
