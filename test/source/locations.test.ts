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

  it('names each place that is not believed, with its line and what looks wrong', async () => {
    const all = { south: -90, west: -180, north: 90, east: 180 };
    const near = Array.from(
      { length: 40 },
      (_, n) => `${100 + n},Near ${n},${41.5 + n / 200},-87.5,1`,
    );
    const { entries, findings } = await parseLocations(
      [
        'ID,Name,Lat,Lon,Pupils',
        ...near,
        '1,Swapped,-87.5,41.5,300',
        '2,Null Island,0,0,0',
        '3,Twice,41.5,41.5,250',
        '4,Lost Sign,41.5,87.5,99',
        '5,Comma,"41,5","-87,5",12',
        "6,Degrees,41° 30' N,87° 30' W,-",
        '7,Half,41.5,,5',
        '8,Blank,,,N/A',
        '9,Spaces, 41.51 , -87.51 ,410.0',
      ].join('\n'),
      columns,
      all,
    );
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['location-far', 42],
      ['location-far', 43],
      ['location-far', 44],
      ['location-far', 45],
      ['location-unreadable', 47],
      ['location-unreadable', 48],
    ]);
    const said = findings.map(({ message }) => message).join('\n');
    expect(said).toMatch(/Swapped \(1\), -87.5, 41.5, lies .* look swapped; it is not believed/);
    expect(said).toMatch(/Null Island.*Atlantic/);
    expect(said).toMatch(/Twice.*written twice/);
    expect(said).toMatch(/Lost Sign.*minus sign/);
    expect(said).toMatch(
      /Degrees \(6\), 41° 30' N, 87° 30' W, is not two numbers of decimal degrees/,
    );
    const known = new Map(entries.map((entry) => [entry.name, entry]));
    expect(known.get('Swapped')).toMatchObject({ latitude: null, enrollment: 300 });
    expect(known.get('Comma')).toMatchObject({ latitude: 41.5, longitude: -87.5 });
    expect(known.get('Spaces')).toMatchObject({ latitude: 41.51, enrollment: 410 });
  });

  it('says how many rows are left out, of which lines, and why', async () => {
    const { entries, findings } = await parse(
      '7,Adams,41.5,-87.5,1',
      ',Brown,41.5,-87.5,1',
      'a b,Carver,,,',
    );
    expect(entries).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'location-rows-dropped', line: 3 }]);
    expect(findings[0]?.message).toBe(
      '2 of 3 rows of the locations source are left out (lines 3, 4): column "ID" is blank in line 3',
    );
    const [other] = (await parse('a b,Carver,,,')).findings;
    expect(other?.message).toContain('"a b" in column "ID" of line 2 is no id');
  });

  it('reads a file that knows places by name, with their longer names', async () => {
    const { entries } = await parseLocations(
      'Name,Long,Lat,Lon,Pupils\nADDAMS,Jane Addams Elementary School,41.5,-87.5,1 200\n',
      { ...columns, schoolId: null, label: 'Long' },
      bounds,
    );
    expect(entries).toEqual([
      {
        id: null,
        name: 'ADDAMS',
        label: 'Jane Addams Elementary School',
        latitude: 41.5,
        longitude: -87.5,
        enrollment: null,
      },
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

  it('finds places by name where the source has no ids, also those that the ledger knows by id', async () => {
    const named = await parseLocations(
      'Name,Long,Lat,Lon,Pupils\nLINCOLN HS,,41.5,-87.5,9\nadams,Adams Elementary School,41.6,-87.6,8\n',
      { ...columns, schoolId: null, label: 'Long' },
      bounds,
    );
    const { schools } = applyLocations(ledger.schools, named.entries);
    expect(schools.get(schoolId('lincoln-hs'))).toMatchObject({ latitude: 41.5, aliases: [] });
    expect(schools.get(schoolId('7'))).toMatchObject({
      name: 'Adams',
      latitude: 41.6,
      enrollment: 8,
      aliases: ['label:Adams Elementary School'],
    });
    const again = applyLocations(schools, named.entries);
    expect(again.schools).toBe(schools);
  });

  it('puts a new label in the place of the old one, and keeps it where none is said', async () => {
    const labelled = async (label: string) =>
      (
        await parseLocations(
          `ID,Name,Long,Lat,Lon,Pupils\n7,Adams,${label},41.5,-87.5,\n`,
          { ...columns, label: 'Long' },
          bounds,
        )
      ).entries;
    const first = applyLocations(ledger.schools, await labelled('Adams Elementary')).schools;
    const second = applyLocations(first, await labelled('John Adams Elementary; West')).schools;
    expect(second.get(schoolId('7'))?.aliases).toEqual(['label:John Adams Elementary, West']);
    const third = applyLocations(second, await labelled(''));
    expect(third.schools).toBe(second);
  });

  it('leaves the others alone when asked for some only', async () => {
    const some = applyLocations(ledger.schools, (await parse('7,Adams,41.5,-87.5,')).entries, {
      onlyIds: new Set(),
    });
    expect(some.schools).toBe(ledger.schools);
  });
});
