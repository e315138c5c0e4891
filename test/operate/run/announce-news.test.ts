import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunFacts } from '../../../scripts/operate/run/publication.ts';
import { HURRIED, instant } from '../../world.ts';
import { fakePlatforms, type Platforms } from '../channels/fake-platforms.ts';
import {
  type Changes,
  type PublishedRepository,
  publishedRepository,
  sheetOf,
} from './published-repository.ts';

let platforms: Platforms;
let repo: PublishedRepository;

beforeEach(async () => {
  platforms = await fakePlatforms();
  repo = await publishedRepository({
    settings: { channels: { slack: {}, mastodon: { server: platforms.url } } },
    allowHosts: [platforms.host],
  });
  await run('2021-03-01');
  repo.sheet = sheetOf({ 1: 5, 2: 1 });
  await run('2021-03-02');
  // Every address of the site answers from now on.
  repo.served = { commit: 'f'.repeat(40), content_sha256: 'x' };
});
afterEach(async () => {
  await repo.close();
  await platforms.close();
  expect(platforms.wrong).toEqual([]);
});

function run(now: string, env = platforms.env, changes: Changes = {}): Promise<RunFacts> {
  return repo.run(now, {
    channels: { ...HURRIED, env, clock: () => instant(now) },
    ...changes,
  });
}
const AFTER = '2021-03-03T06:20:00Z';
const posts = () => repo.git('show', 'main:data/posts.csv').split('\n').slice(1);
const counts = () => [platforms.shown.slack?.length, platforms.shown.mastodon?.length];
const alarms = () => repo.hub.issues.all().map(({ title, state }) => `${state}: ${title}`);

describe('a scheduled run', () => {
  it('switches channels on in a commit, and posts nothing old', () => {
    expect(posts()).toEqual([
      '2021-03-01T18:00:00Z,mastodon,on,,,,',
      '2021-03-01T18:00:00Z,slack,on,,,,',
    ]);
    expect(counts()).toEqual([0, 0]);
  });

  it('posts a closed date, puts it on record, and has that commit deployed', async () => {
    const { push, deployment, channels, findings } = await run(AFTER);
    expect(counts()).toEqual([1, 1]);
    const head = repo.git('rev-parse', 'main');
    expect([push, deployment.kind]).toMatchObject([{ kind: 'pushed', commit: head }, 'dispatched']);
    expect(channels).toMatchObject({ outcome: { unsent: [] } });
    expect(findings.filter(({ level }) => level !== 'notice')).toEqual([]);
    expect(repo.log().slice(0, 2)).toEqual([
      'data: posted 2021-03-02 (mastodon, en), and 1 more',
      'data: about to post 2021-03-02 (slack, en)',
    ]);
    await run('2021-03-03T08:00:00Z');
    expect(counts()).toEqual([1, 1]);
  });

  it('remembers also when somebody pushes between sending and remembering', async () => {
    const person = await repo.clone();
    let pushes = 0;
    platforms.beforeAnswer = async () => {
      pushes += 1;
      if (pushes > 1) return;
      person.git('pull', '--quiet');
      await person.push('README.md', 'Read me');
    };
    const { troubles, failure } = await run(AFTER);
    expect([troubles, failure]).toEqual([[], null]);
    expect(posts().filter((line) => line.includes(',sent,'))).toHaveLength(2);
    expect(repo.log()).toContain('Edit README.md');
  });

  it('sends nothing where the line that must come first cannot be pushed', async () => {
    const hook = join(repo.git('rev-parse', '--absolute-git-dir'), 'hooks', 'pre-receive');
    const refusing =
      'while read old new ref; do git log -1 --format=%s $new | grep -q "about to post" && exit 1; done';
    await writeFile(hook, `#!/bin/sh\n${refusing}\nexit 0\n`, { mode: 0o755 });
    const { troubles } = await run(AFTER);
    expect(troubles).toMatchObject([{ step: 'Post to the channels' }]);
    expect(counts()).toEqual([0, 0]);
  });

  it('raises the alarm once a channel’s news is a day late, and ends it', async () => {
    const broken = { ...platforms.env, TRACKER_MASTODON_TOKEN: 'withdrawn' };
    expect((await run(AFTER, broken)).findings.map(({ code }) => code)).toContain('not-posted');
    expect(counts()).toEqual([1, 0]);
    expect(alarms()).toEqual([]);
    await run('2021-03-04T06:30:00Z', broken);
    expect(alarms()).toEqual(['open: Nothing is posted to mastodon']);
    await run('2021-03-05T12:00:00Z');
    expect(counts()).toEqual([1, 1]);
    expect(alarms()).toEqual([
      expect.stringMatching(/^closed: Over after .*: Nothing is posted to mastodon/),
    ]);
  });

  it('says in a dry run what would go where, and does nothing', async () => {
    const said: string[] = [];
    const head = repo.git('rev-parse', 'main');
    await run(AFTER, platforms.env, {
      update: { dryRun: true },
      say: (text) => {
        said.push(text);
      },
    });
    expect(said.join('\n')).toContain(
      `Would post to mastodon (en): POST ${platforms.url}/api/v1/statuses`,
    );
    expect(said.join('\n')).toContain(`Would post to slack (en): POST ${platforms.url}/…`);
    expect([counts(), repo.git('rev-parse', 'main')]).toEqual([[0, 0], head]);
  });
});
