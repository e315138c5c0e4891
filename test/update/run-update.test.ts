import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UpdateRequest } from '../../scripts/update/run-update.ts';
import { bytesOf, command, scratch } from '../command-line.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

const HEADER = 'School,CPS School ID';
const hundred = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [String(1000 + i), 5]));
const lineList = (counts: Readonly<Record<string, number>>, ...more: readonly string[]) =>
  [
    HEADER,
    ...Object.entries(counts).flatMap(([id, count]) => Array(count).fill(`School ${id},${id}`)),
    ...more,
  ].join('\n');
const api = (counts: Readonly<Record<string, number | null>>) =>
  JSON.stringify(
    Object.entries(counts).map(([SchoolID, TotalCaseCount]) => ({ SchoolID, TotalCaseCount })),
  );

let data: string;
let source: string;
beforeEach(async () => {
  const folder = await scratch();
  data = join(folder, 'data');
  source = join(folder, 'sheet');
  await mkdir(data);
  const { $schema: _, ...settings } = settingsOf();
  await writeFile(join(data, 'district.json'), JSON.stringify(settings, null, 2));
  await run('2021-03-01', lineList(hundred));
});

async function run(when: string, body: string, more: Partial<UpdateRequest> = {}) {
  await writeFile(source, body);
  const request = {
    dataDir: data,
    source,
    at: instant(when),
    now: instant('2021-04-01'),
    accept: undefined,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
    ...more,
  };
  return updateOnce(request);
}
const settings = async () => JSON.parse(await readFile(join(data, 'district.json'), 'utf8'));
const declare = async (changes: object) =>
  writeFile(join(data, 'district.json'), JSON.stringify({ ...(await settings()), ...changes }));
const notices = async () =>
  (await readFile(join(data, 'notices.csv'), 'utf8')).split('\n').map((line) => line.split(',')[1]);

describe('an update', () => {
  it('is published, then unchanged, then checked on the next day', async () => {
    const sheet = lineList({ ...hundred, 1000: 7 });
    expect(await run('2021-03-02', sheet)).toMatchObject({
      outcome: 'published',
      exit: 0,
      new_cases: 2,
    });
    const bytes = await bytesOf(data);
    expect(await run('2021-03-02', sheet)).toMatchObject({ outcome: 'unchanged', files: [] });
    expect(await bytesOf(data)).toEqual(bytes);
    expect(await run('2021-03-03', sheet)).toMatchObject({
      outcome: 'checked',
      files: ['days.csv'],
    });
  });

  it('writes nothing on a dry run, and says what it would write', async () => {
    const bytes = await bytesOf(data);
    const report = await run('2021-03-02', lineList({ ...hundred, 1000: 7 }), { dryRun: true });
    expect(report.files).toEqual(['cases.csv', 'days.csv', 'updates.csv']);
    expect(await bytesOf(data)).toEqual(bytes);
  });

  it('removes what was held and what failed when the read is good', async () => {
    const held = await run('2021-03-02', lineList({ ...hundred, 1000: 70 }));
    await writeFile(join(data, 'held.json'), JSON.stringify(held.held));
    await writeFile(
      join(data, 'failing.json'),
      '{"cause":"empty","since":"2021-03-02T18:00:00Z","checked_at":"2021-03-02T18:00:00Z"}',
    );
    const report = await run('2021-03-02', lineList(hundred));
    expect(report.files).toEqual(expect.arrayContaining(['held.json', 'failing.json']));
  });

  it('is released by persistence with a notice', async () => {
    const surge = lineList(Object.fromEntries(Object.keys(hundred).map((id) => [id, 7])));
    await run('2021-03-02', lineList(hundred));
    const first = await run('2021-03-03', surge);
    expect(first).toMatchObject({ outcome: 'held', exit: 4, files: [] });
    await writeFile(join(data, 'held.json'), JSON.stringify(first.held));
    expect(await run('2021-03-04', surge)).toMatchObject({
      outcome: 'published',
      released: true,
      new_cases: 200,
    });
    expect(await notices()).toContain('released');
  });

  it('reads nothing after the source has ended', async () => {
    await declare({ endedOn: '2021-03-01' });
    expect(await run('2021-03-02', 'nonsense')).toMatchObject({ outcome: 'unchanged', exit: 0 });
  });

  it('marks the first update after a declared restart with a notice', async () => {
    await declare({ counterRestarts: ['2021-03-02'] });
    expect(await run('2021-03-02', lineList({ 1000: 2 }))).toMatchObject({
      outcome: 'published',
      new_cases: 2,
    });
    expect(await notices()).toContain('restart');
  });

  it('takes a sheet without rows after a declared restart, and refuses it otherwise', async () => {
    await expect(run('2021-03-02', HEADER)).rejects.toMatchObject({ code: 'header-only', exit: 3 });
    await declare({ counterRestarts: ['2021-03-02'] });
    expect(await run('2021-03-02', HEADER)).toMatchObject({ outcome: 'checked', exit: 0 });
  });
});

describe('accepting', () => {
  const surge = lineList({ ...hundred, 1000: 70 });

  it('publishes what would be held, with a notice', async () => {
    const accept = { digest: null };
    expect(await run('2021-03-02', surge, { accept })).toMatchObject({
      outcome: 'published',
      accepted: true,
    });
    expect(await notices()).toContain('accepted');
  });

  it('publishes only the counts that were seen, when it names their digest', async () => {
    const { counts_digest: digest } = await run('2021-03-02', surge);
    const other = lineList({ ...hundred, 1000: 71 });
    expect(await run('2021-03-02', other, { accept: { digest } })).toMatchObject({
      outcome: 'held',
      exit: 4,
    });
    expect(await run('2021-03-02', surge, { accept: { digest } })).toMatchObject({
      outcome: 'published',
    });
  });

  it('takes a suspected restart by its digest only, and says how to declare it', async () => {
    const restart = lineList({ 1000: 3 });
    const held = await run('2021-03-02', restart);
    expect(held.restart_suspected).toBe(true);
    await expect(run('2021-03-02', restart, { accept: { digest: null } })).rejects.toMatchObject({
      exit: 2,
      code: 'restart-not-declared',
      advice: expect.stringContaining('counterRestarts'),
    });
    const recorded = await run('2021-03-02', restart, { accept: { digest: held.counts_digest } });
    expect(recorded).toMatchObject({ outcome: 'published', new_cases: -497 });
  });

  it.each<[string, string, string, object, string]>([
    [
      'schools that are gone',
      api(Object.fromEntries(Object.entries(hundred).slice(3))),
      'gone',
      ['1000', '1001', '1002'],
      'disappearances',
    ],
    [
      'an id that cannot be read',
      lineList(hundred, 'Somewhere,9 9'),
      'ignore',
      ['9 9'],
      'unreadable-rows',
    ],
    [
      'rows without id',
      lineList(hundred, ...Array(20).fill('Somewhere,')),
      'guards',
      { rowsWithoutId: 20 },
      'rows-without-id',
    ],
  ])('makes a state of the source the usual one: %s', async (_, sheet, key, value, guard) => {
    const held = await run('2021-03-02', sheet);
    expect(held.held?.reasons.map((reason) => reason.guard)).toEqual([guard]);
    const accepted = await run('2021-03-02', sheet, { accept: { digest: null } });
    expect(accepted.files).toContain('district.json');
    expect((await settings())[key]).toEqual(
      Array.isArray(value) ? value : expect.objectContaining(value),
    );
    expect((await run('2021-03-03', sheet)).outcome).toBe('checked');
  });

  it.each<[string, number, string, readonly string[]]>([
    ['one count', 1, 'see  Note', []],
    ['a count below 0', 1, '-1', []],
    [
      'so many counts that their places would be missed next',
      5,
      '#REF!',
      ['named-0', 'named-1', 'named-2', 'named-3', 'named-4'],
    ],
  ])('asks once about cells that cannot be read: %s', async (_, places, cell, gone) => {
    const sheet = (changed: number, text: string) =>
      Array.from({ length: 200 }, (_, i) => `Named ${i},${i < changed ? text : 12}`);
    const folder = await scratch();
    await writeFile(join(folder, 'district.json'), await readFile(join(data, 'district.json')));
    const reads = (when: string, rows: readonly string[], more = {}) =>
      run(when, ['School,Q1 SY21', ...rows].join('\n'), { dataDir: folder, ...more });
    const settingsNow = async () =>
      JSON.parse(await readFile(join(folder, 'district.json'), 'utf8'));
    await reads('2021-03-01', sheet(0, ''));
    const odd = sheet(places, cell);
    const held = await reads('2021-03-02', odd);
    expect([...new Set(held.held?.reasons.map(({ guard }) => guard))]).toEqual(['unreadable-rows']);
    await reads('2021-03-02', odd, { accept: { digest: null } });
    const { source, gone: left } = await settingsNow();
    expect([source.cells.unknown, left ?? []]).toEqual([[cell.replace('  ', ' ')], gone]);
    expect((await reads('2021-03-03', odd)).outcome).toBe('checked');
    expect(await reads('2021-03-04', sheet(places, '13'))).toMatchObject({
      outcome: 'published',
      new_cases: places,
    });
    expect((await settingsNow()).gone ?? []).toEqual([]);
  });

  it('asks once about schools that lose their figures', async () => {
    const silent = api({ ...hundred, 1000: null, 1001: null, 1002: null });
    const held = await run('2021-03-02', silent);
    expect(held.held?.reasons.map(({ guard }) => guard)).toEqual(['unreported']);
    await run('2021-03-02', silent, { accept: { digest: null } });
    expect((await settings()).gone).toEqual(['1000', '1001', '1002']);
    expect((await run('2021-03-03', silent)).outcome).toBe('checked');
  });

  it('counts a school that comes back and removes it from the list of schools that are gone', async () => {
    const sheet = api(Object.fromEntries(Object.entries(hundred).slice(3)));
    await run('2021-03-02', sheet, { accept: { digest: null } });
    const back = await run('2021-03-03', api({ ...hundred, 1000: 6 }));
    expect(back).toMatchObject({ outcome: 'published', new_cases: 1 });
    expect((await settings()).gone).toEqual([]);
  });
});

describe('the command line', () => {
  const update = (...args: string[]) =>
    command('update', ['--data', data, '--source', source, ...args]);

  it('ends with the exit code of each outcome, and reports it as JSON', async () => {
    const file = join(data, '..', 'report.json');
    const outcome = async (body: string, ...args: string[]) => {
      await writeFile(source, body);
      const { exit } = await update('--report', file, '--at', '2021-03-02T18:00:00Z', ...args);
      return { exit, ...JSON.parse(await readFile(file, 'utf8')) };
    };
    expect(await outcome(lineList({ ...hundred, 1000: 6 }))).toMatchObject({
      exit: 0,
      outcome: 'published',
      reporting_date: '2021-03-02',
      update: 1,
      movers: [{ school_id: '1000', new_cases: 1, total_cases: 6 }],
      counts_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      checked_at: '2021-03-02T18:00:00Z',
    });
    expect(await outcome(lineList({ ...hundred, 1000: 90 }))).toMatchObject({
      exit: 4,
      outcome: 'held',
      held: { reasons: [{ guard: 'school-surge', school_id: '1000' }] },
    });
    expect(await outcome('<html>')).toMatchObject({
      exit: 3,
      outcome: 'refused',
      refusal: { code: 'html-page', advice: expect.stringContaining('Nothing was written') },
    });
  }, 300_000);

  it.each<[string, string[], RegExp]>([
    ['an option it does not know', ['--att', 'x'], /att/],
    ['an invalid instant', ['--at', 'yesterday'], /"yesterday" is not an instant/],
    ['an instant in the future', ['--at', '2121-03-02T18:00:00Z'], /lies in the future/],
    ['an instant before the ledger', ['--at', '2021-02-02T18:00:00Z'], /lies before 2021-03-01/],
    ['a stray word', ['data'], /unexpected argument/],
  ])('refuses %s with exit 2', async (_, args, said) => {
    const { exit, out } = await update(...args);
    expect(exit).toBe(2);
    expect(out).toMatch(said);
  });

  it('shows its help', async () => {
    const { exit, out } = await command('update', ['--help']);
    expect(exit).toBe(0);
    expect(out).toContain('--accept [DIGEST]');
  });

  it('speaks in annotations under Actions, and never lets the sheet speak there', async () => {
    await writeFile(source, lineList({ ...hundred, 1000: 5 }, '::error::pwned,2000'));
    const summary = join(data, '..', 'summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
    const { out } = await command(
      'update',
      ['--data', data, '--source', source, '--at', '2021-03-02T18:00:00Z'],
      env,
    );
    expect(out).toContain('pwned');
    expect(out).not.toMatch(/^::error::pwned/m);
    const refused = await command('update', ['--data', data, '--at', 'x'], env);
    expect(refused.out).toMatch(/^::error title=not-an-instant::/m);
  });
});
