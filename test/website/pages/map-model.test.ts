import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { mapData, mapModel, offeredBy } from '../../../scripts/website/pages/map-model.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { instant, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const input = ({ ledger, settings }: World) => ({
  ledger,
  settings,
  at: instant('2021-03-10'),
  baseUrl: 'https://example.org/',
  commit: null,
});
function modelOf(w: World) {
  const data = siteData(input(w));
  const [edition] = editionsOf(data.settings);
  return mapModel(mapData(data, edition), data, edition, 'zoomable');
}
function offered(w: World) {
  const data = siteData(input(w));
  return offeredBy(mapData(data, editionsOf(data.settings)[0]).schools);
}

const placed = world()
  .school('a', 5, { name: 'Adams', ...at(42, -88), enrollment: 200 })
  .school('b', 5, { name: 'Brown', ...at(42.2, -88.1) })
  .school('c', 5, { name: 'Carver', ...at(41.9, -88.2), enrollment: 100 })
  .school('d', 5, { name: 'Dunbar' })
  .school('e', 5, { name: 'Edison', ...at(10, 10) });

const read = placed
  .reads('2021-03-01', { a: 5, b: 5, c: 5, d: 5, e: 5 })
  .reads('2021-03-02', { a: 9, b: 3, c: 5, d: 9, e: 9 });

describe('the map that the build draws', () => {
  it('has a dot for each school with a place, leading to its page', () => {
    const { dots } = modelOf(read);
    expect(dots.map(({ path, title, key }) => [path, title, key])).toEqual([
      ['schools/c/', 'Carver: 0', 'k0'],
      ['schools/a/', 'Adams: 4', 'k3'],
      ['schools/b/', 'Brown: −2', 'kc'],
    ]);
  });

  it('names schools without a place, and those that their place puts outside the district', () => {
    const { placeless, placelessLead } = modelOf(read);
    expect(placeless).toEqual([
      { label: 'Dunbar', path: 'schools/d/' },
      { label: 'Edison', path: 'schools/e/' },
    ]);
    expect(placelessLead).toContain('2 schools');
  });

  it('has a legend that counts exactly its dots, and looks like them', () => {
    const { dots, legend } = modelOf(read);
    for (const { key, radius, dots: count } of legend) {
      const drawn = dots.filter((dot) => dot.key === key);
      expect(count).toBe(String(drawn.length));
      for (const dot of drawn) expect(dot.radius).toBe(radius);
    }
    expect(dots.every((dot) => legend.some(({ key }) => key === dot.key))).toBe(true);
  });

  it('knows no figure before anything was read, which is not 0', () => {
    expect(modelOf(placed).dots.map(({ key }) => key)).toEqual(['ku', 'ku', 'ku']);
  });

  it('works for a district without a school', () => {
    const { dots, viewBox } = modelOf(world());
    expect(dots).toEqual([]);
    expect(viewBox).toMatch(/^0 0 \d+ \d+$/);
  });

  it('offers a measure only where something is known of it', () => {
    expect(offered(read).measures).toEqual(['count', 'rate']);
    const unknown = world().school('a', 1, at(42, -88)).reads('2021-03-01', { a: 1 });
    expect(offered(unknown).measures).toEqual(['count']);
  });

  it('shows a hostile name as the text it is', () => {
    const name = '</title></svg><script>alert(1)</script>"\'';
    const files = buildSite(
      input(
        world()
          .school('x', 1, { name, ...at(42, -88) })
          .reads('2021-03-01', { x: 1 }),
      ),
      noAssets,
    );
    for (const path of ['index.html', 'map/index.html', 'es/map/index.html']) {
      expect(files.get(path)).toContain('&lt;/title&gt;&lt;/svg&gt;&lt;script&gt;');
      expect(files.get(path)).not.toContain('<script>alert');
    }
  });
});
