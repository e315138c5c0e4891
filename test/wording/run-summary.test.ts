import { describe, expect, it } from 'vitest';
import { refuseSource } from '../../scripts/domain/refusal.ts';
import { reportingDateAt } from '../../scripts/domain/time.ts';
import type { SentPost } from '../../scripts/operate/channels/announce.ts';
import type { WaitingPost } from '../../scripts/operate/channels/due-posts.ts';
import { NOTHING_YET, type RunFacts } from '../../scripts/operate/run/publication.ts';
import type { ReadPlan, UpdatePlan } from '../../scripts/update/plan-update.ts';
import { runSummary, type SummaryContext } from '../../scripts/wording/run-summary.ts';
import { instant, world } from '../world.ts';

const context: SummaryContext = {
  repositoryUrl: 'https://github.com/example/tracker',
  version: '1.2.3',
  siteUrl: 'https://example.org/tracker/',
  timeZone: 'America/Chicago',
  nextRuns: [instant('2021-03-02T18:17:00Z'), instant('2021-03-02T18:47:00Z')],
  dryRun: false,
  rebuildOnly: false,
  timings: [
    { title: 'Read the source', milliseconds: 2000 },
    { title: 'Deploy', milliseconds: 500 },
  ],
  describeError: (error) => (error instanceof Error ? error.message : String(error)),
};
const address = 'https://user:pass@example.org/sheet?api_key=abc&x=1';
const began = world().reads('2021-03-01', { 1: [3, 'a|b @all'], 2: 1 });
const twice = began.reads('2021-03-02T15:00:00Z', { 1: [5, 'a|b @all'], 2: 1 });
const published = recorded(
  twice.plans(
    '2021-03-02T20:00:00Z',
    { 1: [8, 'a|b @all'], 2: 1 },
    {
      address,
      findings: [
        { level: 'warning', code: 'x', message: 'Row *7* has no id', line: 7 },
        { level: 'warning', code: 'y', message: 'Odd', file: 'data/cases.csv', line: 3 },
      ],
    },
  ),
);
const first = recorded(world().plans('2021-03-01', { 1: 3, 2: 1 }, { address }));
const unread: UpdatePlan = { kind: 'unread', why: 'ended', findings: [] };

function recorded(plan: UpdatePlan): ReadPlan {
  if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`the read is ${plan.kind}`);
  return plan;
}
const read = (plan: UpdatePlan): Partial<RunFacts> => ({ read: { kind: 'planned', plan } });
const summary = (facts: Partial<RunFacts>, changes: Partial<SummaryContext> = {}) =>
  runSummary({ ...NOTHING_YET, ...facts }, { ...context, ...changes });

describe('the summary of a run', () => {
  const text = summary({
    ...read(published),
    push: { kind: 'pushed', commit: 'c'.repeat(40), opensWeek: false },
    deployment: { kind: 'dispatched', runs: null },
  });

  it('names the version of the program that ran', () => {
    expect(text).toContain('by version 1.2.3 of the program');
  });

  it('begins with the outcome, and gives figures, commit and deployment with their links', () => {
    expect(text).toMatch(/^### 2021-03-02: \+3 new cases at 1 school\n/);
    expect(text).toContain('- Update 2; the day so far: +5 at 1 school.');
    expect(text).toContain(`/commit/${'c'.repeat(40)})`);
    expect(text).toContain(
      'The [deployment](https://github.com/example/tracker/actions/workflows/deploy.yml) was started.',
    );
  });

  it('lists movers in a table that no name can break', () => {
    expect(text).toContain('| a\\|b \\@\u2060all | 1 | +3 | 8 |');
  });

  it('lists warnings with file and line, inert', () => {
    expect(text).toContain('- **warning** (line 7 of the source): Row \\*7\\* has no id');
    expect(text).toContain('- **warning** (data\\/cases\\.csv\\, line 3): Odd');
  });

  it('names the source without what may be a secret', () => {
    expect(text).toContain('(https://example.org/sheet?api_key=%E2%80%A6&x=1)');
    expect(text).not.toMatch(/pass|abc/);
  });

  it('adds up the steps', () => {
    expect(text).toContain('<summary>2.5 s in all, by version 1.2.3 of the program</summary>');
    expect(text).toContain('| Read the source | 2.0 s |');
  });

  it.each([
    [
      'nothing new',
      read({ ...published, kind: 'unchanged' }),
      {},
      '2021-03-02: nothing has changed',
    ],
    [
      'a first read of a day',
      read({ ...published, kind: 'checked' }),
      {},
      '2021-03-02: read, no new cases',
    ],
    [
      'a hold',
      read(twice.plans('2021-03-02T20:00:00Z', { 1: 85, 2: 1 })),
      {},
      '2021-03-02: +80 new cases at 1 school held for a person',
    ],
    ['nothing read', read(unread), {}, 'Nothing was read'],
    ['a rebuild', {}, { rebuildOnly: true }, 'The site is rebuilt'],
    [
      'a dry run',
      read(published),
      { dryRun: true },
      'Dry run: 2021-03-02: +3 new cases at 1 school',
    ],
    [
      'a rejected source',
      { read: { kind: 'rejected', refusal: refuseSource('empty', 'Empty @all', '') } },
      {},
      'The source was not read\n\n- Empty \\@\u2060all',
    ],
    [
      'a failure',
      { failure: { step: 'Commit and push', error: new Error('protected') } },
      {},
      'Failed at “Commit and push”\n\n- “Commit and push” failed: protected',
    ],
  ] as const)('has words for %s', (_, facts, changes, words) => {
    expect(summary(facts, changes)).toContain(`### ${words}`);
  });
});

describe('what a summary says about posts', () => {
  const post = {
    channel: 'slack',
    language: 'en',
    date: reportingDateAt(instant('2021-03-01'), 'America/Chicago'),
    update: null,
    dueSince: instant('2021-03-02T06:00:00Z'),
  } as const;
  const said = (sent: readonly SentPost[], unsent: readonly WaitingPost[]) =>
    summary({
      ...read(published),
      channels: { kind: 'announced', outcome: { sent, unsent, findings: [] } },
    });

  it('is which are on their channels, with their addresses, and which are not, with why', () => {
    const text = said(
      [
        { ...post, at: null },
        { ...post, channel: 'mastodon', language: 'es', at: 'https://social.example/@a/1' },
      ],
      [
        { ...post, channel: 'x', update: 2, why: 'its page is not on the site yet' },
        { ...post, channel: 'discord', why: 'status 500: <b>@all</b>' },
      ],
    );
    expect(text).toContain(
      '- Posted: 2021\\-03\\-01 to slack \\(en\\); [2021\\-03\\-01 to mastodon \\(es\\)](https://social.example/@a/1).\n',
    );
    expect(text).toMatch(/- Not posted yet: .*update 2.* to x .*its page is not on the site yet; /);
    expect(text).toMatch(/to discord .*status 500/);
    expect(text).not.toMatch(/<b>|@all/);
  });

  it('links to no address that would end the link, and cuts a long list', () => {
    const ids = Array.from({ length: 8 }, () => ({ ...post, at: 'https://a.example/) [b](c' }));
    const text = said(ids, []);
    expect(text).not.toContain('a.example');
    expect(text).toMatch(/and 2 more\.\n/);
  });

  it('is nothing if nothing was due', () => {
    expect(said([], [])).not.toMatch(/[Pp]osted/);
  });
});

describe('the first run after set-up', () => {
  it('says in five lines what was read, where the page is, what comes next, and how to undo', () => {
    const lines = summary(read(first)).match(/^\d\. .*$/gm) ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^1\. Read 2 schools from \[the source\]/);
    expect(lines[1]).toContain('https://example.org/tracker/');
    expect(lines[2]).toMatch(
      /Next runs, in America\/Chicago: Tue.* 12:17; Tue.* 12:47\. GitHub may start them an hour late/,
    );
    expect(lines[3]).toContain('issue');
    expect(lines[4]).toContain('git revert');
  });

  it('says what is missing where no address and no schedule is set', () => {
    const lines = summary(read(first), { siteUrl: null, nextRuns: [] });
    expect(lines).toContain('`site.url`');
    expect(lines).toContain('No run is scheduled');
  });
});
