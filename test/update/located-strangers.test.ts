import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { type Loopback, loopback } from '../source/loopback.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

/** What the district's addresses answer; absent: status 500. */
let answers: ReadonlyMap<string, string>;
let server: Loopback;
beforeAll(async () => {
  server = await loopback((request, response) => {
    const body = answers.get(request.url ?? '');
    if (body === undefined) response.writeHead(500).end();
    else response.end(body);
  });
});
afterAll(() => server.close());

const sheet = (unknown: number, cases: number) =>
  [
    'ID,School,Cases',
    ...Array.from({ length: 40 }, (_, i) => `${1000 + i},School ${i},10`),
    ...Array.from({ length: unknown }, (_, i) => `${2000 + i},New School ${i},${cases}`),
  ].join('\n');

/** A locations source that knows so many of the new schools. */
const locations = (known: number, id: (index: number) => string) =>
  [
    'School_ID,Short_Name,School_Latitude,School_Longitude',
    ...Array.from({ length: known }, (_, i) => `${id(i)},New School ${i},41.9,-87.7`),
  ].join('\n');

/** The guards that hold a read which brings unknown schools to forty known ones. */
async function heldBy(newcomers: string, known: string | undefined): Promise<readonly string[]> {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  const base = server.url.replace('/sheet.csv', '');
  const { $schema: _, ...settings } = settingsOf({
    source: {
      addresses: [`${base}/sheet`],
      columns: { id: 'ID', name: 'School', counts: ['Cases'] },
    },
    locations: { address: `${base}/locations` },
  });
  await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings));
  const read = (at: string) =>
    updateOnce({
      dataDir,
      source: undefined,
      at: instant(at),
      now: instant('2021-04-01'),
      accept: undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
    });
  answers = new Map([['/sheet', sheet(0, 0)]]);
  await read('2021-03-01');
  answers = new Map([
    ['/sheet', newcomers],
    ...(known === undefined ? [] : [['/locations', known] as const]),
  ]);
  const { held } = await read('2021-03-02');
  return [...new Set(held?.reasons.map(({ guard }) => guard))];
}

const byId = (index: number) => String(2000 + index);
const byName = (index: number) => `other-${index}`;

describe('schools that the ledger does not know', () => {
  it.each<[string, string, string | undefined, readonly string[]]>([
    ['pass where the locations know them by id', sheet(8, 10), locations(8, byId), []],
    ['pass where the locations know them by name', sheet(8, 10), locations(8, byName), []],
    ['pass where few are left', sheet(8, 10), locations(3, byId), []],
    ['are held where too many are left', sheet(8, 10), locations(2, byId), ['strangers']],
    ['are held where the locations cannot be asked', sheet(8, 10), undefined, ['strangers']],
    ['pass with a first case or two, whoever knows them', sheet(8, 2), undefined, []],
  ])('%s', async (_, newcomers, known, expected) => {
    expect(await heldBy(newcomers, known)).toEqual(expected);
  });
});
