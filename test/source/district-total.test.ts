import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import { readDistrictTotal } from '../../scripts/source/read-district-total.ts';
import { scratch } from '../command-line.ts';
import { settingsOf } from '../world.ts';

/** Where the number is, without the address. */
type Place = Readonly<Record<string, string>>;

/** Reads a total as a run would with these settings. */
async function read(body: string | Uint8Array, place: Place) {
  const file = join(await scratch(), 'total');
  await writeFile(file, body);
  const districtTotal = { address: 'https://a.example/', ...place };
  const parsed = settingsSchema.parse({ ...settingsOf(), districtTotal });
  if (parsed.districtTotal === null) throw new Error('the settings name no total');
  const request = { allowHosts: [], guardPrivateAddresses: false };
  const source = { ...parsed.districtTotal, address: file };
  return readDistrictTotal(source, parsed.source.cells, request);
}

const regions =
  'Cases by region,,\nRegion,Cases,Note\nNorth,12,\nSouth,"1,422",\nAll,"1,434",sum\n';
const days = 'Date,Total\n2021-03-01,380\n2021-03-02,399\n2021-03-03,\n';

describe('the district’s own total', () => {
  it.each<[string, string | Uint8Array, Place, number]>([
    ['at a path', '{"data":{"total":399}}', { path: 'data.total' }, 399],
    ['at a path, as text', '{"total":"1,399"}', { path: 'total' }, 1399],
    ['in an array', '[{"sum_cases":"399"}]', { path: '[0].sum_cases' }, 399],
    ['in the only entry', '{"features":[{"n":5}]}', { path: 'features[*].n' }, 5],
    [
      'under a name like a prototype’s',
      '{"__proto__":{"constructor":7}}',
      { path: '__proto__.constructor' },
      7,
    ],
    ['as the only value', '{"x":7}', { path: '*' }, 7],
    ['in a cell', 'Cases,399\n', { cell: 'B1' }, 399],
    ['in a cell below blank lines', 'x\n\n\n,399\n', { cell: 'B4' }, 399],
    ['in a cell beyond Z', `${','.repeat(27)}399\n`, { cell: 'AB1' }, 399],
    ['in a cell between semicolons', 'Cases;399\n', { cell: 'B1' }, 399],
    ['in a quoted cell', regions, { cell: 'B5' }, 1434],
    ['in the only cell', '399', { cell: 'A1' }, 399],
    ['in the one row of a column', 'Updated,Cases\n2021-03-01,399\n', { column: 'Cases' }, 399],
    ['in a column alone', 'Cases\n399\n', { column: 'Cases' }, 399],
    ['in a column by a pattern', 'On,All 2021\nx,399\n', { column: '/^All/' }, 399],
    ['in a row named in any column', regions, { column: 'Cases', row: 'all' }, 1434],
    ['in the last row with a figure', days, { column: 'Total', row: 'last row' }, 399],
    ['in the first row with a figure', days, { column: 'Total', row: 'first row' }, 380],
    ['between semicolons, by a column', 'On;Cases\nx;1.399\n', { column: 'Cases' }, 1399],
    ['in Windows-1252', Buffer.from('Größe;399\n', 'latin1'), { cell: 'B1' }, 399],
  ])('is found %s', async (_, body, place, total) => {
    expect(await read(body, place)).toEqual({ total, findings: [] });
  });

  it.each<[string, string | Uint8Array, Place, string, RegExp]>([
    [
      'a path that leads nowhere',
      '{"a":1}',
      { path: 'b' },
      'bad-json',
      /there is no "b".*has "a": 1/,
    ],
    ['a path to everything', '{"a":1,"b":2}', { path: '*' }, 'bad-json', /leads to 2 values/],
    ['a path to an object', '{"a":{"b":1}}', { path: 'a' }, 'unreadable-rows', /holds "\{…\}"/],
    ['a path in CSV', 'a,b\n1,2\n', { path: 'a' }, 'bad-json', /is not JSON/],
    ['a cell of JSON', '{"a":1}', { cell: 'A1' }, 'bad-json', /"districtTotal.path"/],
    ['JSON that is 10,000 deep', '['.repeat(10_000), { path: 'a' }, 'bad-json', /nested more/],
    ['a million columns', ','.repeat(1_000_000), { cell: 'A1' }, 'too-many-columns', /20000/],
    ['a cell that is blank', 'a,b\n', { cell: 'C1' }, 'unreadable-rows', /C1 holds nothing/],
    ['a cell of words', 'a,b\n', { cell: 'B1' }, 'unreadable-rows', /B1 holds "b"/],
    [
      'a cell that may be two numbers',
      'Cases;1,422\n',
      { cell: 'B1' },
      'ambiguous-rows',
      /422 or 1422/,
    ],
    ['a fraction', 'Cases\n1.5\n', { column: 'Cases' }, 'unreadable-rows', /nothing|"1.5"/],
    ['a count below 0', '{"a":-1}', { path: 'a' }, 'unreadable-rows', /holds "-1"/],
    ['a count of ten digits', '{"a":1999999998}', { path: 'a' }, 'unreadable-rows', /1999999998/],
    ['a suppressed count', '{"a":"<5"}', { path: 'a' }, 'unreadable-rows', /holds "<5"/],
    ['no such column', regions, { column: 'Total' }, 'unknown-columns', /"Region", "Cases"/],
    [
      'no such row',
      regions,
      { column: 'Cases', row: 'Sums' },
      'unknown-columns',
      /No row has a cell "Sums"/,
    ],
    [
      'several rows',
      regions,
      { column: 'Cases' },
      'ambiguous-rows',
      /3 rows have a figure.*"districtTotal.row"/,
    ],
    [
      'two rows of a name',
      `${regions}All,3,\n`,
      { column: 'Cases', row: 'All' },
      'ambiguous-rows',
      /2 rows have a cell "All"/,
    ],
    ['two columns of a name', 'n,n\n1,2\n', { column: 'n' }, 'unknown-columns', /two columns "n"/],
    ['a web page', '<!doctype html><title>Moved</title>', { cell: 'A1' }, 'html-page', /Moved/],
    ['nothing', '', { cell: 'A1' }, 'empty', /not a single byte/],
  ])('is not guessed: %s', async (_, body, place, code, said) => {
    const { total, findings } = await read(body, place);
    expect(total).toBeNull();
    expect(findings).toMatchObject([{ level: 'warning', code: `district-total-${code}` }]);
    expect(findings[0]?.message).toMatch(said);
  });

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['no place', {}, /once/],
    ['two places', { path: 'a', cell: 'A1' }, /once/],
    ['a row without its column', { cell: 'A1', row: 'All' }, /only/],
    ['no cell', { cell: '1A' }, /B2/],
    ['no path', { path: 'a..b' }, /data\.total/],
    ['a pattern that looks ahead', { column: '/(?=a)/' }, /linear time/],
  ])('has one place in the settings, not %s', (_, place, said) => {
    const districtTotal = { address: 'https://a.example/', ...place };
    const parsed = settingsSchema.safeParse({ ...settingsOf(), districtTotal });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.message).toMatch(said);
  });
});
