import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readShapesText } from '../../scripts/geography/shapes-file.ts';
import { refreshRegistry } from '../../scripts/update/refresh-registry.ts';
import { mapLines } from '../../scripts/wording/map-text.ts';
import { bytesOf, command, scratch } from '../command-line.ts';
import { town } from '../geography/town.ts';
import { type Loopback, loopback } from '../source/loopback.ts';
import { instant, settingsOf } from '../world.ts';

const wards = town(4, 3, 20);
const LINE = {
  type: 'LineString',
  coordinates: [
    [-87.8, 41.7],
    [-87.7, 41.8],
  ],
};
const swapped = structuredClone(wards.geoJson);
for (const { geometry } of swapped.features) {
  for (const ring of geometry.coordinates) for (const point of ring) point.reverse();
}
/** In the middle of each ward, and one outside. */
const SCHOOLS = [
  'school_id,name,latitude,longitude,enrollment,vaccinated_one_dose,vaccinated_complete,baseline_cases,aliases',
  ...[...wards.middles.values()].map(([x, y], n) => `${10 + n},School ${n},${y},${x},,,,0,`),
  '99,Far School,42.4,-87.3,,,,0,',
  '',
].join('\n');

/** What an address of the district answers; a number is a status. */
const answers: Record<string, string | number> = {};
let server: Loopback;
beforeAll(async () => {
  server = await loopback((request, response) => {
    const answer = answers[(request.url ?? '').slice(1)] ?? 404;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else response.end(answer);
  });
});
afterAll(() => server.close());

let data: string;
const fileOf = (name: string) => readFile(join(data, name), 'utf8');
const kept = async (name: string) => readShapesText(await fileOf(name)) ?? [];

beforeEach(async () => {
  data = join(await scratch(), 'data');
  await mkdir(data);
  const text = JSON.stringify(wards.geoJson);
  Object.assign(answers, { outline: text, areas: text });
  await configure({});
  await writeFile(join(data, 'schools.csv'), SCHOOLS);
});

async function configure(areas: object) {
  const base = `http://${server.host}`;
  const settings = settingsOf({
    map: {
      outline: `${base}/outline`,
      areas: {
        address: `${base}/areas`,
        keys: { name: 'ward' },
        noun: { singular: 'ward', plural: 'wards' },
        ...areas,
      },
    },
  });
  await writeFile(join(data, 'district.json'), JSON.stringify(settings, null, 2));
}
/** As the command does it, in this process: findings and lines as text. */
async function refresh() {
  const { map, files, findings } = await refreshRegistry({
    dataDir: data,
    now: instant('2021-04-01'),
    dryRun: false,
    seconds: 20,
    allowHosts: [],
    guardPrivateAddresses: false,
  });
  const said = findings.map(({ message, tip = '' }) => `${message} ${tip}`);
  return [...said, ...mapLines(map, files, false)].join('\n');
}
const schools = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  command('schools', ['--data', data, ...args], env);

describe('`npm run schools` and the map', () => {
  it('keeps outline and areas, says what simplifying cost, and writes once', async () => {
    const detailed = JSON.stringify(town(4, 3, 300).geoJson);
    Object.assign(answers, { outline: detailed, areas: detailed });
    const ran = await schools();
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.out).toMatch(
      /Wrote data\/areas\.topojson: 12 shapes with \d+ of \d+ points; none left out is more than \d+ m from the line \(\d+\.\d kB\)/,
    );
    expect(ran.out).toMatch(/Outside the areas of the map, 1 school: Far School \(99\)/);
    expect((await kept('areas.topojson')).map(({ name }) => name)).toEqual([
      ...wards.middles.keys(),
    ]);
    const bytes =
      (await fileOf('areas.topojson')).length + (await fileOf('outline.topojson')).length;
    expect(bytes).toBeLessThan(60_000);

    const before = await bytesOf(data);
    expect((await schools()).out).toMatch(/Nothing new in data\/outline\.topojson/);
    expect(await bytesOf(data)).toEqual(before);
  });

  it('reads a file instead, and writes nothing in a dry run', async () => {
    const file = join(await scratch(), 'wards.json');
    await writeFile(file, JSON.stringify(town(2, 2, 20).geoJson));
    answers.areas = 500;
    const before = await bytesOf(data);
    const ran = await schools(['--areas', file, '--outline', file, '--dry-run']);
    expect(ran.out).toMatch(/Would write data\/areas\.topojson: 4 shapes with all \d+ points/);
    expect(ran.exit).toBe(0);
    expect(await bytesOf(data)).toEqual(before);
  });

  it.each<[string, string | number, RegExp]>([
    ['cannot be reached', 500, /fails \(status 500\)/],
    ['is gone', 404, /answers with status 404/],
    ['shows a page', '<!doctype html><title>Sign</title>', /a web page instead of data \("Sign"\)/],
    ['is empty', '', /./],
    ['is cut off', JSON.stringify(wards.geoJson).slice(0, 5000), /is not valid JSON/],
    ['is nested without end', '['.repeat(100_000), /nested more than 500/],
    [
      'holds lines',
      JSON.stringify(LINE),
      /GeoJSON is not GeoJSON with polygons: its type is "Line/,
    ],
    [
      'is of elsewhere',
      JSON.stringify(town(1, 1, 3).geoJson).replaceAll('-87', '-17'),
      /none of 13 schools inside/,
    ],
    [
      'has its coordinates swapped',
      JSON.stringify(swapped),
      /latitudes and longitudes are swapped/,
    ],
    [
      'has no such property',
      JSON.stringify(wards.geoJson).replaceAll('"ward":', '"WARD":'),
      /no property "ward" in feature 1; it has "WARD", "number"/,
    ],
  ])(
    'leaves areas as they are when their address %s, and takes the outline',
    async (_, answer, said) => {
      await schools();
      const before = await fileOf('areas.topojson');
      Object.assign(answers, { areas: answer, outline: JSON.stringify(town(4, 3, 10).geoJson) });
      const { exit, out } = await schools();
      expect(exit).toBe(0);
      expect(out).toMatch(/The areas of the map could not be read: /);
      expect(out).toMatch(said);
      expect(out).toMatch(/data\/areas\.topojson stays as it is/);
      expect(out).toMatch(/Wrote data\/outline\.topojson: 1 shape with all/);
      expect(await fileOf('areas.topojson')).toBe(before);
    },
  );

  it('ends with 3 when nothing can be read, and changes nothing', async () => {
    Object.assign(answers, { areas: 404, outline: 404 });
    const before = await bytesOf(data);
    expect(await schools()).toMatchObject({ exit: 3, out: expect.stringMatching(/status 404/) });
    expect(await bytesOf(data)).toEqual(before);
  });

  it('reads no private address in a workflow, unless a test allows it', async () => {
    const refused = await schools([], {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: '',
      GITHUB_STEP_SUMMARY: '',
    });
    expect(refused.exit).toBe(3);
    expect(refused.out).toMatch(/127\.0\.0\.1/);
    const env = { GITHUB_ACTIONS: 'true', TRACKER_ALLOW_HOSTS: server.host };
    expect((await schools([], { ...env, GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' })).exit).toBe(
      0,
    );
  });

  it('refuses areas that no simplification makes small enough', async () => {
    const many = town(25, 20, 3);
    answers.areas = JSON.stringify(many.geoJson).replaceAll(
      '"Ward ',
      `"${'Ward of a long name '.repeat(3)}`,
    );
    const out = await refresh();
    expect(out).toMatch(
      /cannot be made as small as 45 kB: below \d+ kB, one of its 500 shapes vanishes/,
    );
  });

  it('says which better name no area has', async () => {
    await configure({ names: { 'Ward 1': 'First Ward', 'Ward 13': 'Ward of Nowhere' } });
    const out = await refresh();
    expect(out).toMatch(/better name for "Ward 13", which no area is called/);
    expect((await kept('areas.topojson'))[0]?.name).toBe('First Ward');
  });
});
