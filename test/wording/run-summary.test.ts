import { describe, expect, it } from 'vitest';
import { refuseSource } from '../../scripts/domain/refusal.ts';
import type { Progress } from '../../scripts/operate/run/publication.ts';
import { NOTHING_YET } from '../../scripts/operate/run/publish.ts';
import { blankReport, type UpdateReport } from '../../scripts/update/update-report.ts';
import { runSummary, type SummaryContext } from '../../scripts/wording/run-summary.ts';
import { instant } from '../world.ts';

const context: SummaryContext = {
  repositoryUrl: 'https://github.com/example/tracker',
  siteUrl: 'https://example.org/tracker/',
  timeZone: 'America/Chicago',
  nextRuns: [instant('2021-03-02T18:17:00Z'), instant('2021-03-02T18:47:00Z')],
  dryRun: false,
  rebuildOnly: false,
  timings: [
    { title: '· Read the source', milliseconds: 1500 },
    { title: 'Update', milliseconds: 2000 },
    { title: 'Deploy', milliseconds: 500 },
  ],
  tellError: (error) => (error instanceof Error ? error.message : String(error)),
};
const published: UpdateReport = {
  ...blankReport,
  outcome: 'published',
  checked_at: instant('2021-03-02'),
  reporting_date: '2021-03-02',
  update: 2,
  new_cases: 3,
  schools_changed: 1,
  day: { new_cases: 5, schools_changed: 2 },
  movers: [{ school_id: '1', name: 'a|b @all', new_cases: 3, total_cases: 8 }],
  source: 'https://user:pass@example.org/sheet?api_key=abc&x=1',
  findings: [
    { level: 'warning', code: 'x', message: 'Row *7* has no id', line: 7 },
    { level: 'warning', code: 'y', message: 'Odd', file: 'data/cases.csv', line: 3 },
  ],
};
const summary = (progress: Partial<Progress>, changes: Partial<SummaryContext> = {}) =>
  runSummary({ ...NOTHING_YET, ...progress }, { ...context, ...changes });

describe('the summary of a run', () => {
  const text = summary({ report: published, commit: 'c'.repeat(40), deployment: 'dispatched' });

  it('begins with the outcome, and tells figures, commit and deployment with their links', () => {
    expect(text).toMatch(/^### 2021-03-02: \+3 new cases at 1 school\n/);
    expect(text).toContain('- Update 2; the day so far: +5 at 2 schools.');
    expect(text).toContain(`/commit/${'c'.repeat(40)})`);
    expect(text).toContain(
      'The [deployment](https://github.com/example/tracker/actions/workflows/deploy.yml) was started.',
    );
  });

  it('lists movers in a table that no name can break', () => {
    expect(text).toContain('| a\\|b \\@\u2060all | 1 | +3 | 8 |');
  });

  it('tells warnings with file and line, inert', () => {
    expect(text).toContain('- **warning** (line 7 of the source): Row \\*7\\* has no id');
    expect(text).toContain('- **warning** (data\\/cases\\.csv\\, line 3): Odd');
  });

  it('names the source without what may be a secret', () => {
    expect(text).toContain('(https://example.org/sheet?api_key=%E2%80%A6&x=1)');
    expect(text).not.toMatch(/pass|abc/);
  });

  it('adds up the steps, not the steps within them', () => {
    expect(text).toContain('<summary>2.5 s in all</summary>');
    expect(text).toContain('| · Read the source | 1.5 s |');
  });

  it.each([
    [
      'nothing new',
      { report: { ...published, outcome: 'unchanged' } },
      {},
      '2021-03-02: nothing has changed',
    ],
    [
      'a first read of a day',
      { report: { ...published, outcome: 'checked' } },
      {},
      '2021-03-02: read, no new cases',
    ],
    [
      'a hold',
      { report: { ...published, outcome: 'held' } },
      {},
      '2021-03-02: +3 new cases at 1 school held for a person',
    ],
    ['nothing read', { report: blankReport }, {}, 'Nothing was read'],
    ['a rebuild', {}, { rebuildOnly: true }, 'The site is built anew'],
    [
      'a dry run',
      { report: published },
      { dryRun: true },
      'Dry run: 2021-03-02: +3 new cases at 1 school',
    ],
    [
      'a rejected source',
      { rejection: refuseSource('empty', 'Empty @all', ''), report: blankReport },
      {},
      'The source was not read\n\n- Empty \\@\u2060all',
    ],
    [
      'a failure',
      { failure: { step: 'Commit and push', error: new Error('protected') } },
      {},
      'Failed at “Commit and push”\n\n- “Commit and push” failed: protected',
    ],
  ] as const)('has words for %s', (_, progress, changes, words) => {
    expect(summary(progress, changes)).toContain(`### ${words}`);
  });
});

describe('the first run after set-up', () => {
  const report = {
    ...published,
    outcome: 'checked',
    baseline: true,
    unknown_schools: ['1', '2'],
  } as const;

  it('says in five lines what was read, where the page is, what comes next, and how to undo', () => {
    const lines = summary({ report }).match(/^\d\. .*$/gm) ?? [];
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^1\. Read 2 schools from \[the source\]/);
    expect(lines[1]).toContain('https://example.org/tracker/');
    expect(lines[2]).toMatch(
      /Next runs, in America\/Chicago: Tue.* 12:17; Tue.* 12:47\. GitHub may be an hour late/,
    );
    expect(lines[3]).toContain('issue');
    expect(lines[4]).toContain('git revert');
  });

  it('says what is missing where no address and no schedule is set', () => {
    const lines = summary({ report }, { siteUrl: null, nextRuns: [] });
    expect(lines).toContain('`site.url`');
    expect(lines).toContain('No run is scheduled');
  });
});
