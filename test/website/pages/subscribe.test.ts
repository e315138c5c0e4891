import { describe, expect, it } from 'vitest';
import { mergeLedger } from '../../../scripts/ledger/merge-ledger.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, schoolId, settingsOf, World, world } from '../../world.ts';
import { deadLinks, noAssets, plainText, readPage } from '../html.ts';

const BASE = 'https://example.org/tracker/';
const filesOf = ({ ledger, settings }: World) =>
  buildSite({ ledger, settings, at: instant('2021-04-30'), baseUrl: BASE, commit: null }, noAssets);
const pageOf = (w: World, folder = '') => filesOf(w).get(`${folder}subscribe/index.html`) ?? '';

const record = (changes: Readonly<Record<string, unknown>> = {}) => {
  let w = world(settingsOf({ ...changes }));
  for (let day = 1; day <= 28; day += 1) {
    const count = day % 2 === 0 ? day : day - 1;
    w = w.reads(`2021-03-${String(day).padStart(2, '0')}`, { a: [count, 'Adams'] });
  }
  return w;
};

describe('the page about feeds', () => {
  const files = filesOf(record());
  const html = files.get('subscribe/index.html') ?? '';

  it('says what comes how often, from the record', () => {
    const text = plainText(html);
    expect(text).toContain('About 4 items a week: 14 in the 4 weeks up to Mar 28, 2021.');
    expect(text).toContain('Nothing came in the 4 weeks up to Mar 28, 2021.');
    expect(plainText(files.get('es/subscribe/index.html') ?? '')).toContain(
      'Cerca de 4 artículos por semana: 14 en las 4 semanas hasta el 28 mar 2021.',
    );
  });

  it('gives each address as text that can be selected without JavaScript, and it is built', () => {
    const addresses = [...html.matchAll(/readonly value="([^"]+)"/g)].map(
      ([, value = '']) => value,
    );
    expect(addresses).toEqual(['daily', 'updates', 'notices'].map((n) => `${BASE}feeds/${n}.rss`));
    for (const address of addresses) expect(files.has(address.slice(BASE.length))).toBe(true);
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('has no field whose content could be sent but the search for a school', () => {
    const names = [...html.matchAll(/<(?:input|select|textarea)[^>]*\sname="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['q', 'q']);
    expect(html).not.toMatch(/type="email"|mailto:/);
  });

  it('is where a school’s page leads, with the school chosen', () => {
    expect(readPage(files.get('schools/a/index.html') ?? '').links).toContain(
      '../../subscribe/?school=a',
    );
  });

  it('is where the page of a school that was merged leads, with the one it is counted as', () => {
    const w = record().reads('2021-03-29', { a: 28, b: [3, 'Adams II'] });
    const [from, into, at] = [schoolId('b'), schoolId('a'), instant('2021-03-29T20:00:00Z')];
    const { ledger } = mergeLedger(w.ledger, { from, into, at, rules: w.settings });
    const page = filesOf(new World(ledger, w.settings)).get('schools/b/index.html') ?? '';
    expect(readPage(page).links).toContain('../../subscribe/?school=a');
  });

  it('works before anything was read', () => {
    expect(plainText(pageOf(world()))).not.toMatch(/items? (a week|came)|undefined|Nothing came/);
  });

  it('asks for no language where there is one only', () => {
    const one = pageOf(record({ site: { title: 'Prairie Falls', languages: ['en'] } }));
    expect(one).not.toContain('<select');
    expect(html).toContain('<select');
  });

  it('names the channels that readers can follow, in the way they belong to', () => {
    const channels = {
      x: { follow: 'https://x.example/prairie' },
      bluesky: { handle: 'prairie.example.org' },
      ntfy: {},
      discord: { follow: 'https://discord.example/invite?a=1&b="<' },
    };
    const with4 = pageOf(record({ channels }));
    const way = (id: string) =>
      readPage(new RegExp(`<details id="${id}"[\\s\\S]*?</details>`).exec(with4)?.[0] ?? '').links;
    expect(way('phone')).toEqual([
      'https://x.example/prairie',
      'https://bsky.app/profile/prairie.example.org',
    ]);
    expect(way('chat')).toEqual(['https://discord.example/invite?a=1&b=&quot;&lt;']);
    expect(plainText(html)).not.toContain('posted here');
  });
});
