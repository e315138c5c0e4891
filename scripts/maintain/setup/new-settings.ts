import type { NounInLanguages } from './ask-district.ts';
import type { LocationsFile } from './locations-file.ts';
import type { SheetReading } from './sheet-choices.ts';

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
  readonly locations: LocationsFile | undefined;
  /** The year in which the feeds begin. */
  readonly year: string;
}

/** The text of `district.json` for these answers, without settings that equal their default. */
export function newSettings(answers: Answers): string {
  const { owner, name } = ownerAndName(answers.repository);
  const { places, people, ignore, locations } = answers;
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
    ...(locations === undefined ? {} : { locations: locationsText(locations) }),
    ...(locations?.bounds === undefined ? {} : { map: { bounds: locations.bounds } }),
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

function locationsText({ address, columns }: LocationsFile) {
  if (columns === undefined) return { address };
  const { enrollment, ...others } = columns;
  return { address, columns: { ...others, ...(enrollment === null ? {} : { enrollment }) } };
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
