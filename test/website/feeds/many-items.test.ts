import { describe, expect, it } from 'vitest';
import { addDays, reportingDate } from '../../../scripts/domain/time.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { type Counts, instant, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const FIRST = reportingDate('2021-03-01');
const KILOBYTE = 1000;

const build = ({ ledger, settings }: World, at: string) =>
  buildSite(
    {
      ledger,
      settings,
      at: instant(at),
      baseUrl: 'https://district-of-a-long-name.github.io/cases-by-school/',
      commit: null,
    },
    noAssets,
  );

/** Every school of a district grows each day, by more the later it comes. */
function everyDay(schools: number, days: number): World {
  let grown = world();
  for (let day = 0; day < days; day += 1) {
    const counts: Record<string, readonly [number, string]> = {};
    for (let school = 0; school < schools; school += 1) {
      counts[`6${String(school).padStart(5, '0')}`] = [
        day * (1 + (school % 7)),
        `School “${school}” of the Ñuñoa & Østerbro Neighborhood, Upper Campus`,
      ];
    }
    grown = grown.reads(addDays(FIRST, day), counts);
  }
  return grown;
}

describe('feeds of many changes', () => {
  const files = build(everyDay(400, 33), '2021-04-03');
  const weight = (path: string) => Buffer.byteLength(String(files.get(path)));
  const each = (stem: string) => ['rss', 'atom', 'json'].map((ending) => `${stem}.${ending}`);

  it.each(each('feeds/daily'))('hold 30 days in at most 100 kB: %s', (path) => {
    expect(JSON.parse(String(files.get('feeds/daily.json'))).items).toHaveLength(30);
    expect(weight(path)).toBeLessThanOrEqual(100 * KILOBYTE);
  });

  it.each(each('schools/600399/feed'))('of a school weigh at most 30 kB: %s', (path) => {
    expect(weight(path)).toBeLessThanOrEqual(30 * KILOBYTE);
  });

  it('list the largest changes and link to the rest', () => {
    const [{ content_html: html, url }] = JSON.parse(String(files.get('feeds/daily.json'))).items;
    const listed = [...html.matchAll(/: \+(\d)<\/li>/g)].map(([, figure]) => figure);
    expect(listed.length).toBeGreaterThan(5);
    expect(new Set(listed)).toEqual(new Set(['7']));
    expect(html).toContain(`<li><a href="${url}">and ${400 - listed.length} more</a></li>`);
  });
});

describe('the notices feed', () => {
  const counts = (all: number): Counts =>
    Object.fromEntries(
      Array.from({ length: 45 }, (_, school) => [`s${school}`, [all, `School ${school}`]]),
    );
  const twoUpdates = world()
    .reads('2021-03-01', counts(9))
    .reads('2021-03-03', counts(10))
    .reads('2021-03-08T15:00:00Z', counts(8))
    .reads('2021-03-08T16:00:00Z', counts(7));
  const items: { id: string; title: string; content_html: string }[] = JSON.parse(
    String(build(twoUpdates, '2021-03-10').get('feeds/notices.json')),
  ).items;

  it('has one item for the many corrections of an update, which pushes nothing out', () => {
    expect(items.map(({ title }) => title)).toEqual([
      'Corrections at 45 schools, Mon, Mar 8, 2021',
      '4 days could not be read',
      'Corrections at 45 schools, Mon, Mar 8, 2021',
      '1 day could not be read',
    ]);
    expect(items.map(({ id }) => id.split(':').slice(2).join(':'))).toEqual([
      'correction/2021-03-08/2',
      'gap/2021-03-08',
      'correction/2021-03-08/1',
      'gap/2021-03-03',
    ]);
    expect(items[0]?.content_html).toContain('<li>School 0: 8 → 7</li>');
  });

  it('keeps every item of two weeks, however many', () => {
    let busy = world().reads('2021-03-01T15:00:00Z', { a: [100, 'Adams'] });
    for (let hour = 0; hour < 40; hour += 1) {
      const when = `2021-03-${String(2 + Math.floor(hour / 4)).padStart(2, '0')}T${15 + (hour % 4)}:00:00Z`;
      busy = busy.reads(when, { a: 99 - hour });
    }
    const feed = JSON.parse(String(build(busy, '2021-03-15').get('feeds/notices.json')));
    expect(feed.items).toHaveLength(40);
  });
});

describe('a daily item', () => {
  const news = world()
    .reads('2021-03-01', { a: [3, 'Adams'] })
    .reads('2021-03-02', { a: 5 });
  const dates = (w: World, at: string) =>
    JSON.parse(String(build(w, at).get('feeds/daily.json'))).items.map(
      (item: { date_published: string }) => item.date_published,
    );

  it('is dated by the read that shows that its day is over', () => {
    const next = news.reads('2021-03-05T12:30:00Z', { a: 5 });
    expect(dates(next, '2021-03-06')).toEqual(['2021-03-05T12:30:00.000Z']);
  });

  it('waits while nothing on record shows it, so that it is never dated before it appears', () => {
    expect(dates(news, '2021-03-06')).toEqual([]);
  });

  it('is dated by the end of its day once the source has ended', () => {
    expect(dates(news.declares({ endedOn: '2021-03-02' }), '2021-03-06')).toEqual([
      '2021-03-03T06:00:00.000Z',
    ]);
  });
});
