import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

const at = '2021-03-02T18:00:00Z';
const bodies = () => world.hub.issues.all().map(({ body }) => (body ?? '').replaceAll('\\', ''));

describe('a run that cannot begin to read', () => {
  it('tells in the alarm what is wrong with the settings, not that it could not begin', async () => {
    const settings = world.file('data/district.json') ?? '';
    world.push({ 'data/district.json': settings.replace(/\}\s*$/, ',') }, 'Break the settings');
    const run = await world.run('update', { at });
    expect(run.conclusion).toBe('failure');
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/district\.json, line \d+, column \d+ is not JSON/);
    expect(bodies()[0]).not.toContain('could not begin');
    expect(run.summary).toContain('Read the settings');
  });

  it('because its installation hangs fails at the limit of that step, and is told all the same', async () => {
    const run = await world.run('update', { at, trouble: { installationHangs: true } });
    expect(run.conclusion).toBe('failure');
    expect(run.jobs[0]?.steps.find(({ outcome }) => outcome === 'failure')?.name).toBe(
      'Run ./.github/actions/set-up',
    );
    expect(run.log).not.toContain('nothing limits');
    expect(bodies()).toEqual([expect.stringContaining('could not begin its work')]);
  });

  it('because a person mistyped an input tells that person, and opens no alarm', async () => {
    const inputs = { at: 'yesterday' };
    const run = await world.run('update', { at, event: 'workflow_dispatch', inputs });
    expect(run.conclusion).toBe('failure');
    expect(run.annotations.map(({ message }) => message).join()).toContain('is not an instant');
    expect(bodies()).toEqual([]);
  });
});
