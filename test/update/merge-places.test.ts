import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { openLedger } from '../../scripts/ledger/store.ts';
import { type MergeRequest, mergePlaces } from '../../scripts/update/merge-places.ts';
import { bytesOf, command, scratch } from '../command-line.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

const NOW = instant('2021-04-01');
const FIRST = ['North River,120', 'East Timor Lane School,22', 'Hill Top,75', 'St Mary,3'];
const SECOND = ['North River,121', 'Timor-Leste Lane School,22', 'Hill Top,75', 'St Mary,3'];

/** A district known by names, whose data folder is at hand. */
async function district(settings: Readonly<Record<string, unknown>> = {}) {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  const { $schema: _, ...all } = settingsOf({
    source: { addresses: ['https://a.example/s'], columns: { name: 'School', counts: ['Total'] } },
    ...settings,
  });
  const declare = (changes: object) =>
    writeFile(join(dataDir, 'district.json'), JSON.stringify({ ...all, ...changes }));
  await declare({});
  const lines = async (file: string) =>
    (await readFile(join(dataDir, file), 'utf8').catch(() => '')).trimEnd().split('\n').slice(1);
  const sheet = join(await scratch(), 'sheet.csv');
  return {
    dataDir,
    declare,
    lines,
    read: async (when: string, rows: readonly string[], accept?: { digest: string | null }) => {
      await writeFile(sheet, `School,Total\n${rows.join('\n')}\n`);
      return updateOnce({
        dataDir,
        source: sheet,
        at: instant(when),
        now: NOW,
        accept,
        dryRun: false,
        allowHosts: [],
        guardPrivateAddresses: false,
      });
    },
    merge: (from: string, into: string, when: string, changes: Partial<MergeRequest> = {}) =>
      mergePlaces({ dataDir, from, into, at: instant(when), now: NOW, dryRun: false, ...changes }),
    ledger: () => openLedger(dataDir, { notAfter: NOW, timeZone: all.timeZone }),
  };
}

type District = Awaited<ReturnType<typeof district>>;

/** A district where a renamed school was counted as another one. */
async function countedTwice(): Promise<District> {
  const there = await district();
  await there.read('2021-03-01', FIRST);
  const { held } = await there.read('2021-03-02', SECOND);
  // As the workflow writes it, once the request was closed.
  const declined = { ...held, declined: held?.key };
  await writeFile(join(there.dataDir, 'held.json'), JSON.stringify(declined));
  const report = await there.read('2021-03-02T19:00:00Z', SECOND);
  expect([report.outcome, report.new_cases]).toEqual(['published', 23]);
  return there;
}

describe('npm run merge', () => {
  it('makes one of two: an alias, lines that add up to nothing, and the same places afterwards', async () => {
    const there = await countedTwice();
    const result = await there
      .merge('East Timor Lane', 'timor-leste-lane-school', '2021-03-02T20:00:00Z')
      .catch((error: unknown) => error);
    // That is no name of it.
    expect(result).toBeInstanceOf(Refusal);
    expect(String(result)).toContain('No place on record');
    const done = await there.merge(
      'EAST TIMOR LANE SCHOOL',
      'timor-leste-lane-school',
      '2021-03-02T20:00:00Z',
    );
    expect(done.files).toEqual(['cases.csv', 'days.csv', 'schools.csv', 'updates.csv']);
    expect(await there.lines('cases.csv')).toEqual([
      '2021-03-02,1,north-river,1,121',
      '2021-03-02,1,timor-leste-lane-school,22,22',
      '2021-03-02,2,east-timor-lane-school,-22,0',
      '2021-03-02,2,timor-leste-lane-school,22,44',
    ]);
    expect((await there.lines('updates.csv')).at(-1)).toMatch(
      /^2021-03-02,2,2021-03-02T20:00:00Z,0,2,0,[0-9a-f]{64}$/,
    );
    expect(await there.lines('days.csv')).toEqual([
      '2021-03-01,2021-03-01T18:00:00Z,0,220,0,',
      '2021-03-02,2021-03-02T19:00:00Z,23,243,3,',
    ]);
    const { schools } = await there.ledger();
    expect([...schools.values()].map(({ id, aliases }) => [id, ...aliases])).toContainEqual([
      'timor-leste-lane-school',
      'East Timor Lane School',
    ]);
  });

  it('lets the source take back what it counted under both names, without asking anybody', async () => {
    const there = await countedTwice();
    await there.merge('east-timor-lane-school', 'timor-leste-lane-school', '2021-03-02T20:00:00Z');
    const next = await there.read('2021-03-03', SECOND);
    expect([next.outcome, next.new_cases]).toEqual(['published', -22]);
    expect(next.findings.filter(({ code }) => code === 'missing-schools')).toEqual([]);
    expect((await there.lines('days.csv')).at(-1)).toBe(
      '2021-03-03,2021-03-03T18:00:00Z,-22,221,1,',
    );
    // Once: a fall after that is one like any other.
    const fallen = SECOND.map((row) => row.replace('School,22', 'School,10'));
    expect((await there.read('2021-03-04', fallen)).outcome).toBe('held');
  });

  it('counts the old name as the new one if it comes back', async () => {
    const there = await countedTwice();
    await there.merge('east-timor-lane-school', 'timor-leste-lane-school', '2021-03-02T20:00:00Z');
    await there.read('2021-03-03', SECOND);
    const back = SECOND.map((row) =>
      row.replace('Timor-Leste Lane School,22', 'EAST TIMOR LANE School,24'),
    );
    const report = await there.read('2021-03-04', back);
    expect(report.movers).toEqual([
      expect.objectContaining({
        school_id: 'timor-leste-lane-school',
        new_cases: 2,
        total_cases: 24,
      }),
    ]);
    const both = [...SECOND, 'East Timor Lane School,22'];
    await expect(there.read('2021-03-05', both)).rejects.toThrow(/Lines 3 .* and 6 /);
  });

  it('keeps cases from before a counter restart, and counts on from there', async () => {
    const there = await district();
    await there.read('2021-03-01', ['Alder,40', 'Birch,30', 'Cedar,90']);
    await there.declare({ counterRestarts: ['2021-03-02'] });
    const two = ['Alder,4', 'Birch,3', 'Cedar,0'];
    expect((await there.read('2021-03-02', two)).outcome).toBe('published');
    await there.merge('birch', 'alder', '2021-03-02T20:00:00Z');
    const one = ['Alder,8', 'Cedar,0'];
    expect(await there.read('2021-03-03', one)).toMatchObject({
      outcome: 'published',
      new_cases: 1,
    });
    expect((await there.lines('cases.csv')).slice(-3)).toEqual([
      '2021-03-02,2,alder,33,77',
      '2021-03-02,2,birch,-33,0',
      '2021-03-03,1,alder,1,78',
    ]);
  });

  it('makes no read of a day without one, and the next read makes it one', async () => {
    const there = await countedTwice();
    await there.merge('east-timor-lane-school', 'timor-leste-lane-school', '2021-03-05');
    expect((await there.lines('days.csv')).at(-1)).toBe('2021-03-05,,0,243,2,');
    const read = await there.read('2021-03-05T21:00:00Z', SECOND);
    expect([read.outcome, read.first_read]).toEqual(['published', true]);
    expect((await there.lines('days.csv')).at(-1)).toBe(
      '2021-03-05,2021-03-05T21:00:00Z,-22,221,2,',
    );
    await there.ledger();
  });

  it('merges an entry without cases by its name alone', async () => {
    const there = await district();
    await there.read('2021-03-01', ['Alder,4', 'Birch,0']);
    const { files, cases } = await there.merge('Birch', 'Alder', '2021-03-02');
    expect([files, cases]).toEqual([['schools.csv'], []]);
    expect((await there.read('2021-03-03', ['Birch,5'])).movers).toMatchObject([
      { school_id: 'alder', new_cases: 1 },
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const there = await countedTwice();
    const before = await bytesOf(there.dataDir);
    const { files } = await there.merge(
      'east-timor-lane-school',
      'timor-leste-lane-school',
      '2021-03-03',
      { dryRun: true },
    );
    expect(files).toContain('cases.csv');
    expect(await bytesOf(there.dataDir)).toEqual(before);
  });

  it.each<[string, string, string, string, string]>([
    [
      'an unknown place',
      'North Rivr',
      'hill-top',
      '2021-03-03',
      'Did you mean north-river (North River)?',
    ],
    ['one place twice', 'Hill Top', 'hill-top', '2021-03-03', 'are one place already'],
    ['an instant in the past', 'hill-top', 'st-mary', '2021-03-01', 'lies before'],
    ['an instant in the future', 'hill-top', 'st-mary', '2021-05-01', 'in the future'],
    [
      'the instant of the last update',
      'hill-top',
      'st-mary',
      '2021-03-02T19:00:00Z',
      'is not later',
    ],
    [
      'what was merged before',
      'east-timor-lane-school',
      'hill-top',
      '2021-03-04',
      'was merged already',
    ],
    [
      'a merged entry as what remains',
      'hill-top',
      'east-timor-lane-school',
      '2021-03-04',
      'was merged already',
    ],
    [
      'a name of two places',
      'The Twin',
      'hill-top',
      '2021-03-04',
      'Several places on record go by "The Twin"',
    ],
  ])('refuses %s, and leaves everything as it was', async (_, from, into, when, said) => {
    const there = await countedTwice();
    if (when === '2021-03-04') {
      await there.merge('east-timor-lane-school', 'timor-leste-lane-school', '2021-03-03');
      await there.read('2021-03-03T20:00:00Z', [...SECOND, 'Saint Twin,0', 'St Twin,0']);
    }
    const asked = from === 'The Twin' ? 'The St Twin' : from;
    const before = await bytesOf(there.dataDir);
    const error = await there.merge(asked, into, when).catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error('it was not refused');
    expect(`${error.message}. ${error.advice}`).toContain(said.replace('The Twin', 'The St Twin'));
    expect(error.exit).toBe(2);
    expect(await bytesOf(there.dataDir)).toEqual(before);
  });

  it('is a command that says what it did', async () => {
    const { dataDir } = await countedTwice();
    const args = ['East Timor Lane School', 'Timor Leste Lane School', '--data', dataDir];
    const would = await command('merge', [...args, '--dry-run']);
    expect(would.out).toContain('would be counted as Timor-Leste Lane School');
    const done = await command('merge', args);
    expect(done.out).toContain(
      [
        'East Timor Lane School (east-timor-lane-school) is counted as Timor-Leste Lane School (timor-leste-lane-school) from now on.',
        '   −22  East Timor Lane School (east-timor-lane-school), now 0',
        '   +22  Timor-Leste Lane School (timor-leste-lane-school), now 44',
        'Wrote: cases.csv, days.csv, schools.csv, updates.csv',
      ].join('\n'),
    );
    expect(done.exit).toBe(0);
    expect((await command('merge', ['one', '--data', dataDir])).exit).toBe(2);
    expect((await command('merge', [...args, 'stray'])).out).toContain(
      'unexpected argument "stray"',
    );
  });
});
