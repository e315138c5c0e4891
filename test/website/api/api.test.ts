import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { apiFiles } from '../../../scripts/website/api/index.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { readApi, schemaOf } from './read-api.ts';

const BASE = 'https://example.org/tracker/';
const build = (w: World, at = '2021-03-10') =>
  apiFiles(
    siteData({
      ledger: w.ledger,
      settings: w.settings,
      at: instant(at),
      baseUrl: BASE,
      commit: null,
    }),
  );

const lively = world()
  .school('a', 0, { name: 'Adams', latitude: 41.9, longitude: -87.7, enrollment: 400 })
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-02', { a: [5, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-05T15:00:00Z', { a: [4, 'Adams'], b: [2, 'Brown'], c: [1, 'Carver'] })
  .reads('2021-03-05T17:00:00Z', { a: [4, 'Adams'], b: [4, 'Browne'], c: [1, 'Carver'] })
  .reads('2021-03-06', { a: [4, 'Adams'], b: [4, 'Browne'], c: [1, 'Carver'] });

const hostile = '<script>alert(1)</script> "\u2028" =1+1 `| \\';
const worlds: readonly (readonly [string, World])[] = [
  ['an empty ledger', world()],
  ['a district that was read once', world().reads('2021-03-01', { a: 3 })],
  ['a district with corrections, renames and days not read', lively],
  ['hostile names', world().reads('2021-03-01', { a: [3, hostile] })],
  ['a held update', lively.holds('2021-03-07', { a: [90, 'Adams'], b: 4, c: 1 })],
  ['a source that has ended', lively.declares({ endedOn: '2021-03-06' })],
  ['no school years', world(settingsOf({ schoolYears: [] })).reads('2021-03-01', { a: 3 })],
];

describe('every file of the API', () => {
  it.each(worlds)('is what its schema says, in %s', (_, w) => {
    const files = build(w);
    for (const path of files.keys()) {
      if (path.startsWith('api/v1/schema/')) continue;
      const short = path.slice('api/v1/'.length);
      const name = schemaOf(short);
      expect(name, path).toBeDefined();
      if (name) readApi(files, name, short);
    }
  });

  it.each(worlds)('is what its published JSON Schema says, in %s', (_, w) => {
    const files = build(w);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const [path, text] of files) {
      if (path.startsWith('api/v1/schema/')) continue;
      const schema = files.get(`api/v1/schema/${schemaOf(path.slice('api/v1/'.length))}.json`);
      const validate = ajv.compile({ ...JSON.parse(schema ?? ''), $id: undefined });
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('says at a fixed address which date it covers and whether that day is over', () => {
    for (const path of ['district', 'latest', 'schools', 'days', 'index'] as const) {
      expect(readApi(build(lively), path, `${path}.json`)).toMatchObject({
        as_of: '2021-03-06',
        day_is_over: true,
      });
      const open = build(lively, '2021-03-06T20:00:00Z');
      expect(readApi(open, path, `${path}.json`).day_is_over).toBe(false);
    }
  });

  it('has no line breaks or spaces that only people need', () => {
    const text = build(lively).get('api/v1/schools.json') ?? '';
    expect(text).toBe(`${JSON.stringify(JSON.parse(text))}\n`);
  });
});

describe('schools.json', () => {
  const { schools } = readApi(build(lively), 'schools', 'schools.json');

  it('gives a school’s figures with null for what is not known', () => {
    expect(schools.map(({ name }) => name)).toEqual(['Adams', 'Browne', 'Carver']);
    expect(schools[0]).toEqual({
      id: 'a',
      name: 'Adams',
      former_names: [],
      latitude: 41.9,
      longitude: -87.7,
      enrollment: 400,
      vaccinated_one_dose: null,
      vaccinated_complete: null,
      new_cases: { days_7: 1, days_14: 1, days_21: 1, school_year: 1 },
      total_cases: 4,
      last_change: '2021-03-05',
    });
    expect(schools[1]).toMatchObject({ former_names: ['Brown'], latitude: null });
  });

  it('is at most 30 kB for 100 schools', () => {
    const counts = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `6100${String(index).padStart(2, '0')}`,
        [120, `SCHOOL OF A USUAL LENGTH ${index}`] as const,
      ]),
    );
    const big = build(world().reads('2021-03-01', counts));
    expect(big.get('api/v1/schools.json')?.length).toBeLessThanOrEqual(30_000);
  });
});

describe('a school’s file', () => {
  it('has its reports, renames and links', () => {
    const file = readApi(build(lively), 'school', 'schools/b.json');
    expect(file.reports).toEqual([
      { reporting_date: '2021-03-05', update: 1, new_cases: 1, total_cases: 2 },
      { reporting_date: '2021-03-05', update: 2, new_cases: 2, total_cases: 4 },
    ]);
    expect(file.renames).toEqual([
      { renamed_at: '2021-03-05T17:00:00Z', old_name: 'Brown', new_name: 'Browne' },
    ]);
    expect(file.links.feeds.rss).toBe(`${BASE}schools/b/feed.rss`);
  });
});

describe('latest.json', () => {
  it('holds the latest date with a change, its corrections too, biggest first', () => {
    const { latest } = readApi(build(lively), 'latest', 'latest.json');
    expect(latest).toMatchObject({ reporting_date: '2021-03-05', since: '2021-03-02' });
    expect(latest?.updates).toHaveLength(2);
    expect(latest?.movers.map(({ id, new_cases }) => [id, new_cases])).toEqual([
      ['b', 3],
      ['c', 1],
      ['a', -1],
    ]);
  });

  it('is null while nothing has changed', () => {
    expect(readApi(build(world()), 'latest', 'latest.json').latest).toBeNull();
  });
});

describe('district.json', () => {
  it('says how many days of each window were not read', () => {
    const file = readApi(build(lively), 'district', 'district.json');
    expect(file.days_not_read).toEqual({ days_7: 3, days_14: 10, days_21: 17 });
    expect(file.new_cases).toEqual({ days_7: 5, days_14: 5, days_21: 5, school_year: 5 });
    expect(file.clocks).toEqual({
      source_changed_on: '2021-03-05',
      source_changed_at: '2021-03-05T17:00:00Z',
      checked_at: '2021-03-06T18:00:00Z',
    });
  });

  it('gives a hold with its reasons', () => {
    const held = lively.holds('2021-03-07', { a: [90, 'Adams'], b: 4, c: 1 });
    const file = readApi(build(held), 'district', 'district.json');
    expect(file.held?.reasons[0]).toMatchObject({ guard: 'school-surge', school_id: 'a' });
  });
});

describe('days.json', () => {
  it('leaves out what was not read, so that a gap is never a 0', () => {
    const { days } = readApi(build(lively), 'days', 'days.json');
    expect(days.map((day) => day.reporting_date)).toEqual([
      '2021-03-01',
      '2021-03-02',
      '2021-03-05',
      '2021-03-06',
    ]);
  });
});
