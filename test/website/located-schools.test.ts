import { describe, expect, it } from 'vitest';
import { buildSite } from '../../scripts/website/build-site.ts';
import { oddPlaces } from '../../scripts/website/located-schools.ts';
import { instant, type World, world } from '../world.ts';
import { noAssets } from './html.ts';

const build = ({ ledger, settings }: World) =>
  buildSite(
    { ledger, settings, at: instant('2021-03-10'), baseUrl: 'https://example.org/', commit: null },
    noAssets,
  );
const everywhere = { bounds: { south: -90, west: -180, north: 90, east: 180 } };

/** A district of so many schools, of which some places are wrong. */
function district(count: number, wrong: Readonly<Record<string, readonly [number, number]>> = {}) {
  const places = new Map(
    Array.from({ length: count }, (_, n) => [
      `s${100 + n}`,
      [42 + n / 500, -88 - n / 700] as const,
    ]),
  );
  for (const [id, place] of Object.entries(wrong)) places.set(id, place);
  let w = world().declares({ map: everywhere });
  for (const [id, [latitude, longitude]] of places) w = w.school(id, 1, { latitude, longitude });
  return w;
}

const viewBox = (w: World) =>
  /viewBox="([^"]+)" role="group"/.exec(build(w).get('map/index.html') ?? '')?.[1];

describe('the map', () => {
  const wrong = district(60, { s120: [0, 0], s130: [-88.04, 42.06], s140: [42.08, 88.05] });

  it('is drawn without places that lie far from all others, which it names', () => {
    const page = build(wrong).get('map/index.html') ?? '';
    expect(viewBox(wrong)).toBe(viewBox(district(60)));
    expect(page).toMatch(/we do not know the place: 3 schools/);
    for (const id of ['s120', 's130', 's140']) expect(page).toContain(`href="../schools/${id}/"`);
  });

  it('has a finding for each, with file, line and what looks wrong', () => {
    const findings = oddPlaces(wrong.ledger.schools);
    expect(findings.map(({ file, line, found }) => [file, line, found])).toEqual([
      ['data/schools.csv', 22, '0, 0'],
      ['data/schools.csv', 32, '-88.04, 42.06'],
      ['data/schools.csv', 42, '42.08, 88.05'],
    ]);
    expect(findings.map(({ message }) => message).join('\n')).toMatch(
      /S120 \(s120\).*Atlantic.*S130.*swapped.*S140.*minus/s,
    );
    expect(oddPlaces(district(60).ledger.schools)).toEqual([]);
  });

  it('gives nobody a neighbour that is nowhere', () => {
    const page = build(wrong).get('schools/s120/index.html') ?? '';
    expect(page).toContain('We do not know where this school is');
  });
});
