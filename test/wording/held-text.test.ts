import { describe, expect, it } from 'vitest';
import { stampOf, withdrawn } from '../../scripts/operate/held/stamp.ts';
import { blankReport, type UpdateReport } from '../../scripts/update/update-report.ts';
import { publicAddress, requestText, type TextContext } from '../../scripts/wording/held-text.ts';
import { reportingDate } from '../../site/shared/time.ts';
import { instant } from '../world.ts';

const HOSTILE = '<!-- x -->| @all #1 [a](http://e.org) `$(touch pwned)`\n# b';
const context: TextContext = {
  repositoryUrl: 'https://github.com/example/tracker',
  siteUrl: null,
  runUrl: 'https://github.com/example/tracker/actions/runs/1',
  branch: 'main',
  settingsPath: 'data/district.json',
  timeZone: 'America/Chicago',
  owners: [],
  lastDate: null,
};
const stamp = { key: 'a'.repeat(64), date: reportingDate('2021-03-02') };
const movers = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({
    school_id: String(index),
    name,
    new_cases: 60,
    total_cases: 70,
  }));
const held = (reasons: number, name: string): UpdateReport => ({
  ...blankReport,
  outcome: 'held',
  checked_at: instant('2021-03-02'),
  counts_digest: 'd1',
  update: 1,
  movers: movers(600, name),
  renames: [{ old_name: name, new_name: name }],
  held: {
    key: stamp.key,
    counts_digest: 'd1',
    reasons: Array.from({ length: reasons }, () => ({
      guard: 'school-surge',
      school_id: '1',
      text: `${name} gains 60`,
      since: instant('2021-03-02T15:00:00Z'),
    })),
    checked_at: instant('2021-03-02'),
    declined: null,
  },
});
const text = (name: string, kind: 'pull' | 'issue' = 'pull') => {
  const report = held(600, name);
  return requestText(report, report, stamp, kind, context);
};

describe('the text of a request', () => {
  it('fits into what GitHub takes, however long the names and however many the reasons', () => {
    const { body } = text('n@#'.repeat(1000));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('and 580 more');
    expect(body).toContain('… and 560 schools more');
  });

  it('lets no name act', () => {
    const { title, body } = text(HOSTILE);
    expect(title).not.toContain('x');
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(body).not.toMatch(/(^|[^\\])@all|(^|[^\\])#1|\]\(http:\/\/e|^# b/m);
  });

  it('stands on its own where it is an issue', () => {
    expect(text('A', 'issue').body).toContain(
      '[this page](https://github.com/example/tracker/compare/main...held-update?expand=1)',
    );
    expect(text('A').body).not.toContain('stands in');
  });

  it('ends its list before the links, which a template’s trimming would glue to it', () => {
    expect(text('A').body).toMatch(/main branch\. .*\n\n\[all lines\]/);
  });

  it('is known again by its first line, also after it was withdrawn', () => {
    const { body } = text('A');
    expect(stampOf(body)).toEqual({ ...stamp, isWithdrawn: false });
    expect(stampOf(withdrawn(body))).toEqual({ ...stamp, isWithdrawn: true });
    expect(stampOf('reworded')).toBeUndefined();
  });
});

describe('the address of a source', () => {
  it.each([
    ['as it is', 'https://example.org/sheet?id=1', 'https://example.org/sheet?id=1'],
    ['without name and password', 'https://a:b@example.org/', 'https://example.org/'],
    [
      'without a key',
      'https://example.org/?Key=1&token=2',
      'https://example.org/?Key=%E2%80%A6&token=%E2%80%A6',
    ],
    ['that cannot end a link', 'https://example.org/a)b(', 'https://example.org/a%29b%28'],
    ['not where it is a file', '/tmp/body', ''],
    ['not where it is no web address', 'javascript:alert(1)', ''],
  ])('is told %s', (_, address, told) => {
    expect(publicAddress(address)).toBe(told);
  });
});
