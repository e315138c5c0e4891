import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { editSettings } from '../../scripts/settings/edit-settings.ts';
import { loadSettings, parseSettings } from '../../scripts/settings/load-settings.ts';
import { settingsJsonSchema } from '../../scripts/settings/schema.ts';
import { projectFolder, scratch } from '../command-line.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const chicago = read('test/chicago/district.json');

function refusalOf(text: string): Refusal {
  try {
    parseSettings(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}

/** The guards' settings of the first version: none has another name now. */
const FIRST_GUARDS = {
  districtFall: 3,
  schoolFall: 3,
  restartShare: 0.5,
  restartFall: 10,
  missingShare: 0.02,
  missingSchools: 3,
  unknownSchools: 5,
  renamedSchools: 5,
  surgeFactor: 10,
  surgeCases: 100,
  schoolSurge: 50,
  unreadableRows: 10,
  unreadableShare: 0.01,
  rowsWithoutId: 10,
  surgeReleaseHours: 24,
  surgeReleaseShare: 0.5,
  fallReleaseHours: 72,
  fallReleaseShare: 0.01,
};

describe('the settings', () => {
  it('of Chicago are valid, and read the sheet that the original read', () => {
    const settings = parseSettings(chicago);
    expect(settings.source.addresses[0]).toContain('1dMtr8hhhKjPyyNg7i6V52iMQXEqa67E9iAmECeOqZ6c');
    expect(settings.source.addresses[0]).toContain('headers=1&sheet=COVID');
    expect(settings.schoolYears.map((year) => year.firstDay)).toEqual(['2020-09-08', '2021-08-30']);
    expect(settings.counterRestarts).toEqual([]);
  });

  it('name no channel of their own, and take one with its defaults', () => {
    expect(Object.values(parseSettings(chicago).channels).every((each) => each === null)).toBe(
      true,
    );
    const channels = { slack: {}, bluesky: { handle: 'a.example.org', languages: ['es'] } };
    const settings = parseSettings(JSON.stringify({ ...JSON.parse(chicago), channels }));
    expect(settings.channels).toMatchObject({
      slack: { per: 'date' },
      bluesky: { server: 'https://bsky.social', languages: ['es'] },
    });
  });

  it.each([
    [{ slack: { languages: ['fr'] } }, '"fr" is not among site.languages'],
    [{ mastodon: { server: 'https://social.example/path' } }, 'is not a server’s address'],
    [{ bluesky: { handle: '@ann' } }, 'is not a handle'],
    [{ myspace: {} }, 'myspace'],
    [{ slack: { address: 'https://hooks.slack.com/services/x' } }, 'address'],
    [{ x: { follow: 'javascript:alert(1)' } }, 'is not a web address'],
    [{ webhook: { follow: 'https://example.org/' } }, 'follow'],
  ])('refuse a channel like %j', (channels, words) => {
    const text = JSON.stringify({ ...JSON.parse(chicago), channels });
    expect(refusalOf(text).message).toContain(words);
  });

  it('of the first version’s guards still mean something', () => {
    const settings = { ...JSON.parse(chicago), guards: FIRST_GUARDS };
    expect(parseSettings(JSON.stringify(settings)).guards).toMatchObject(FIRST_GUARDS);
  });

  it('of the sample are valid', () => {
    expect(parseSettings(read('data/sample/district.json')).name).toContain('fictional');
  });

  it('name schools, pupils and a district where they say nothing else', () => {
    const { places, people, ratePer, district } = parseSettings(chicago);
    expect({ places, people, ratePer, district }).toEqual({
      places: null,
      people: null,
      ratePer: 100,
      district: null,
    });
  });

  it('name other places, people and publishers, in each language', () => {
    const words = {
      places: {
        singular: 'county',
        plural: 'counties',
        otherLanguages: { fr: { singular: 'comté', plural: 'comtés', gender: 'masculine' } },
      },
      ratePer: 100_000,
    };
    const settings = parseSettings(JSON.stringify({ ...JSON.parse(chicago), ...words }));
    expect(settings).toMatchObject(words);
  });

  it('need no map, and make the original’s files only where they say so', () => {
    const { map: _, ...rest } = JSON.parse(chicago);
    const { originalFiles: __, ...site } = rest.site;
    const settings = parseSettings(JSON.stringify({ ...rest, site }));
    expect(settings.map.bounds).toEqual({ south: -90, west: -180, north: 90, east: 180 });
    expect(settings.site.originalFiles).toBe(false);
    expect(parseSettings(chicago).site.originalFiles).toBe(true);
  });

  // A copy of the program has settings of its own, and its tests must not depend on them.
  it('of this checkout are read, and are those of the tests where nobody has changed them', () => {
    const own = read('data/district.json');
    const { repository } = parseSettings(own);
    if (repository === parseSettings(chicago).repository) expect(own).toBe(chicago);
  });

  it('say whom the numbers cover in the site’s languages only', () => {
    const { site, ...rest } = JSON.parse(chicago);
    const covering = (covers: unknown) =>
      parseSettings(JSON.stringify({ ...rest, site: { ...site, covers } }));
    expect(covering({ en: ' Staff. ' }).site.covers).toEqual({ en: 'Staff.' });
    expect(Object.keys(parseSettings(chicago).site.covers)).toEqual(site.languages);
    expect(() => covering({ fr: 'Personnel.' })).toThrow(
      /site\.covers\.fr.*not among site\.languages/s,
    );
    expect(() => covering({ en: ' ' })).toThrow(/site\.covers\.en.*empty/s);
  });

  it('have a current JSON Schema for editors', () => {
    expect(read('data/district.schema.json')).toBe(settingsJsonSchema());
  });

  it('report all problems at once, each with its place', () => {
    const text = chicago
      .replace('America/Chicago', 'Chicago')
      .replace('"2021-08-30" }', '"2021-02-30" }')
      .replace('"review": "held"', '"review": "never"')
      .replace('"endedOn": null', '"endsOn": null');
    const { message, exit, facts } = refusalOf(text);
    expect(exit).toBe(2);
    expect(message).toContain('4 problems');
    expect(message).toMatch(/timeZone \(line 4\) is "Chicago", which is not an IANA time zone/);
    expect(message).toMatch(/schoolYears\.1\.firstDay .*"2021-02-30", which is not a date/);
    expect(message).toMatch(/review \(line \d+\) is "never", which is not one of held, always/);
    expect(message).toContain('"endsOn" is not a setting');
    expect(facts.line).toBeGreaterThan(1);
  });

  it.each<[string, string, RegExp]>([
    [
      'a missing key',
      chicago.replace(/ {2}"feedAuthority".*\n/, '').replace(/,\n}/, '\n}'),
      /feedAuthority is missing/,
    ],
    [
      'an invalid address',
      chicago.replace('https://docs', 'docs'),
      /source\.addresses\.0 .* is not a web address/,
    ],
    [
      'restarts out of order',
      chicago.replace('"counterRestarts": []', '"counterRestarts": ["2021-03-02", "2021-03-01"]'),
      /2021-03-01 does not come after 2021-03-02/,
    ],
    [
      'a session that ends before it begins',
      chicago.replace('"to": "2021-06-22"', '"to": "2020-06-22"'),
      /ends on 2020-06-22, before/,
    ],
    ['a county without its five digits', chicago.replace('"17031"', '"1703"'), /map\.land/],
    [
      'street pictures of no place in particular',
      chicago.replace(
        '"tiles": null',
        '"tiles": { "url": "https://a.example/{z}", "attribution": "A" }',
      ),
      /map\.tiles\.url .* does not hold \{z\}, \{x\} and \{y\}/,
    ],
    [
      'street pictures of a host that is not named',
      chicago.replace(
        '"tiles": null',
        '"tiles": { "url": "https://{s}.example/{z}/{x}/{y}.png", "attribution": "A" }',
      ),
      /map\.tiles\.url .* is not an address on one host/,
    ],
    ['bounds upside down', chicago.replace('"south": 41.6', '"south": 42.6'), /south above north/],
    [
      'a feed authority without a year',
      chicago.replace('.io,2026', '.io'),
      /RFC|a name you own and a year/,
    ],
  ])('refuse %s', (_, text, said) => {
    expect(refusalOf(text).message).toMatch(said);
  });

  it('name line and column of a JSON error', () => {
    const refusal = refusalOf(chicago.replace('"America/Chicago",', '"America/Chicago"'));
    expect(refusal.code).toBe('settings-json');
    expect(refusal.message).toMatch(/line 5, column \d+/);
  });

  it('say so when there are none', async () => {
    const dir = await scratch();
    await expect(loadSettings(dir)).rejects.toMatchObject({ code: 'settings-missing', exit: 2 });
  });
});

describe('editSettings', () => {
  it('adds to the lists, keeps the order of keys, and the rest as it is', () => {
    const edited = editSettings(chicago, {
      addGone: ['b', 'a'],
      addIgnore: ['x y'],
      addRestarts: ['2021-09-01'],
      rowsWithoutId: 40,
    });
    const settings = parseSettings(edited);
    expect(settings.gone).toEqual(['a', 'b']);
    expect(settings.ignore).toEqual(['x y']);
    expect(settings.counterRestarts).toEqual(['2021-09-01']);
    expect(settings.guards.rowsWithoutId).toBe(40);
    expect(Object.keys(JSON.parse(edited))).toEqual(Object.keys(JSON.parse(chicago)));
    expect(parseSettings(editSettings(edited, { removeGone: ['a'] })).gone).toEqual(['b']);
  });

  it('changes nothing but form when there is nothing to edit', () => {
    expect(JSON.parse(editSettings(chicago, {}))).toEqual(JSON.parse(chicago));
  });
});
