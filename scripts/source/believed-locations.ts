import { type FarPlace, farPlaces, farWords } from '../domain/far-places.ts';
import type { Finding } from '../domain/finding.ts';
import { listed } from '../domain/shortened.ts';
import type { LocationEntry } from '../ledger/apply-locations.ts';

/** Degrees; what lies outside is not believed. */
export interface MapBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What a locations source says, and what was odd about it. */
export interface ReadLocations {
  readonly entries: readonly LocationEntry[];
  readonly findings: readonly Finding[];
}

/** A row of the file, before its coordinates are believed. */
export interface LocationRow {
  readonly line: number;
  readonly entry: Omit<LocationEntry, 'latitude' | 'longitude'>;
  readonly place: Coordinates;
}

/** A row that says nothing about any place, because its key cannot be read. */
export interface DroppedRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Two cells of a row: degrees, nothing, or text that is no decimal degrees. */
export type Coordinates =
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly value: string };

type Place = Extract<Coordinates, { kind: 'place' }>;

const LINES_NAMED = 5;
/** Findings about single rows; of more of one kind only the number is said. */
const ROWS_NAMED = 20;

/** Reads degrees with a point or a comma: `28.51`, `28,5`. */
export function coordinates(latitudeCell: string, longitudeCell: string): Coordinates {
  const [north, east] = [latitudeCell.trim(), longitudeCell.trim()];
  if (north === '' && east === '') return { kind: 'blank' };
  const [latitude, longitude] = [degrees(north), degrees(east)];
  return latitude === undefined || longitude === undefined
    ? { kind: 'unreadable', value: `${north}, ${east}` }
    : { kind: 'place', latitude, longitude };
}

function degrees(text: string): number | undefined {
  return /^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** Entries with those coordinates that can be right, and a finding for every other. */
export function believed(rows: readonly LocationRow[], bounds: MapBounds): ReadLocations {
  const places = rows.flatMap(({ place }) => (place.kind === 'place' ? [place] : []));
  const far = farPlaces(places);
  const findings: Finding[] = [];
  const entries = rows.map((row): LocationEntry => {
    const { entry, place } = row;
    const unknown = { ...entry, latitude: null, longitude: null };
    if (place.kind === 'blank') return unknown;
    const problem = problemOf(place, far, bounds);
    if (problem === undefined && place.kind === 'place') {
      return { ...entry, latitude: place.latitude, longitude: place.longitude };
    }
    if (problem !== undefined) findings.push(notBelieved(row, problem));
    return unknown;
  });
  return { entries, findings: shortenedFindings(findings) };
}

interface Problem {
  readonly code: string;
  readonly found: string;
  /** What is wrong, to follow the coordinates. */
  readonly words: string;
}

function problemOf(
  place: Exclude<Coordinates, { kind: 'blank' }>,
  far: ReadonlyMap<Place, FarPlace>,
  bounds: MapBounds,
): Problem | undefined {
  if (place.kind === 'unreadable') {
    const words = 'is not two numbers of decimal degrees, such as 28.51 and -81.31';
    return { code: 'location-unreadable', found: place.value, words };
  }
  const { latitude, longitude } = place;
  const found = `${latitude}, ${longitude}`;
  const away = far.get(place);
  if (away) return { code: 'location-far', found, words: farWords(away) };
  const isInside =
    latitude >= bounds.south &&
    latitude <= bounds.north &&
    longitude >= bounds.west &&
    longitude <= bounds.east;
  return isInside
    ? undefined
    : { code: 'location-outside', found, words: 'lies outside the map’s bounds' };
}

function notBelieved({ line, entry }: LocationRow, { code, found, words }: Problem): Finding {
  const name = entry.id === null ? entry.name : `${entry.name} (${entry.id})`;
  return {
    level: 'warning',
    code,
    message: `The location of ${name}, ${found}, ${words}; it is not believed`,
    line,
    found,
    tip: 'It is not drawn on the map. Put the right one into the locations source, or its latitude and longitude into data/schools.csv.',
  };
}

function shortenedFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= ROWS_NAMED) return findings;
  const rest = findings.length - ROWS_NAMED;
  const message = `${rest} more locations are not believed`;
  return [...findings.slice(0, ROWS_NAMED), { level: 'warning', code: 'locations-odd', message }];
}

/** One finding that says how many rows are left out, of which lines, and why. */
export function droppedRows(dropped: readonly DroppedRow[], rowCount: number): readonly Finding[] {
  const [first] = dropped;
  if (!first) return [];
  const lines = listed(
    dropped.map(({ line }) => String(line)),
    LINES_NAMED,
  );
  const why =
    first.value === ''
      ? `column "${first.column}" is blank in line ${first.line}`
      : `"${first.value}" in column "${first.column}" of line ${first.line} is no id of letters, digits, "_" and "-"`;
  return [
    {
      level: 'warning',
      code: 'location-rows-dropped',
      message: `${dropped.length} of ${rowCount} rows of the locations source are left out (lines ${lines}): ${why}`,
      line: first.line,
      found: first.value,
      tip: 'The other rows are used. If these are places, put another column under "locations.columns" in data/district.json.',
    },
  ];
}
