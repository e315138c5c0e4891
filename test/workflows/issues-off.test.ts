import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRun } from '../harness/run-workflow.ts';
import { publishedWorld, type RepositoryWorld, repositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
afterEach(() => world.close());

const FORK = { hasIssues: false, parent: 'original/tracker' };
const noon = '2021-03-02T18:00:00Z';
/** What a run says of Issues, if anything. */
const unheard = ({ annotations }: WorkflowRun) =>
  annotations.filter(({ title }) => title === 'issues-off');
const PLACE =
  /Tick [“"]Issues[”"] under Settings → General → Features: https:\S+\/settings#features/;

describe('a fork, which has Issues off at first', () => {
  it('has its first hour without a word about it: nothing is wrong', async () => {
    world = await repositoryWorld({}, FORK);
    world.sheet.shows({ 1: 3, 2: 1 });
    const at = '2021-03-01T18:00:00Z';
    const first = await world.run('update', { at, event: 'workflow_dispatch' });
    const runs = [first, ...(await world.settle({ at }))];
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(runs.flatMap(unheard)).toEqual([]);
    expect(world.pages.served).toBe(world.head());
  });

  describe('and something to say', () => {
    beforeEach(async () => {
      world = await publishedWorld(FORK);
    });

    it.each([
      ['a failed read that never heals alone', {}, /The source asks to sign in|sign/],
      ['a run that could not begin', { installationFails: true }, /could not begin its work/],
    ])(
      'of %s says where the switch is, and tries no last resort in vain',
      async (_, trouble, words) => {
        world.sheet.answers('<html>Sign in - Google Accounts</html>', 200, 'text/html');
        const run = await world.run('update', { at: noon, trouble });
        expect(run.conclusion).toBe('failure');
        const [said, ...more] = unheard(run);
        expect([said?.level, more]).toEqual(['error', []]);
        expect(said?.message).toMatch(words);
        expect(said?.message).toMatch(PLACE);
        const lastResort = run.jobs.find(({ name }) => name === 'last-resort');
        expect(lastResort?.result).toBe('installationFails' in trouble ? 'success' : 'skipped');
        const asked = world.hub.calls.filter(({ id }) => id === 'issues/create');
        expect(asked).toHaveLength(1);
        expect(world.hub.issues.all()).toEqual([]);
      },
    );

    it('of a held update says so in each run, and the run is not red', async () => {
      world.sheet.shows({ 1: 90, 2: 1 });
      for (const at of [noon, '2021-03-02T19:00:00Z']) {
        const run = await world.run('update', { at });
        expect([run.conclusion, unheard(run).length]).toEqual(['success', 1]);
        expect(unheard(run)[0]?.message).toMatch(/nobody can be asked/);
        expect(unheard(run)[0]?.message).toMatch(PLACE);
      }
      world.hub.state.settings.hasIssues = true;
      const run = await world.run('update', { at: '2021-03-02T20:00:00Z' });
      expect(unheard(run)).toEqual([]);
      expect(world.hub.issues.all()).toHaveLength(1);
    });

    it('of a deployment that is not served says so, and the alarm’s own job is not red', async () => {
      world.hub.state.settings.pages = undefined;
      const run = await world.run('deploy', { at: noon, event: 'workflow_dispatch' });
      expect(unheard(run)[0]?.message).toMatch(/Pages has been switched off.*Issues off/);
      expect(run.jobs.find(({ name }) => name === 'alarm')?.result).toBe('success');
    });
  });
});
