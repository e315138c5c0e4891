import { describe, expect, it } from 'vitest';
import { applyLocations } from '../../scripts/ledger/apply-locations.ts';
import { parseLocations } from '../../scripts/source/locations.ts';
import { schoolId, world } from '../world.ts';

const columns = {
  schoolId: 'ID',
  name: 'Name',
  latitude: 'Lat',
  longitude: 'Lon',
  enrollment: 'Pupils',
};
const bounds = { south: 41, west: -88, north: 42, east: -87 };
const parse = (...lines: readonly string[]) =>
  parseLocations(['ID,Name,Lat,Lon,Pupils', ...lines].join('\n'), columns, bounds);

describe('parseLocations', () => {
  it.each<[string, string, object]>([
    [
      'a whole row',
      '7,Adams,41.5,-87.5,"1,200"',
      { latitude: 41.5, longitude: -87.5, enrollment: 1200 },
    ],
    ['0 pupils as unknown', '7,Adams,41.5,-87.5,0', { enrollment: null }],
    [
      'a blank place as unknown',
      '7,Adams,,,',
      { latitude: null, longitude: null, enrollment: null },
    ],
    [
      'a place outside the bounds as unknown',
      '7,Adams,4.5,-74.1,9',
      { latitude: null, longitude: null },
    ],
    ['words as unknown', '7,Adams,north,west,many', { latitude: null, enrollment: null }],
  ])('reads %s', async (_, line, expected) => {
    expect((await parse(line)).entries[0]).toMatchObject(expected);
  });

  it('tells of a place outside the bounds, with its line', async () => {
    expect((await parse('7,Adams,4.5,-74.1,9')).findings).toMatchObject([
      { code: 'location-outside', line: 2 },
    ]);
  });

  it('refuses a file without its columns', async () => {
    const missing = parseLocations('ID,Name\n7,Adams\n', columns, bounds);
    await expect(missing).rejects.toThrow(/no column "Lat"/);
  });
});

describe('applyLocations', () => {
  const { ledger } = world()
    .school('7', 0, { name: 'Adams', enrollment: 300 })
    .school('lincoln-hs', 0, { name: 'Lincoln High School' });

  it('fills in what is known, and never puts unknown over known', async () => {
    const { schools, learnt } = applyLocations(
      ledger.schools,
      (await parse('7,Adams,41.5,-87.5,')).entries,
    );
    expect(schools.get(schoolId('7'))).toMatchObject({ latitude: 41.5, enrollment: 300 });
    expect(learnt).toEqual(['7']);
  });

  it('learns the id of a school known by name when exactly one name matches', async () => {
    const one = applyLocations(
      ledger.schools,
      (await parse('610,LINCOLN HS,41.5,-87.5,9')).entries,
    );
    expect(one.schools.get(schoolId('lincoln-hs'))?.aliases).toEqual(['id:610']);
    const two = applyLocations(
      ledger.schools,
      (await parse('610,Lincoln HS,41.5,-87.5,9', '611,Lincoln H.S.,41.5,-87.5,9')).entries,
    );
    expect(two.schools.get(schoolId('lincoln-hs'))?.aliases).toEqual([]);
    expect(two.findings.map((finding) => finding.code)).toContain('ambiguous-name');
  });

  it('leaves the others alone when asked for some only', async () => {
    const some = applyLocations(ledger.schools, (await parse('7,Adams,41.5,-87.5,')).entries, {
      onlyIds: new Set(),
    });
    expect(some.schools).toBe(ledger.schools);
  });
});
