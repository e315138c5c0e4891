import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from './git-in.ts';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
let openedOn: string;
beforeEach(async () => {
  world = await publishedWorld();
  openedOn = world.head() ?? '';
  gitIn(world.remote)('branch', 'change', 'main');
  // While the request is open, a run brings news to main.
  world.sheet.shows({ 1: 5, 2: 1 });
  await world.run('update', { at: '2021-03-02T03:00:00Z' });
});
afterEach(() => world.close());

/** The review of the request as it is fifteen hours after it was opened. */
const review = async () => {
  const at = '2021-03-02T18:00:00Z';
  const trouble = { hangsAt: 'Run every check' };
  const asked = { at, event: 'pull_request', branch: 'change', openedOn, trouble } as const;
  const run = await world.run('checks', asked);
  const job = run.jobs.find(({ name }) => name === 'review');
  return { result: job?.result, summary: job?.summary ?? '', annotations: job?.annotations };
};

describe('the review of a pull request older than main', () => {
  it('says nothing of what main has learned since', async () => {
    world.push({ 'NOTES.md': 'x\n' }, 'A note', 'change');
    const { result, summary } = await review();
    expect(result).toBe('success');
    expect(summary).toMatch(/./);
    expect(summary).not.toMatch(/new cases?\b|cases\.csv|2021-03-0[12]/);
  });

  it('refuses a line that it rewrites, although the base that it names has not got it yet', async () => {
    const cases = world.file('data/cases.csv') ?? '';
    const days = world.file('data/days.csv') ?? '';
    const updates = world.file('data/updates.csv') ?? '';
    expect(cases).toContain('2021-03-01,1,1,2,5');
    gitIn(world.remote)('branch', '--force', 'change', 'main');
    world.push(
      {
        'data/cases.csv': `${cases.replace('2021-03-01,1,1,2,5', '2021-03-01,1,1,4,7')}\n`,
        'data/days.csv': `${days.replace(/,2,6,1,/, ',4,8,1,')}\n`,
        'data/updates.csv': `${updates.replace(/Z,2,1,0,/, 'Z,4,1,0,')}\n`,
      },
      'Rewrite a line',
      'change',
    );
    const { result, annotations } = await review();
    expect(result).toBe('failure');
    expect(annotations?.map(({ title }) => title)).toContain('announced-line');
  });
});
