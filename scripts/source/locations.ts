import type { Finding } from '../domain/finding.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import { cleanName } from '../domain/school-name.ts';
import type { LocationEntry } from '../ledger/apply-locations.ts';
import { reject } from './causes.ts';
import { columnOf } from './find-columns.ts';
import { type RegistryReading, readRegistrySource } from './read-registry-source.ts';
import { readCsvTable } from './read-table.ts';
import { type Heading, headingOf, listHeadings, textOf } from './table.ts';

export interface LocationsSource {
  /** A web address, or the path of a local file. */
  readonly address: string;
  readonly columns: {
    readonly schoolId: string;
    readonly name: string;
    readonly latitude: string;
    readonly longitude: string;
    /** null: the file has none. */
    readonly enrollment: string | null;
  };
}

export interface LocationsOptions extends RegistryReading {
  /** Degrees; what lies outside is not believed. */
  readonly bounds: {
    readonly south: number;
    readonly west: number;
    readonly north: number;
    readonly east: number;
  };
}

export interface ReadLocations {
  readonly entries: readonly LocationEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Reads where schools are, and how many pupils they have, from a CSV file with a row per school.
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
  bounds: LocationsOptions['bounds'],
): Promise<ReadLocations> {
  const found = await readCsvTable(text, {
    fit: (headings) => columnsIn(headings, columns),
    keysOf: ({ id }) => [id],
  });
  if (found.kind === 'no-header') throw missingColumn(columns, found.likely);
  const { table, reading: at } = found;
  const entries: LocationEntry[] = [];
  const findings: Finding[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const cell = (column: number) => textOf(table.cell(row, column));
    const schoolId = parseSchoolId(cell(at.id));
    if (schoolId === undefined) continue;
    const [latitude, longitude] = [cell(at.latitude), cell(at.longitude)];
    const place = placeOf(latitude, longitude, bounds);
    if (place === 'outside') {
      findings.push({
        level: 'warning',
        code: 'location-outside',
        message: `The location of ${schoolId} lies outside the map’s bounds and is not believed`,
        line: table.lineOf(row),
        found: `${latitude}, ${longitude}`,
      });
    }
    const known = typeof place === 'object' ? place : { latitude: null, longitude: null };
    entries.push({
      id: schoolId,
      name: cleanName(cell(at.name)).name,
      ...known,
      enrollment: at.enrollment === null ? null : pupils(cell(at.enrollment)),
    });
  }
  return { entries, findings };
}

interface LocationColumns {
  readonly id: number;
  readonly name: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly enrollment: number | null;
}

/** @returns undefined when one of them is missing */
function columnsIn(
  headings: readonly Heading[],
  columns: LocationsSource['columns'],
): LocationColumns | undefined {
  const { schoolId, enrollment: pupilsName } = columns;
  const [id, name] = [columnOf(headings, schoolId), columnOf(headings, columns.name)];
  const latitude = columnOf(headings, columns.latitude);
  const longitude = columnOf(headings, columns.longitude);
  const enrollment = pupilsName === null ? null : columnOf(headings, pupilsName);
  if (id === undefined || name === undefined || enrollment === undefined) return undefined;
  if (latitude === undefined || longitude === undefined) return undefined;
  return { id, name, latitude, longitude, enrollment };
}

function placeOf(
  latitudeCell: string,
  longitudeCell: string,
  bounds: LocationsOptions['bounds'],
): { latitude: number; longitude: number } | 'unknown' | 'outside' {
  const [latitude, longitude] = [degrees(latitudeCell), degrees(longitudeCell)];
  if (latitude === undefined || longitude === undefined) return 'unknown';
  const isInside =
    latitude >= bounds.south &&
    latitude <= bounds.north &&
    longitude >= bounds.west &&
    longitude <= bounds.east;
  return isInside ? { latitude, longitude } : 'outside';
}

function degrees(text: string): number | undefined {
  return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** 0 pupils is what sources write for unknown. */
function pupils(cell: string): number | null {
  const text = cell.replaceAll(',', '');
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function missingColumn(columns: LocationsSource['columns'], header: readonly string[]) {
  const wanted = [
    columns.schoolId,
    columns.name,
    columns.latitude,
    columns.longitude,
    ...(columns.enrollment === null ? [] : [columns.enrollment]),
  ];
  const name = wanted.find((column) => !header.includes(headingOf(column))) ?? columns.schoolId;
  return reject(
    'unknown-columns',
    `The locations have no column "${name}"; they have ${listHeadings(header)}`,
    { column: name },
  );
}
