import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { schemas } from '../../../site/shared/api-schemas.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { english } from '../../../site/shared/words/en.ts';
import { SCHOOLS } from '../../../site/shared/words/nouns.ts';
import { instant, settingsOf, World, world } from '../../world.ts';
import { deadLinks, noAssets } from '../html.ts';

const BASE = 'https://example.org/tracker/';
const build = ({ ledger, settings }: World, at = '2021-03-10') =>
  buildSite({ ledger, settings, at: instant(at), baseUrl: BASE, commit: null }, noAssets);
const site = { title: 'Prairie Falls', languages: ['en', 'es'], originalFiles: true };
const w = world(settingsOf({ site }))
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02', { a: [5, '=Baker()'] });

/** The world with a change of what is published, announced on 3 March for the 20th. */
const announced = (text: string | null) =>
  new World(
    {
      ...w.ledger,
      notices: [
        {
          noticedAt: instant('2021-03-03'),
          kind: 'definition',
          date: reportingDate('2021-03-20'),
          schoolId: null,
          text,
        },
      ],
    },
    w.settings,
  );

describe('the data page', () => {
  const files = build(w);
  const page = files.get('data/index.html') ?? '';

  it('lists every table that is published, and every one it lists is there', () => {
    const published = [...files.keys()].filter((path) => /^data\/.*\.csv$/.test(path));
    expect(Object.keys(english(SCHOOLS).dictionary).sort()).toEqual(published.sort());
    for (const path of published) expect(page).toContain(`href="../${path}"`);
  });

  it('lists every kind of file of the API with its schema', () => {
    for (const name of Object.keys(schemas)) {
      expect(page).toContain(`href="../api/v1/schema/${name}.json"`);
    }
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('explains every key of the API, and no other', () => {
    const keys = new Set<string>();
    for (const schema of Object.values(schemas)) keysOf(z.toJSONSchema(schema), keys);
    expect(Object.keys(english(SCHOOLS).api.keys).sort()).toEqual([...keys].sort());
  });

  it('says whether the day it ends with is over', () => {
    expect(page).not.toContain('not over yet');
    expect(build(w, '2021-03-02T20:00:00Z').get('data/index.html')).toContain('not over yet');
  });

  it('says in the schemas what a key means', () => {
    const schema = JSON.parse(files.get('api/v1/schema/days.json') ?? '');
    expect(schema.properties.days.items.properties.first_read_at.description).toBe(
      english(SCHOOLS).api.keys.first_read_at,
    );
  });

  it('exists for an empty ledger too', () => {
    expect(deadLinks(build(world()), BASE)).toEqual([]);
  });
});

describe('an announced change', () => {
  it('stands on the data page, in the API and in the notices feed before it holds', () => {
    const files = build(announced('The column update will be called update_number.'));
    const page = files.get('data/index.html') ?? '';
    expect(page).toMatch(
      /id="notice-[^"]*-definition-2021-03-20">The column update .* \(from Saturday, March 20, 2021 on\)/,
    );
    expect(JSON.parse(files.get('api/v1/index.json') ?? '').upcoming_changes).toEqual([
      { date: '2021-03-20', text: 'The column update will be called update_number.' },
    ]);
    const feed = JSON.parse(files.get('feeds/notices.json') ?? '');
    expect(feed.items[0].url).toMatch(/\/data\/#notice-.*-definition-2021-03-20$/);
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('is inert, whatever its text', () => {
    const page = build(announced('<script>alert(1)</script>')).get('data/index.html');
    expect(page).toContain('&lt;script&gt;alert(1)');
  });

  it('has the words of its kind when it brings none', () => {
    expect(build(announced(null)).get('data/index.html')).toContain('What is counted changes');
  });
});

describe('the checksums', () => {
  const files = build(w);

  it.each([
    ['data/checksums.txt', /^(data|schools)\/.*\.(csv|json)$/],
    ['api/v1/checksums.txt', /^api\/v1\/.*\.json$/],
  ])('of %s are right, and leave nothing out', (list, covers) => {
    const lines = (files.get(list) ?? '').trimEnd().split('\n');
    const paths = lines.map((line) => {
      const [sum = '', path = ''] = line.split('  ');
      const file = join(dirname(list), path);
      expect(
        createHash('sha256')
          .update(files.get(file) ?? '')
          .digest('hex'),
      ).toBe(sum);
      return file;
    });
    expect(paths.sort()).toEqual([...files.keys()].filter((path) => covers.test(path)).sort());
  });
});

describe('the published tables of renames and notices', () => {
  it('hold no formula', () => {
    const files = build(announced('=HYPERLINK("https://evil.example")'));
    expect(files.get('data/renames.csv')).toContain(",Adams,'=Baker()");
    expect(files.get('data/notices.csv')).toContain(`"'=HYPERLINK(`);
  });
});

function keysOf(schema: unknown, keys: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'properties') for (const key of Object.keys(value)) keys.add(key);
    keysOf(value, keys);
  }
}
