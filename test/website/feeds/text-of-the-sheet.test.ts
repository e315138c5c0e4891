import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const NAME = 'Evil <img src=x onerror=alert(1)> & Sons';
const { ledger, settings } = world()
  .reads('2021-03-01', { a: [3, NAME] })
  .reads('2021-03-02T15:00:00Z', { a: [9, NAME] })
  .reads('2021-03-02T17:00:00Z', { a: [7, NAME] })
  .reads('2021-03-03', { a: [7, NAME] });
const notices = [
  {
    noticedAt: instant('2021-03-03'),
    kind: 'correction' as const,
    date: ledger.days[1]?.date ?? null,
    schoolId: ledger.cases[0]?.schoolId ?? null,
    text: 'The 9 cases\nof March 2 were <b>6</b>',
  },
];
const files = buildSite(
  {
    ledger: { ...ledger, notices },
    settings,
    at: instant('2021-03-04'),
    baseUrl: 'https://example.org/tracker/',
    commit: null,
  },
  noAssets,
);
const paths = [...files.keys()].filter((path) => path.endsWith('.rss'));

/** What a reader sees that takes a text for HTML: the elements in it. */
const tagsIn = (html: string) => html.match(/<\/?[a-z]+/gi) ?? [];

describe('text of the sheet, in a feed', () => {
  it.each(paths)(
    'is text to a reader that takes titles and descriptions for HTML: %s',
    async (path) => {
      const feed = await new RssParser({
        customFields: { item: [['description', 'plain']] },
      }).parseString(String(files.get(path)));
      const texts = [feed, ...feed.items].flatMap(({ title, description, plain }) => [
        title ?? '',
        description ?? '',
        plain ?? '',
      ]);
      if (!/daily|updates/.test(path)) expect(texts.join()).toContain('Evil &lt;img');
      for (const text of texts) expect(tagsIn(text)).toEqual([]);
    },
  );

  it('keeps ampersands readable in titles', async () => {
    const feed = await new RssParser().parseString(String(files.get('schools/a/feed.rss')));
    expect(feed.items[0]?.title).toMatch(/at Evil &lt;img .*&gt; & Sons$/);
  });

  it('brings a title without line breaks', () => {
    for (const [path, text] of files) {
      if (!/feeds?\b.*\.json$/.test(path)) continue;
      for (const { title } of JSON.parse(String(text)).items ?? []) {
        expect(title).not.toMatch(/[\r\n]/);
      }
    }
  });

  it('says of a correction that a person wrote that it is one', () => {
    const [item] = JSON.parse(String(files.get('feeds/notices.json'))).items;
    expect(item.title).toBe(`Correction: ${NAME}: The 9 cases of March 2 were <b>6</b>`);
  });
});
