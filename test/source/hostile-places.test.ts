import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../scripts/ledger/store.ts';
import { buildSite } from '../../scripts/website/build-site.ts';
import { scratch } from '../command-line.ts';
import { updateOnce } from '../update-once.ts';
import { noAssets } from '../website/html.ts';
import { instant, settingsOf } from '../world.ts';

/** What every object of JavaScript has, so that a table kept as an object would find it. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'];
/** Those of them that are ids: an id begins with a letter or a digit. */
const ids = INHERITED.slice(1);

type Counts = Readonly<Record<string, number>>;
const counts = (names: readonly string[], first: number): readonly (readonly [string, number])[] =>
  names.map((name, index) => [name, first + index]);

const csv = (rows: readonly (readonly [string, number])[], heading: string) =>
  `${heading},Total\n${rows.map((row) => row.join(',')).join('\n')}\n`;
/** An object literal would set a prototype; JSON text does not. */
const keyed = (rows: readonly (readonly [string, number])[]) =>
  `{${rows.map(([name, count]) => `"${name}":{"Total":${count}}`).join(',')}}`;

/** Two reads through the pipeline, then the site. */
async function walked(source: object, bodies: readonly string[]) {
  const folder = await scratch();
  const data = join(folder, 'data');
  await mkdir(data);
  const { $schema: _, ...all } = settingsOf({ source });
  await writeFile(join(data, 'district.json'), JSON.stringify(all));
  for (const [index, body] of bodies.entries()) {
    const sheet = join(folder, 'sheet');
    await writeFile(sheet, body);
    await updateOnce({
      dataDir: data,
      source: sheet,
      at: instant(`2021-03-0${index + 1}`),
      now: instant('2021-04-01'),
      accept: undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
    });
  }
  const bounds = { notAfter: instant('2021-04-01'), timeZone: 'America/Chicago' };
  const ledger = await openLedger(data, bounds);
  const settings = settingsOf({ source });
  const input = { ledger, settings, at: instant('2021-03-10'), commit: null };
  const site = buildSite({ ...input, baseUrl: 'https://example.org/' }, noAssets);
  return { ledger, site };
}

describe('places that are called like an object’s own parts', () => {
  it.each<[string, object, (first: number) => string, readonly string[]]>([
    [
      'as names in CSV',
      { columns: { name: 'Place', counts: ['Total'] } },
      (first) => csv(counts(INHERITED, first), 'Place'),
      INHERITED,
    ],
    [
      'as keys in JSON',
      { path: '*', columns: { name: '*', counts: ['Total'] } },
      (first) => keyed(counts(INHERITED, first)),
      INHERITED,
    ],
    [
      'as ids in CSV',
      { columns: { id: 'ID', name: null, counts: ['Total'] } },
      (first) => csv(counts(ids, first), 'ID'),
      ids,
    ],
    [
      'as ids in JSON',
      { path: '*', columns: { id: '*', name: null, counts: ['Total'] } },
      (first) => keyed(counts(ids, first)),
      ids,
    ],
  ])('are places like any other: %s', async (_, source, sheet, expected) => {
    const { ledger, site } = await walked(source, [sheet(10), sheet(12)]);
    const byName: Counts = Object.fromEntries(
      [...ledger.schools.values()].map(({ name, baselineCases }) => [name, baselineCases ?? -1]),
    );
    expect(new Map(Object.entries(byName))).toEqual(new Map(counts(expected, 10)));
    expect(ledger.cases.map(({ newCases }) => newCases)).toEqual(expected.map(() => 2));
    for (const { id, name } of ledger.schools.values()) {
      const page = site.get(`schools/${id}/index.html`) ?? '';
      expect(page, id).toContain(`<h1>${name}`);
      expect(JSON.parse(site.get(`api/v1/schools/${id}.json`) ?? '{}')).toMatchObject({
        id,
        total_cases: 12 + expected.indexOf(name),
      });
    }
  });
});
