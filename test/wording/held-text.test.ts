import { describe, expect, it } from 'vitest';
import { nounsOf } from '../../scripts/domain/nouns.ts';
import { stampOf, withdrawn } from '../../scripts/operate/held/request-stamp.ts';
import { planProposal } from '../../scripts/update/plan-update.ts';
import { publicAddress } from '../../scripts/wording/address-in-text.ts';
import { requestText, type TextContext } from '../../scripts/wording/held-text.ts';
import { reportingDate } from '../../site/shared/time.ts';
import { settingsOf, world } from '../world.ts';

const HOSTILE = '<!-- x -->| @all #1 [a](http://e.org) `$(touch pwned)`\n# b';
const context: TextContext = {
  repositoryUrl: 'https://github.com/example/tracker',
  siteUrl: null,
  runUrl: 'https://github.com/example/tracker/actions/runs/1',
  branch: 'main',
  settingsPath: 'data/district.json',
  timeZone: 'America/Chicago',
  nouns: nounsOf(settingsOf()),
  owners: [],
  lastDate: null,
};
const stamp = { key: 'a'.repeat(64), date: reportingDate('2021-03-02') };
/** Six hundred schools that lose 30 cases each, and go by another name all at once. */
const text = (name: string, kind: 'pull' | 'issue' = 'pull') => {
  const shown = (count: number, called: string) =>
    Object.fromEntries(Array.from({ length: 600 }, (_, id) => [id, [count, called] as const]));
  const before = world().reads('2021-03-01', shown(90, 'Before'));
  const held = before.plans('2021-03-02', shown(60, name));
  if (held.kind !== 'held') throw new Error(`the read is ${held.kind}`);
  return requestText(held, planProposal(before.opened(), held), stamp, kind, context);
};

describe('the text of a request', () => {
  it('fits into what GitHub takes, however long the names and however many the reasons', () => {
    const { body } = text('n@#'.repeat(1000));
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('and 583 more');
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
    expect(text('A').body).toMatch(/main branch\. .*\n\n\[the source\]/);
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
