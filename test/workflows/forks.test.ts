import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';
import { readWorkflow } from '../harness/workflow-file.ts';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

const folder = join(projectFolder, '.github', 'workflows');
const texts = readdirSync(folder).map(
  (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
);

describe('a fork', () => {
  it('needs no secret: those of channels, which are off without, are the only ones', () => {
    const asked = texts.flatMap(([, text]) => text.match(/\bsecrets\s*[.[][^}\s]*/g) ?? []);
    const channels = /^secrets\.TRACKER_(X|MASTODON|BLUESKY|WEBHOOK|SLACK|DISCORD|TEAMS|NTFY)_/;
    expect(asked.filter((secret) => !channels.test(secret))).toEqual([]);
    expect(asked).not.toEqual([]);
  });

  it('has its pull request reviewed with a token that can only read', async () => {
    const at = '2021-03-02T18:00:00Z';
    const trouble = { hangsAt: 'Run every check' };
    const run = await world.run('checks', { at, event: 'pull_request', trouble });
    const review = run.jobs.find(({ name }) => name === 'review');
    expect(review?.result, run.log).toBe('success');
    expect(review?.summary).toMatch(/./);
    expect(world.hub.writes).toBe(0);
  });

  it('starts nothing with its pull request that could write', () => {
    const started = texts
      .map(([name, text]) => [name, readWorkflow(text)] as const)
      .filter(([, { on }]) => Object.keys(on).some((event) => event.startsWith('pull_request')));
    expect(started.map(([name]) => name)).toEqual(['checks.yml']);
    for (const [, { on, jobs, permissions }] of started) {
      expect(on).not.toHaveProperty('pull_request_target');
      const levels = Object.values(jobs).flatMap((job) =>
        Object.values(job.permissions ?? permissions ?? { every: 'write' }),
      );
      expect(new Set(levels)).toEqual(new Set(['read']));
    }
  });
});
