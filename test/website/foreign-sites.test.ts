import { beforeAll, describe, expect, it } from 'vitest';
import { FOREIGN_SITES, type ForeignSite, type Walk, walk } from './foreign-site.ts';
import { deadLinks, plainText } from './html.ts';

/** Words of schools, and of the disease and the city of the first district. */
const FORBIDDEN = /\w*(school|pupil|child|student|covid|chicago|\bcps\b)\w*/gi;
/** The same words in the other languages of the site. */
const FORBIDDEN_ELSEWHERE =
  /(?<!\p{L})(école|élève|enfant|scolaire|escuela|alumno|niñ[oa]|escolar)s?/giu;

/**
 * Names that the published contract fixes, or that nobody reads: addresses, columns, keys, guards, ids
 * of feed items, names in the markup. They are taken out of a text before it is searched.
 */
const FIXED = [
  // Columns and keys of tables and API.
  /\b(school_id|school_count|schools_changed|school_year|current_school_year)\b/g,
  // Files, folders and addresses.
  /\bschools?\.(csv|json)\b/g,
  /\b(api\/v1\/|\.\.\/)*schools\/(\{id\}|[\w.-]*)/g,
  /\?schools?=/g,
  // Keys of the API that hold lists, and their names in a dictionary.
  /"schools?"/g,
  /<code>schools<\/code>/g,
  // Ids of feed items.
  /tag:[^<"\s]*/g,
  // Rules by their names, as held updates in the API have them.
  /\bschool-(fall|surge)\b/g,
  // Names in the markup.
  /\s(class|id|aria-labelledby)="[\w -]*"/g,
  /\sdata-school-list\b/g,
  /href="#school"/g,
  // npm run schools, a command.
  /npm run schools/g,
];

const stripped = (text: string) => FIXED.reduce((rest, fixed) => rest.replaceAll(fixed, ' '), text);
const found = (text: string, forbidden: RegExp) => [
  ...new Set(stripped(text).match(forbidden) ?? []),
];

describe.each(FOREIGN_SITES)('the site of %s', (name: ForeignSite) => {
  let made: Walk;
  beforeAll(async () => {
    made = await walk(name);
  });

  it('says no word of schools in any page, feed, card or file', () => {
    const offenders = [...made.files].flatMap(([path, text]) => {
      const words = [...found(stripped(path), FORBIDDEN), ...found(text, FORBIDDEN)];
      const elsewhere = found(plainText(text), FORBIDDEN_ELSEWHERE);
      return [...words, ...elsewhere].map((word) => `${path}: ${word}`);
    });
    expect(made.files.size).toBeGreaterThan(80);
    expect(offenders).toEqual([]);
  });

  it('says none to people either: console, commit, release, request, comment', () => {
    const offenders = [...made.said].flatMap(([where, text]) =>
      found(text, FORBIDDEN).map((word) => `${where}: ${word}`),
    );
    expect(offenders).toEqual([]);
  });

  it('has no file and no address of the original, and no dead link', () => {
    const paths = [...made.files.keys()].join('\n');
    expect(paths).not.toMatch(/CPS|newFormat|historical|newcases|custom-map|school\.html/);
    expect(deadLinks(made.files, made.baseUrl)).toEqual([]);
  });
});
