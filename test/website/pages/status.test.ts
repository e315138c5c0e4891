import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const sessions = [{ from: '2021-01-01', to: '2021-06-01' }];
const began = world(settingsOf({ sessions }))
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02T15:30:00Z', { a: [5, 'Adams'] })
  .reads('2021-03-05', { a: [4, 'Adams'] });

const statusOf = (w: Pick<World, 'ledger' | 'settings'>, at = '2021-03-10', folder = '') => {
  const input = { ledger: w.ledger, settings: w.settings, at: instant(at) };
  const site = buildSite(
    { ...input, baseUrl: 'https://example.org/tracker/', commit: 'c0ffee1234', version: '1.2.3' },
    noAssets,
  );
  const html = site.get(`${folder}status/index.html`) ?? '';
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('the status page', () => {
  it('has three clocks: the last change, the last recorded check, and the build', () => {
    const status = statusOf(began.reads('2021-03-06T14:00:00Z', { a: [4, 'Adams'] }));
    expect(status).toContain('last changed Friday, March 5, 2021, 12:00 PM');
    expect(status).toContain('recorded a check Saturday, March 6, 2021, 8:00 AM');
    expect(status).toContain('were built Wednesday, March 10, 2021, 12:00 PM');
    expect(status).toContain('from commit c0ffee1');
    expect(status).toContain('The program’s version is 1.2.3.');
  });

  it('lists the last two weeks, and days that were not read as such', () => {
    const status = statusOf(began);
    expect(status).toMatch(/Fri, Mar 5, 2021 12:00 PM −1/);
    expect(status).toMatch(/Thu, Mar 4, 2021 not read Wed, Mar 3, 2021 not read Tue, Mar 2/);
    expect(status).toContain('Days between that were not read 2');
    expect(status).toContain('Lines that are corrections 1');
  });

  const gaps = { medianMinutes: 35, p95Minutes: 125, longestMinutes: 781 };
  const cadence = {
    measuredAt: instant('2021-03-10'),
    days: 30,
    reads: 412,
    requested: { lines: [], medianMinutes: 30, p95Minutes: 61, longestMinutes: 600 },
    ...gaps,
  };
  const measured = { settings: began.settings, ledger: { ...began.ledger, cadence } };

  it('says how often the source is really read, beside what is planned', () => {
    const status = statusOf(measured);
    expect(status).toContain('over the last 30 days, in which the source was read 412 times');
    expect(status).toContain('Half of the times, at most 30 minutes 35 minutes');
    expect(status).toContain('95 times in 100, at most 1 hour 1 minute 2 hours 5 minutes');
    expect(status).toContain('The longest 10 hours 13 hours 1 minute');
    expect(statusOf(began)).toContain('Not measured yet');
  });

  const silent = began.reads('2021-03-20', { a: [4, 'Adams'] });
  const held = began.holds('2021-03-06', { a: [90, 'Adams'] });
  const failing = {
    ...began,
    ledger: {
      ...began.ledger,
      failing: {
        cause: 'sign-in-page',
        since: instant('2021-03-06'),
        checkedAt: instant('2021-03-07'),
      },
    },
  } as World;

  it.each([
    ['nothing is wrong', began, /Status Everything works\./, /attention/],
    ['the source is silent', silent, /have not changed for 15 days/, /Everything works/],
    [
      'an update is held',
      held,
      /waits for a person\. Adams: A school gains.*since Saturday/,
      /works\./,
    ],
    [
      'reading fails',
      failing,
      /cannot be read\. Since Saturday.*Cause: the table is not public any more/,
      /works\./,
    ],
    [
      'the source has ended',
      silent.declares({ endedOn: '2021-03-20' }),
      /has stopped publishing/,
      /attention|have not changed/,
    ],
    [
      'the source is silent while school is out',
      silent.declares({ sessions: [] }),
      /Everything works/,
      /have not changed/,
    ],
    ['nothing was read yet', world(), /last changed not yet/, /two weeks/],
  ])('says so when %s', (_, w, says, keepsSilentOf) => {
    expect(statusOf(w)).toMatch(says);
    expect(statusOf(w)).not.toMatch(keepsSilentOf);
  });
});
