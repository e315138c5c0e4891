import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitHub } from '../../../scripts/github/github.ts';
import { emptyLedger } from '../../../scripts/ledger/model.ts';
import { openLedger, writeLedger } from '../../../scripts/ledger/store.ts';
import { cronFires, gapsOf } from '../../../scripts/operate/schedule/cron-fires.ts';
import { keepSchedulesAlive, opensWeek } from '../../../scripts/operate/schedule/keep-alive.ts';
import { measureCadence } from '../../../scripts/operate/schedule/measure-cadence.ts';
import { stoppedSchedules } from '../../../scripts/operate/schedule/stopped-schedules.ts';
import {
  readWorkflowFiles,
  type WorkflowFile,
} from '../../../scripts/operate/schedule/workflow-files.ts';
import { addMinutes } from '../../../site/shared/time.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { fakeGitHub } from '../../harness/fake-github.ts';
import { commitAll, gitIn } from '../../workflows/git-in.ts';
import { HURRIED, instant, world } from '../../world.ts';

const HOURLY: WorkflowFile = {
  file: 'update.yml',
  crons: [{ cron: '17 * * * *', timeZone: 'UTC' }],
  limits: new Map(),
};

/** A repository whose update workflow is scheduled, with the runs that GitHub remembers. */
async function hubWith(
  runs: readonly (readonly [at: string, event: string, conclusion: string])[],
) {
  const remote = join(await scratch(), 'remote.git');
  const checkout = await scratch();
  const git = gitIn(checkout);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  await mkdir(join(checkout, '.github', 'workflows'), { recursive: true });
  await writeFile(
    join(checkout, '.github', 'workflows', 'update.yml'),
    "name: Update\non:\n  schedule:\n    - cron: '17 * * * *'\njobs: {}\n",
  );
  git('init', '--quiet', '--initial-branch=main');
  commitAll(checkout, 'Set up');
  git('push', '--quiet', remote, 'main');
  const hub = await fakeGitHub({ remote });
  for (const [at, event, conclusion] of runs) {
    hub.at(at);
    Object.assign(hub.startRun('update.yml', event), { status: 'completed', conclusion });
  }
  const token = hub.token({ actions: 'write' });
  const { actions } = gitHub({ repository: 'example/tracker', token, apiUrl: hub.url, ...HURRIED });
  return { hub, actions };
}

describe('cronFires', () => {
  it.each([
    [
      'by the clock of its time zone',
      '30 6 * * *',
      'America/Chicago',
      ['2021-03-13T12:30:00Z', '2021-03-14T11:30:00Z'],
    ],
    ['by UTC where none is named', '0 6 * * 0', 'UTC', ['2021-03-14T06:00:00Z']],
    [
      'at lists, ranges and steps',
      '0,30 8-9/1 14 3 *',
      'UTC',
      [
        '2021-03-14T08:00:00Z',
        '2021-03-14T08:30:00Z',
        '2021-03-14T09:00:00Z',
        '2021-03-14T09:30:00Z',
      ],
    ],
  ])('fires %s', (_, cron, timeZone, expected) => {
    const fires = cronFires(
      [{ cron, timeZone }],
      instant('2021-03-13T00:00:00Z'),
      instant('2021-03-15T00:00:00Z'),
    );
    expect(fires).toEqual(expected);
  });
});

describe('gapsOf', () => {
  it('gives median, 95th percentile and longest by nearest rank', () => {
    const minutes = [...Array(18).fill(30), 60, 420];
    const reads = [instant('2021-03-01')];
    for (const gap of minutes) reads.push(addMinutes(reads.at(-1) ?? instant('2021-03-01'), gap));
    expect(gapsOf(reads)).toEqual({ medianMinutes: 30, p95Minutes: 60, longestMinutes: 420 });
  });

  it('gives nothing for a single read', () => {
    expect(gapsOf([instant('2021-03-01')])).toBeUndefined();
  });
});

describe('the workflow files of this project', () => {
  it('say when they run and how long a job may take', async () => {
    const files = await readWorkflowFiles(projectFolder);
    const update = files.find(({ file }) => file === 'update.yml');
    expect(update?.crons.length).toBeGreaterThan(1);
    expect(update?.limits.get('update')).toBeGreaterThan(5);
    expect(files.find(({ file }) => file === 'deploy.yml')?.crons).toEqual([]);
  });
});

describe('a schedule', () => {
  const NOW = '2021-03-10T12:00:00Z';
  const troubles = async (runs: Parameters<typeof hubWith>[0]) => {
    const { hub, actions } = await hubWith(runs);
    const found = await stoppedSchedules(actions, [HOURLY], instant(NOW), '');
    const calls = hub.calls.length;
    await hub.close();
    return { found, calls };
  };

  it.each([
    [
      'lives while its runs succeed, which costs one call',
      [['2021-03-10T09:30:00Z', 'schedule', 'success']],
      0,
      1,
    ],
    [
      'has stopped after three of its longest gaps',
      [['2021-03-10T08:30:00Z', 'schedule', 'success']],
      1,
      2,
    ],
    [
      'is not proved alive by a run that a person started',
      [
        ['2021-03-10T08:30:00Z', 'schedule', 'success'],
        ['2021-03-10T11:00:00Z', 'workflow_dispatch', 'success'],
      ],
      1,
      2,
    ],
    [
      'is not proved alive by runs that fail',
      [
        ['2021-03-10T08:30:00Z', 'schedule', 'success'],
        ['2021-03-10T11:00:00Z', 'schedule', 'failure'],
      ],
      1,
      2,
    ],
  ] as const)('%s', async (_, runs, count, calls) => {
    const told = await troubles(runs);
    expect(told.found).toHaveLength(count);
    expect(told.calls).toBe(calls);
  });

  it('is kept alive by one call for each scheduled file', async () => {
    const { hub, actions } = await hubWith([]);
    await keepSchedulesAlive(actions, [HOURLY, { ...HOURLY, file: 'deploy.yml', crons: [] }]);
    expect(hub.state.enabled).toEqual(['update.yml']);
    await hub.close();
  });

  const { ledger } = world().reads('2021-03-05', { 1: 1 });
  const failing = {
    cause: 'empty',
    since: instant('2021-03-05'),
    checkedAt: instant('2021-03-08'),
  };
  it.each([
    ['at the first commit of an ISO week', ledger, '2021-03-08', true],
    ['not again in the week', ledger, '2021-03-07', false],
    [
      'not again when the week began with a failure to read',
      { ...ledger, failing },
      '2021-03-09',
      false,
    ],
    ['at the first commit ever', emptyLedger, '2021-03-09', true],
    ['in the first week of the next year', ledger, '2022-01-03', true],
  ])('is kept alive %s', (_, before, date, expected) => {
    expect(opensWeek(before, instant(date), 'America/Chicago')).toBe(expected);
  });
});

describe('the cadence', () => {
  it('is measured from every page of successful runs and kept in cadence.json', async () => {
    const start = instant('2021-02-20T00:00:00Z');
    const runs = Array.from(
      { length: 130 },
      (_, index) => [addMinutes(start, index * 75), 'schedule', 'success'] as const,
    );
    const { hub, actions } = await hubWith([
      ...runs,
      ['2021-03-09T00:00:00Z', 'schedule', 'failure'],
    ]);
    const cadence = await measureCadence(actions, HOURLY, instant('2021-03-10T12:00:00Z'));
    expect(hub.calls).toHaveLength(2);
    await hub.close();
    expect(cadence).toMatchObject({
      reads: 130,
      medianMinutes: 75,
      longestMinutes: 75,
      requested: {
        lines: ['17 * * * * (UTC)'],
        medianMinutes: 60,
        p95Minutes: 60,
        longestMinutes: 60,
      },
    });
    const dir = await scratch();
    const bounds = { notAfter: instant('2021-03-10'), timeZone: 'UTC' };
    await writeLedger(dir, emptyLedger, { ...emptyLedger, cadence: cadence ?? null }, bounds);
    expect((await openLedger(dir, bounds)).cadence).toEqual(cadence);
  });
});
