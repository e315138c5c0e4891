import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { addMinutes, type Instant } from '../../../scripts/domain/time.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { type Counts, instant, World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

/** What a reader makes of an item. */
interface Polled {
  readonly id: string;
  readonly dated: number;
  readonly whole: string;
}

type Reader = (text: string) => Promise<readonly Polled[]>;

const READERS: Readonly<Record<string, { readonly ending: string; readonly read: Reader }>> = {
  'rss-parser': {
    ending: 'rss',
    read: async (text) =>
      (await new RssParser().parseString(text)).items.map((item) => ({
        id: String(item.guid),
        dated: Date.parse(item.isoDate ?? ''),
        whole: JSON.stringify(item),
      })),
  },
  'feedsmith, Atom': {
    ending: 'atom',
    read: async (text) => {
      const { feed } = parseFeed(text);
      const entries = 'entries' in feed ? (feed.entries ?? []) : [];
      return entries.map((entry) => ({
        id: String(entry.id),
        dated: Date.parse(String(entry.published)),
        whole: JSON.stringify(entry),
      }));
    },
  },
  'a reader of JSON Feed': {
    ending: 'json',
    read: async (text) =>
      JSON.parse(text).items.map((item: { id: string; date_published: string }) => ({
        id: item.id,
        dated: Date.parse(item.date_published),
        whole: JSON.stringify(item),
      })),
  },
};

const RUNS: readonly (readonly [when: string, counts: Counts | 'outage'])[] = [
  ['2021-03-01T15:00:00Z', { a: [3, 'Adams'], b: [9, 'Brown'] }],
  ['2021-03-01T23:00:00Z', { a: 5, b: 9 }],
  ['2021-03-02T15:00:00Z', { a: 5, b: 9 }],
  ['2021-03-02T16:00:00Z', { a: 6, b: 9 }],
  ['2021-03-02T17:00:00Z', { a: 7, b: 8 }],
  ['2021-03-02T22:00:00Z', { a: 7, b: 10 }],
  ['2021-03-03T07:00:00Z', { a: [7, 'Madison'], b: 10 }],
  ['2021-03-03T15:00:00Z', { a: 8, b: 10, c: [2, 'Carver'] }],
  ['2021-03-03T20:00:00Z', 'outage'],
  ['2021-03-04T15:00:00Z', 'outage'],
  ['2021-03-07T15:00:00Z', { a: 8, b: 10, c: 2 }],
  ['2021-03-08T15:00:00Z', { a: 8, b: 12, c: 2 }],
  ['2021-03-08T16:00:00Z', { a: 8, b: 11, c: 2 }],
  ['2021-03-09T05:30:00Z', { a: 9, b: 11, c: 2 }],
  ['2021-03-09T06:30:00Z', { a: 9, b: 11, c: 2 }],
  ['2021-03-09T15:00:00Z', { a: 9, b: [11, 'Browne'], c: 3 }],
  ['2021-03-10T15:00:00Z', { a: 9, b: 11, c: 3 }],
  ['2021-03-11T15:00:00Z', { a: 10, b: 11, c: 3 }],
  ['2021-03-12T15:00:00Z', { a: 11, b: 11, c: 3 }],
  ['2021-03-13T15:00:00Z', { a: 11, b: 11, c: 3 }],
  // Daylight saving time begins on March 14.
  ['2021-03-14T15:00:00Z', { a: 12, b: 11, c: 3 }],
  ['2021-03-15T05:10:00Z', { a: 12, b: 11, c: 3 }],
];

const FEEDS = ['feeds/daily', 'feeds/updates', 'feeds/notices', 'schools/a/feed', 'es/feeds/daily'];

/** The site after each run, a minute later. */
const SITES = (() => {
  let w = world();
  return RUNS.map(([when, counts]) => {
    const at = instant(when);
    w = counts === 'outage' ? outage(w, at) : w.reads(when, counts);
    const polledAt = addMinutes(at, 1);
    const files = buildSite(
      {
        ledger: w.ledger,
        settings: w.settings,
        at: polledAt,
        baseUrl: 'https://example.org/tracker/',
        commit: null,
      },
      noAssets,
    );
    return { polledAt: Date.parse(polledAt), files };
  });
})();

function outage(w: World, noticedAt: Instant): World {
  const notice = { noticedAt, kind: 'outage' as const, date: null, schoolId: null, text: null };
  return new World({ ...w.ledger, notices: [...w.ledger.notices, notice] }, w.settings);
}

describe.each(Object.entries(READERS))('%s, polling after each of 22 runs', (_, reader) => {
  it.each(FEEDS)(
    'is given each item once, as issued, and later than its last poll: %s',
    async (feed) => {
      const seen = new Map<string, string>();
      let lastPoll = 0;
      for (const { polledAt, files } of SITES) {
        for (const item of await reader.read(String(files.get(`${feed}.${reader.ending}`)))) {
          const known = seen.get(item.id);
          if (known !== undefined) {
            expect(item.whole).toBe(known);
            continue;
          }
          seen.set(item.id, item.whole);
          // A reader that drops what is older than its last poll would lose it.
          expect(item.dated, item.id).toBeGreaterThan(lastPoll);
          expect(item.dated, item.id).toBeLessThanOrEqual(polledAt);
        }
        lastPoll = polledAt;
      }
      expect(seen.size).toBeGreaterThan(4);
    },
  );
});
