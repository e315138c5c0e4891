import { parseSchoolId } from '../shared/school-id.ts';

/** The ways in which news can reach a reader, as the address and the page's parts name them. */
export const WAYS = ['reader', 'mail', 'phone', 'chat'] as const;

/** One of `WAYS`. */
export type Way = (typeof WAYS)[number];

/** What a reader has chosen; null: nothing in particular. */
export interface Chosen {
  /** A school's id; null: all schools. */
  readonly school: string | null;
  /** Two letters; null: the page's own. */
  readonly language: string | null;
  readonly way: Way | null;
}

/**
 * What an address chooses; what it cannot mean is as if it were not there.
 *
 * @param search the query part of the address, with or without `?`
 * @param languages those of the site, by two letters
 */
export function chosenIn(search: string, languages: readonly string[]): Chosen {
  const asked = new URLSearchParams(search);
  return {
    school: parseSchoolId(asked.get('school') ?? '') ?? null,
    language: languages.find((language) => language === asked.get('lang')) ?? null,
    way: WAYS.find((way) => way === asked.get('way')) ?? null,
  };
}

/** The query part of an address that chooses the same, with its `?`; empty for no choice. */
export function searchOf({ school, language, way }: Chosen): string {
  const asked = new URLSearchParams();
  if (school !== null) asked.set('school', school);
  if (language !== null) asked.set('lang', language);
  if (way !== null) asked.set('way', way);
  const search = asked.toString();
  return search === '' ? '' : `?${search}`;
}
