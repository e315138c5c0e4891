import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { addDays, reportingDate, reportingDateAt } from '../../../scripts/domain/time.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { itemCounts, lastDays } from '../../../scripts/website/feeds/how-often.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { instant, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const inputOf = ({ ledger, settings }: World, at = '2021-12-31') => ({
  ledger,
  settings,
  at: instant(at),
  baseUrl: 'https://example.org/',
  commit: null,
});

const countsOf = (w: World) => {
  const data = siteData(inputOf(w));
  const looked = lastDays(data);
  return looked && { ...looked, ...itemCounts(data, looked, editionsOf(w.settings)[0]) };
};

describe('lastDays', () => {
  it('is unknown before anything was read', () => {
    expect(countsOf(world())).toBeUndefined();
  });

  it('is what there is of a short record', () => {
    const w = world().reads('2021-03-01', { a: 1 }).reads('2021-03-10', { a: 2 });
    expect(countsOf(w)).toMatchObject({ first: '2021-03-01', last: '2021-03-10', days: 10 });
  });

  it('is eight weeks of a long one, both ends included', () => {
    const w = world().reads('2021-01-01', { a: 1 }).reads('2021-03-10', { a: 2 });
    expect(countsOf(w)).toMatchObject({ first: '2021-01-14', last: '2021-03-10', days: 56 });
  });
});

describe('itemCounts', () => {
  const eventful = world()
    .reads('2021-01-01', { a: [1, 'Adams'], b: 9 })
    // The day before the eight weeks, and their first.
    .reads('2021-01-14T18:00:00Z', { a: 2, b: 9 })
    .reads('2021-01-15T18:00:00Z', { a: 3, b: 9 })
    .reads('2021-01-15T20:00:00Z', { a: 4, b: 8 })
    .reads('2021-01-16T18:00:00Z', { a: 4, b: 8 })
    .reads('2021-03-10T18:00:00Z', { a: 5, b: 7 })
    // What shows on record that the day before is over.
    .reads('2021-03-11T18:00:00Z', { a: 5, b: 7 });

  it('counts days with a change, updates, and corrections with gaps', () => {
    // Corrections of January 15 and March 10; the gap before the latter.
    expect(countsOf(eventful)).toMatchObject({ daily: 2, updates: 3, notices: 3 });
  });

  it('counts as many items as a reader finds in the feeds for those days', () => {
    const files = buildSite(inputOf(eventful), noAssets);
    const first = addDays(reportingDate('2021-03-11'), -55);
    const dated = (name: string) => {
      const { feed } = parseFeed(files.get(`feeds/${name}.atom`) ?? '');
      const entries = 'entries' in feed ? (feed.entries ?? []) : [];
      return entries.filter(({ id = '', published }) => {
        // An item by day belongs to its date, though it comes once that is over.
        const day = /:day\/(.*)$/.exec(id)?.[1];
        const at = instant(new Date(String(published)).toISOString().replace('.000', ''));
        return (day ?? reportingDateAt(at, 'America/Chicago')) >= first;
      }).length;
    };
    expect(countsOf(eventful)).toMatchObject({
      daily: dated('daily'),
      updates: dated('updates'),
      notices: dated('notices'),
    });
  });
});
