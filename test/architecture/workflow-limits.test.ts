import { describe, expect, it } from 'vitest';
import { type StepFile, stepsOf } from '../harness/workflow-file.ts';
import { actions, jobs } from './workflow-files.ts';

/** Minutes that the commands of a script may take together: each `timeout N` is N seconds. */
const minutesIn = (run = '') =>
  [...run.matchAll(/\btimeout (\d+) /g)].reduce(
    (sum, [, seconds]) => sum + Number(seconds) / 60,
    0,
  );

/** Minutes that the steps of an action limit themselves to. */
function minutesOfAction(uses: string | undefined): number {
  const action = actions.find(({ folder }) => `./${folder}` === uses);
  return (action?.file.runs.steps ?? []).reduce((sum, { run }) => sum + minutesIn(run), 0);
}

/** The step's own limit or that of its commands, whichever is longer; 0 if there is none. */
const limitOf = ({ run, uses, 'timeout-minutes': limit = 0 }: StepFile) =>
  Math.max(Number(limit), minutesIn(run), minutesOfAction(uses));

const own = jobs.flatMap(({ place, job }) =>
  'steps' in job ? [{ place, minutes: job['timeout-minutes'], steps: stepsOf(job) }] : [],
);

// A step over its limit fails; a job over its limit counts as cancelled, which no alarm hears.
describe('the limits of steps', () => {
  it('read a script’s commands', () => {
    expect(minutesIn('timeout 240 npm ci\nif timeout 60 x; then y; fi')).toBe(5);
    expect(minutesIn('npm ci')).toBe(0);
  });

  it.each(own)('are there for each of $place', ({ steps }) => {
    const without = steps.filter((step) => limitOf(step) === 0);
    expect(without.map(({ name, uses }) => name ?? uses)).toEqual([]);
  });

  it.each(own)('add up to less than the job’s: $place', ({ minutes, steps }) => {
    expect(steps.reduce((sum, step) => sum + limitOf(step), 0)).toBeLessThan(minutes);
  });

  it('leave an action’s commands the time to reach their own', () => {
    const calls = own.flatMap(({ steps }) => steps.filter(({ uses }) => minutesOfAction(uses) > 0));
    expect(calls.length).toBeGreaterThan(3);
    for (const { uses, 'timeout-minutes': limit } of calls) {
      expect(Number(limit)).toBeGreaterThan(minutesOfAction(uses));
    }
  });

  it('leave deploy-pages its own ten minutes, after which it cancels what it began', () => {
    const deploying = own.flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/deploy-pages@')),
    );
    expect(deploying).toHaveLength(2);
    for (const step of deploying) expect(limitOf(step)).toBeGreaterThan(10);
  });
});
