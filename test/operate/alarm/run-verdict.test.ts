import { describe, expect, it } from 'vitest';
import type { RunJob, WorkflowRun } from '../../../scripts/github/actions.ts';
import { failureStreak, runVerdict } from '../../../scripts/operate/alarm/run-verdict.ts';
import { instant } from '../../world.ts';

const LIMITS = new Map([['update', 15]]);
const job = (minutes: number, conclusion = 'cancelled'): RunJob => ({
  name: 'update',
  conclusion,
  startedAt: instant('2021-03-02T18:00:00Z'),
  completedAt: instant(`2021-03-02T18:${String(minutes).padStart(2, '0')}:05Z`),
});

describe('runVerdict', () => {
  it.each([
    ['a run that succeeded', 'success', [], 'success'],
    ['a run that failed', 'failure', [], 'failure'],
    ['a run that GitHub says timed out', 'timed_out', [], 'failure'],
    ['a run that could not start', 'startup_failure', [], 'failure'],
    ['a superseded run, which has no jobs', 'cancelled', [], 'nothing'],
    ['a run that a person cancelled', 'cancelled', [job(4)], 'nothing'],
    ['a run whose job ran into its limit', 'cancelled', [job(15)], 'failure'],
    ['a run that lost its runner', 'cancelled', [job(4, 'failure')], 'failure'],
    ['a run whose job was skipped', 'cancelled', [job(0, 'skipped')], 'nothing'],
    ['a skipped run', 'skipped', [], 'nothing'],
    ['a run under way', null, [], 'nothing'],
  ] as const)('tells %s', (_, conclusion, jobs, expected) => {
    expect(runVerdict({ conclusion }, jobs, LIMITS)).toBe(expected);
  });
});

describe('failureStreak', () => {
  const history = (...conclusions: (string | null)[]) => {
    const runs = conclusions.map((conclusion, index): WorkflowRun => {
      const createdAt = instant(`2021-03-02T${String(17 - index).padStart(2, '0')}:00:00Z`);
      const facts = { attempt: 1, event: 'schedule', status: 'completed', headSha: '', url: '' };
      return { id: 100 - index, conclusion, createdAt, ...facts };
    });
    const asking = { thisRun: 101, limits: LIMITS, now: instant('2021-03-02T18:00:00Z') };
    const jobs = async (id: number) => (id === 99 ? [job(15)] : []);
    return failureStreak({ runs: async () => runs, jobs }, 'update.yml', asking);
  };

  it.each([
    ['is one after a success', ['success', 'failure'], 1, '18'],
    [
      'counts failures back to the last success',
      ['failure', 'failure', 'success', 'failure'],
      3,
      '16',
    ],
    ['looks through superseded and cancelled runs', ['cancelled', 'failure', 'success'], 2, '16'],
    ['counts a run that ran into its limit', ['failure', 'cancelled', 'success'], 3, '16'],
    ['is one for the first run ever', [], 1, '18'],
  ])('%s', async (_, conclusions, times, hour) => {
    expect(await history(...conclusions)).toEqual({ times, since: `2021-03-02T${hour}:00:00Z` });
  });
});
