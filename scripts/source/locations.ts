import type { Finding } from '../domain/finding.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import { cleanName } from '../domain/school-name.ts';
import type { LocationEntry } from '../ledger/apply-locations.ts';
import { reject } from './causes.ts';
import { columnOf, readCsvTable } from './csv-table.ts';
import { type RegistryReading, readRegistrySource } from './read-registry-source.ts';

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
export function parseLocations(
  text: string,
  columns: LocationsSource['columns'],
  bounds: LocationsOptions['bounds'],
): ReadLocations {
  const { header, rows } = readCsvTable(text);
  const at = (name: string) => {
    const index = columnOf(header, name);
    if (index < 0) throw missingColumn(name, header);
    return index;
  };
  const [id, name, latitude, longitude] = [
    at(columns.schoolId),
    at(columns.name),
    at(columns.latitude),
    at(columns.longitude),
  ];
  const enrollment = columns.enrollment === null ? -1 : at(columns.enrollment);
  const entries: LocationEntry[] = [];
  const findings: Finding[] = [];
  for (const { line, cells } of rows) {
    const schoolId = parseSchoolId((cells[id] ?? '').trim());
    if (schoolId === undefined) continue;
    const place = placeOf(cells[latitude], cells[longitude], bounds);
    if (place === 'outside') {
      findings.push({
        level: 'warning',
        code: 'location-outside',
        message: `The location of ${schoolId} lies outside the map’s bounds and is not believed`,
        line,
        found: `${cells[latitude]}, ${cells[longitude]}`,
      });
    }
    const known = typeof place === 'object' ? place : { latitude: null, longitude: null };
    entries.push({
      id: schoolId,
      name: cleanName(cells[name] ?? '').name,
      ...known,
      enrollment: pupils(cells[enrollment]),
    });
  }
  return { entries, findings };
}

function placeOf(
  latitudeCell: string | undefined,
  longitudeCell: string | undefined,
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

function degrees(cell: string | undefined): number | undefined {
  const text = cell?.trim() ?? '';
  return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** 0 pupils is what sources write for unknown. */
function pupils(cell: string | undefined): number | null {
  const text = cell?.trim().replaceAll(',', '') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function missingColumn(name: string, header: readonly string[]) {
  return reject(
    'unknown-columns',
    `The locations have no column "${name}"; they have ${header.map((h) => `"${h}"`).join(', ')}`,
    { column: name },
  );
}
