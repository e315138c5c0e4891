import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeChanges } from '../../scripts/ledger/store.ts';
import { askForUpdate } from '../../scripts/update/ask-registry.ts';
import { planLearnt } from '../../scripts/update/plan-registry.ts';
import { planUpdate } from '../../scripts/update/plan-update.ts';
import { refreshRegistry } from '../../scripts/update/refresh-registry.ts';
import { readSource } from '../../scripts/update/run-update.ts';
import { boundsOf, openWorld } from '../../scripts/update/world.ts';
import { commitMessage } from '../../scripts/wording/commit-message.ts';
import { bytesOf, command, scratch } from '../command-line.ts';
import { type Loopback, loopback } from '../source/loopback.ts';
import { instant, settingsOf } from '../world.ts';

const LOCATIONS =
  'School_ID,Short_Name,School_Latitude,School_Longitude,Pupils\n7,Adams,41.9,-87.7,280\n';
const VACCINATION = JSON.stringify([
  { SchoolID: '7', OverallStudentCount: 300, OverallOneDoseCount: 200, OverallCompletedCount: 180 },
  {
    SchoolID: '8',
    OverallStudentCount: null,
    OverallOneDoseCount: null,
    OverallCompletedCount: null,
  },
]);
const sheetOf = (adams: number) =>
  ['School,CPS School ID', ...Array(adams).fill('Adams,7'), 'Brown,8'].join('\n');

/** What the district's addresses answer; undefined: status 500. */
interface Answers {
  sheet?: string | undefined;
  locations?: string | undefined;
  vaccination?: string | undefined;
}
const answers: Answers = {};
let server: Loopback;
beforeAll(async () => {
  server = await loopback((request, response) => {
    const name = (request.url ?? '').slice(1) as keyof Answers;
    const body = answers[name];
    if (body === undefined) response.writeHead(500).end();
    else response.end(body);
  });
});
afterAll(() => server.close());

let data: string;
beforeEach(async () => {
  data = join(await scratch(), 'data');
  await mkdir(data);
  Object.assign(answers, { sheet: sheetOf(3), locations: LOCATIONS, vaccination: VACCINATION });
  await configure({});
});

async function configure(changes: object) {
  const base = server.url.replace('/sheet.csv', '');
  const settings = settingsOf({
    source: { addresses: [`${base}/sheet`] },
    locations: { address: `${base}/locations`, columns: { enrollment: 'Pupils' } },
    vaccination: { addresses: [`${base}/vaccination`] },
    ...changes,
  });
  await writeFile(join(data, 'district.json'), JSON.stringify(settings, null, 2));
}

/** An update that asks the registry's sources with a date's first read, as a scheduled run does. */
async function run(when: string, more: { readonly source?: string } = {}) {
  const reading = {
    source: undefined,
    at: instant(when),
    allowHosts: [],
    guardPrivateAddresses: false,
    ...more,
  };
  const world = await openWorld(data, instant('2021-04-01'));
  const snapshot = await readSource(world, reading);
  let plan = planUpdate(world, snapshot, { at: reading.at, accept: undefined });
  if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`the read is ${plan.kind}`);
  if (reading.source === undefined) {
    const answers = await askForUpdate(world.settings, plan, { ...reading, isDaily: true });
    plan = planLearnt(world, plan, answers);
  }
  await writeChanges(data, plan.files, plan.ledger, boundsOf(world));
  return plan;
}
const refresh = (dryRun = false) =>
  refreshRegistry({
    dataDir: data,
    now: instant('2021-04-01'),
    dryRun,
    seconds: 5,
    allowHosts: [],
    guardPrivateAddresses: false,
  });
const schoolLine = async (id: string) =>
  (await readFile(join(data, 'schools.csv'), 'utf8')).split('\n').find((l) => l.startsWith(id));

describe('the run that writes a date’s first line', () => {
  it('refreshes the registry, and says so in the commit', async () => {
    const plan = await run('2021-03-01');
    expect(await schoolLine('7,')).toBe('7,Adams,41.9,-87.7,300,200,180,3,');
    expect(await schoolLine('8,')).toBe('8,Brown,,,,,,1,');
    expect(plan.registry).toContainEqual({ fact: 'vaccination', schools: 1 });
    expect([...plan.files.keys()]).toContain('schools.csv');
    expect(commitMessage({ kind: 'planned', plan })).toMatch(
      /Learned about schools: .*vaccination \(1\)/,
    );
  });

  it('leaves it alone for the rest of the day, and asks again on the next', async () => {
    await run('2021-03-01');
    answers.vaccination = VACCINATION.replace('200', '210');
    answers.sheet = sheetOf(4);
    const later = await run('2021-03-01T20:00:00Z');
    expect(later).toMatchObject({ kind: 'published', isFirstRead: false, registry: [] });
    expect(await schoolLine('7,')).toContain(',200,180,');
    const next = await run('2021-03-02');
    expect(next).toMatchObject({ isFirstRead: true });
    expect(next.registry).toEqual([{ fact: 'vaccination', schools: 1 }]);
    expect(await schoolLine('7,')).toContain(',210,180,');
  });

  it.each<[string, Answers, number]>([
    ['one source fails', { vaccination: undefined }, 1],
    ['every source fails', { vaccination: undefined, locations: undefined }, 2],
    ['a source sends nonsense', { vaccination: '[{]', locations: '<html>' }, 2],
  ])('records the cases all the same when %s', async (_, changed, refused) => {
    await run('2021-03-01');
    Object.assign(answers, { sheet: sheetOf(5) }, changed);
    const plan = await run('2021-03-02');
    expect(plan).toMatchObject({ kind: 'published', update: { line: { newCases: 2 } } });
    const codes = plan.findings.map(({ code }) => code);
    expect(codes.filter((code) => code === 'registry-source-not-read')).toHaveLength(refused);
    expect(await schoolLine('7,')).toContain(',300,200,180,');
  });

  it('reads nothing if the settings name no source, or another sheet is given', async () => {
    await configure({ locations: null, vaccination: null });
    const before = server.requests;
    expect(await run('2021-03-01')).toMatchObject({
      isFirstRead: true,
      registry: [],
      findings: [],
    });
    await configure({});
    const file = join(data, '..', 'sheet');
    await writeFile(file, sheetOf(5));
    await run('2021-03-02', { source: file });
    expect(server.requests - before).toBe(1);
  });
});

describe('refreshRegistry', () => {
  beforeEach(async () => {
    await configure({ locations: null, vaccination: null });
    await run('2021-03-01');
    await configure({});
  });

  it('says what it would learn, and writes nothing in a dry run', async () => {
    const before = await bytesOf(data);
    const { changes, files } = await refresh(true);
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['latitude', null, 41.9],
      ['longitude', null, -87.7],
      ['enrollment', null, 300],
      ['vaccinatedOneDose', null, 200],
      ['vaccinatedComplete', null, 180],
    ]);
    expect(files).toEqual(['schools.csv']);
    expect(await bytesOf(data)).toEqual(before);
  });

  it('changes not a byte when there is nothing new', async () => {
    await refresh();
    const before = await bytesOf(data);
    expect(await refresh()).toMatchObject({ changes: [], files: [] });
    expect(await bytesOf(data)).toEqual(before);
  });

  it('is refused when no source can be read', async () => {
    Object.assign(answers, { locations: undefined, vaccination: undefined });
    await expect(refresh()).rejects.toMatchObject({ exit: 3, code: 'server-error' });
  });

  it('is refused when the settings name none', async () => {
    await configure({ locations: null, vaccination: null });
    await expect(refresh()).rejects.toMatchObject({ exit: 2, code: 'no-locations' });
  });

  it('lists for a person what was learnt, school by school', async () => {
    const { exit, out } = await command('schools', ['--data', data, '--dry-run']);
    expect(exit).toBe(0);
    expect(out).toContain('Would update 1 of 2 schools:');
    expect(out).toContain('Adams (7): latitude unknown → 41.9');
    expect(out).toContain('with one dose unknown → 200');
  });
});
