import type { NounInLanguages } from './ask-district.ts';
import type { SheetReading } from './sheet-choices.ts';

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
  readonly reading: SheetReading;
  /** Ids and names that are never counted. */
  readonly ignore: readonly string[];
  readonly counted: NounInLanguages;
  /** null: schools. */
  readonly places: NounInLanguages | null;
  /** null: pupils. */
  readonly people: NounInLanguages | null;
  readonly languages: readonly string[];
  /** `https://github.com/owner/name`. */
  readonly repository: string;
  /** First day of the current school year (YYYY-MM-DD); undefined: none. */
  readonly schoolYear: string | undefined;
  readonly locations: string | undefined;
  /** undefined: no location is known. */
  readonly bounds: Bounds | undefined;
  /** The year in which the feeds begin. */
  readonly year: string;
}

/** Room around the outermost schools, in degrees. */
const MARGIN = 0.05;

/** The text of `district.json` for these answers, without settings that equal their default. */
export function newSettings(answers: Answers): string {
  const { owner, name } = ownerAndName(answers.repository);
  const { places, people, ignore } = answers;
  const file = {
    $schema: './district.schema.json',
    name: answers.name,
    timeZone: answers.timeZone,
    counted: nounText(answers.counted),
    ...(places === null ? {} : { places: nounText(places) }),
    ...(people === null ? {} : { people: nounText(people) }),
    source: { addresses: answers.addresses, ...sourceText(answers.reading) },
    ...(ignore.length === 0 ? {} : { ignore }),
    ...(answers.schoolYear === undefined ? {} : { schoolYears: [yearOf(answers.schoolYear)] }),
    ...(answers.locations === undefined ? {} : { locations: { address: answers.locations } }),
    ...(answers.bounds === undefined ? {} : { map: { bounds: answers.bounds } }),
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

/** A box around places with some margin; undefined if there are none. */
export function boundsAround(
  places: readonly { readonly latitude: number | null; readonly longitude: number | null }[],
): Bounds | undefined {
  const latitudes = places.flatMap(({ latitude }) => latitude ?? []);
  const longitudes = places.flatMap(({ longitude }) => longitude ?? []);
  if (latitudes.length === 0 || longitudes.length === 0) return undefined;
  return {
    south: hundredths(Math.min(...latitudes) - MARGIN),
    west: hundredths(Math.min(...longitudes) - MARGIN),
    north: hundredths(Math.max(...latitudes) + MARGIN),
    east: hundredths(Math.max(...longitudes) + MARGIN),
  };
}

/** The settings' `source` but for its addresses; what equals its default is left out. */
function sourceText({ rows, columns, counts, path, cells, totalRow }: SheetReading) {
  const isSaid = ([, value]: readonly [string, unknown]) => value !== null;
  const words = Object.entries(cells).filter(([, list]) => list.length > 0);
  return {
    rows,
    columns: Object.fromEntries(Object.entries(columns).filter(isSaid)),
    ...(counts === 'cumulative' ? {} : { counts }),
    ...(path === null ? {} : { path }),
    ...(words.length === 0 ? {} : { cells: Object.fromEntries(words) }),
    ...(totalRow === null ? {} : { totalRow }),
  };
}

function nounText({ singular, plural, otherLanguages }: NounInLanguages) {
  const hasOthers = Object.keys(otherLanguages).length > 0;
  return { singular, plural, ...(hasOthers ? { otherLanguages } : {}) };
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
