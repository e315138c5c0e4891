import { settingsSchema } from '../../settings/schema.ts';
import type { SourceColumns } from '../../source/source-settings.ts';

/** A box on the map, in degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What a person has answered about a district. */
export interface Answers {
  readonly name: string;
  readonly timeZone: string;
  readonly addresses: readonly string[];
  readonly columns: SourceColumns;
  readonly counted: { readonly singular: string; readonly plural: string };
  readonly languages: readonly string[];
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** First day of the current school year (YYYY-MM-DD); undefined: none. */
  readonly schoolYear: string | undefined;
  readonly locations: string | undefined;
  readonly bounds: Bounds;
  /** The year in which the feeds begin. */
  readonly year: string;
}

const DEFAULT_COLUMNS = settingsSchema.shape.source.shape.columns.parse(undefined);
const EVERYWHERE: Bounds = { south: -90, west: -180, north: 90, east: 180 };
/** Room around the outermost schools, in degrees. */
const MARGIN = 0.05;

/** The text of `district.json` for these answers, without settings that equal their default. */
export function newSettings(answers: Answers): string {
  const { owner, name } = ownerAndName(answers.repository);
  const columns = Object.entries(answers.columns).filter(
    ([key, value]) => value !== Reflect.get(DEFAULT_COLUMNS, key),
  );
  const file = {
    $schema: './district.schema.json',
    name: answers.name,
    timeZone: answers.timeZone,
    counted: { ...answers.counted },
    source: {
      addresses: answers.addresses,
      ...(columns.length > 0 ? { columns: Object.fromEntries(columns) } : {}),
    },
    ...(answers.schoolYear === undefined ? {} : { schoolYears: [yearOf(answers.schoolYear)] }),
    ...(answers.locations === undefined ? {} : { locations: { address: answers.locations } }),
    map: { bounds: answers.bounds },
    site: {
      title: `${answers.name}: ${answers.counted.plural}`,
      languages: answers.languages,
      url: pagesAddress(owner, name),
    },
    repository: answers.repository,
    feedAuthority: `${owner.toLowerCase()}.github.io,${answers.year}`,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Where GitHub Pages serves a repository, with a slash at its end. A repository named like its
 * owner's host is served at the root.
 *
 * Source: GitHub's documentation of the types of Pages sites.
 */
export function pagesAddress(owner: string, name: string): string {
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}

/** A box around places with some margin; the whole world if there are none. */
export function boundsAround(
  places: readonly { readonly latitude: number | null; readonly longitude: number | null }[],
): Bounds {
  const latitudes = places.flatMap(({ latitude }) => latitude ?? []);
  const longitudes = places.flatMap(({ longitude }) => longitude ?? []);
  if (latitudes.length === 0 || longitudes.length === 0) return EVERYWHERE;
  return {
    south: hundredths(Math.min(...latitudes) - MARGIN),
    west: hundredths(Math.min(...longitudes) - MARGIN),
    north: hundredths(Math.max(...latitudes) + MARGIN),
    east: hundredths(Math.max(...longitudes) + MARGIN),
  };
}

function yearOf(firstDay: string) {
  const year = Number(firstDay.slice(0, 4));
  return { name: `${year}–${String(year + 1).slice(2)}`, firstDay };
}

function ownerAndName(repository: string) {
  const [name = '', owner = ''] = repository.split('/').reverse();
  return { owner, name };
}

function hundredths(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
