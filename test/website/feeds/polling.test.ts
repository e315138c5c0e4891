import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { HISTORIES } from './successive-builds.ts';
import { type Polled, watchItems } from './watch-items.ts';

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

describe.each(HISTORIES)('$name, built after each run', ({ isThere, builds, feeds }) => {
  describe.each(Object.entries(READERS))('%s', (_, reader) => {
    it.skipIf(!isThere).each(feeds)(
      'is given each item once, as issued, and later than its last poll: %s',
      async (feed) => {
        const watch = watchItems();
        for (const { polledAt, files } of await builds()) {
          const items = await reader.read(files.get(`${feed}.${reader.ending}`) ?? '');
          watch.poll(items, Date.parse(polledAt));
        }
        expect((await builds()).length).toBeGreaterThan(20);
        expect(watch.seen()).toBeGreaterThan(3);
      },
    );
  });
});
