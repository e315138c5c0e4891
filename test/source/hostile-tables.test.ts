import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import { scratch } from '../command-line.ts';
import { settingsOf } from '../world.ts';
import { readSheet, refusalOf, type SourceChoices } from './read-sheet.ts';

async function sheetOf(body: string | Uint8Array): Promise<string> {
  const file = join(await scratch(), 'sheet');
  await writeFile(file, body);
  return file;
}

const table: SourceChoices = { columns: { name: 'School', counts: ['Total'] } };
const addresses = ['https://a.example'];
const names = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`);

/** What a refusal may say at most: it goes into an annotation, an issue and a web page. */
const LONGEST_MESSAGE = 2000;

describe('a hostile table is refused in few words', () => {
  it.each<[string, () => string, SourceChoices, string, RegExp]>([
    [
      'a million columns',
      () => `${names(1_000_000).join(',')}\n1,2\n`,
      table,
      'too-many-columns',
      /more than 20000 columns in line 1, more than any spreadsheet/,
    ],
    [
      'as many columns below a header',
      () => `School,Total\n${names(100_000).join(',')}\n`,
      table,
      'too-many-columns',
      /more than 20000 columns in line 2/,
    ],
    [
      'as many columns without a line end',
      () => names(100_000).join(';'),
      table,
      'too-many-columns',
      /more than 20000 columns in line 1/,
    ],
    [
      'objects with a hundred thousand names',
      () => JSON.stringify(names(100_000).map((name) => ({ [name]: 1 }))),
      table,
      'too-many-columns',
      /more than 20000 different names/,
    ],
    [
      'a header of 1 MB that is none of ours',
      () => `${'x'.repeat(1_000_000)},y\n1,2\n`,
      table,
      'unknown-columns',
      /columns "x+…", "y"/,
    ],
    [
      'JSON that is 10,000 deep',
      () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      table,
      'bad-json',
      /nested more than 500 levels/,
    ],
    [
      'JSON that is ten million deep and never closes',
      () => '[{"a":'.repeat(2_000_000),
      table,
      'bad-json',
      /nested more than 500 levels/,
    ],
    [
      'JSON that is deep inside a row',
      () =>
        JSON.stringify([
          { School: 'Alder', Total: JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) },
        ]),
      table,
      'unreadable-rows',
      /column "Total" holds "\[…\]"/,
    ],
    [
      'objects for names',
      () =>
        JSON.stringify([
          { School: { toString: 'x' }, Total: 3 },
          { School: ['Birch'], Total: 4 },
        ]),
      { columns: { id: 'School', counts: ['Total'] } },
      'unreadable-rows',
      /column "School" holds "\{…\}", which is not a valid id/,
    ],
    [
      'a quoted cell of 5 MB that never closes',
      () => `School,Total\n"${'x,\n'.repeat(1_700_000)}`,
      table,
      'unterminated-csv',
      /quoted cell/,
    ],
    [
      'a hundred thousand rows that cannot be read',
      () =>
        `School,Total\n${Array.from({ length: 100_000 }, (_, n) => `S${n},#REF!`).join('\n')}\n`,
      table,
      'unreadable-rows',
      /100000 of 100000 rows cannot be read; the first is line 2/,
    ],
    [
      'a count of a megabyte',
      () => `School,Total\nAlder,${'9'.repeat(1_000_000)}\n`,
      table,
      'unreadable-rows',
      /column "Total" holds "9{200}"/,
    ],
    [
      'counts whose sum is no count',
      () => 'School,A,B\nAlder,999999999,999999999\n',
      { columns: { name: 'School', counts: ['A', 'B'] } },
      'unreadable-rows',
      /column "the sum of the counts" holds "1999999998"/,
    ],
    [
      'a hundred thousand places of one name',
      () => `School,Total\n${'Alder,1\n'.repeat(100_000)}`,
      table,
      'duplicate-schools',
      /"Alder" twice, in lines 2 and 3/,
    ],
    [
      'a column that every heading fits',
      () => 'School,Total\nAlder,1\n',
      { columns: { name: '/.*/', counts: ['Total'] } },
      'unknown-columns',
      /"\/\.\*\/" fits 2 columns/,
    ],
    [
      'counts that no heading fits',
      () => 'School,Total\nAlder,1\n',
      { rows: 'place', columns: { name: 'School', counts: ['/^$/'] } },
      'unknown-columns',
      /Expected, for a row per place: "School", "\/\^\$\/"/,
    ],
    [
      'counts that add up to no count',
      () => 'School,Total\nAlder,999999999\nBirch,999999999\n',
      table,
      'unreadable-rows',
      /add up to 1999999998, more than any count/,
    ],
    [
      'nothing but totals',
      () => `School,Total\n${'Total,7\n'.repeat(50_000)}`,
      table,
      'misread-rows',
      /Not one of the 50000 rows of the source is a place: 50000 are taken for totals/,
    ],
    [
      'nothing but notes',
      () => `School,Total\n${'Updated today,\n'.repeat(3)}`,
      table,
      'misread-rows',
      /Not one of the 3 rows .*: 3 are without a figure/,
    ],
    [
      'nothing but rows without a name',
      () => 'Name,Case\n,1\n,2\n',
      { rows: 'case', columns: { name: 'Name' } },
      'misread-rows',
      /Not one of the 2 rows .*: 2 are without an id or name/,
    ],
    [
      'names of five megabytes',
      () => `School,Total\n${'é ß'.repeat(1_500_000)},3\n${'x'.repeat(5_000_000)},4\n`,
      table,
      'unreadable-rows',
      /2 of 2 rows cannot be read; .*"é ßé ß.*", which is not a valid id/,
    ],
    [
      'cases of places with such names',
      () => `School\n${'é ß'.repeat(1_500_000)}\n${'x'.repeat(5_000_000)}\n`,
      { rows: 'case', columns: { name: 'School' } },
      'unreadable-rows',
      /2 of 2 rows cannot be read/,
    ],
    [
      'a page of titles that never close',
      () => `<html${'<title'.repeat(2_000_000)}`,
      table,
      'html-page',
      /a web page instead of data/,
    ],
    [
      'a path that matches nothing',
      () => JSON.stringify({ rows: Array.from({ length: 100_000 }, () => ({ a: 1 })) }),
      { ...table, path: 'rows[*].b' },
      'bad-json',
      /leads to no row: there is no "rows\[\*\]\.b"/,
    ],
    [
      'a path behind the last entry',
      () => JSON.stringify({ rows: [[1]] }),
      { ...table, path: 'rows[999999999]' },
      'bad-json',
      /there is no "rows\[999999999\]", because "rows" is an array of 1/,
    ],
    [
      'a path that matches everything',
      () => JSON.stringify(names(50_000).map((name) => ({ a: { [name]: { b: 1 } } }))),
      { ...table, path: '[*].*' },
      'too-many-columns',
      /more than 20000 different names/,
    ],
    [
      'a path that matches everything, where nothing is a table',
      () => JSON.stringify(Object.fromEntries(names(100_000).map((name) => [name, 1]))),
      { ...table, path: '*' },
      'unknown-columns',
      /columns "\*", "value"/,
    ],
    [
      'a path to the prototype',
      () => '{"rows":[]}',
      { ...table, path: '__proto__.constructor' },
      'bad-json',
      /there is no "__proto__"/,
    ],
  ])('%s', async (_, body, source, code, said) => {
    const refused = await refusalOf(await sheetOf(body()), source);
    expect({ ...refused, said: '' }).toEqual({ code, exit: 3, said: '' });
    expect(refused.said).toMatch(said);
    expect(refused.said.length).toBeLessThan(LONGEST_MESSAGE);
  });

  it('but a heading of 1 MB beside the columns that count is none of our business', async () => {
    const sheet = await sheetOf(`${'x'.repeat(1_000_000)},School,Total\nx,Alder,3\nx,Birch,4\n`);
    expect((await readSheet(sheet, table)).counts).toEqual({ Alder: 3, Birch: 4 });
  });

  it('but a total of no count is only not recorded', async () => {
    const sheet = await sheetOf('School,A,B\nAlder,5,5\nBirch,6,6\nTotal,999999999,999999999\n');
    const source = { columns: { name: 'School', counts: ['A', 'B'] } };
    const { counts, districtTotal, snapshot } = await readSheet(sheet, source);
    expect(counts).toEqual({ Alder: 10, Birch: 12 });
    expect(districtTotal).toBeNull();
    expect(snapshot.findings.map(({ code }) => code)).toContain('total-too-large');
  });

  it('but a long name beside an id is only cut', async () => {
    const sheet = await sheetOf(`ID,School,Total\n1,${'x'.repeat(1_000_000)},5\n2,Birch,6\n`);
    const source = { columns: { id: 'ID', name: 'School', counts: ['Total'] } };
    const { counts, snapshot } = await readSheet(sheet, source);
    expect(counts).toEqual({ [`1 ${'x'.repeat(300)}…`]: 5, '2 Birch': 6 });
    expect(snapshot.findings).toMatchObject([{ code: 'name-cut', line: 2 }]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'but a place may be called %s, and so may a column',
    async (name) => {
      const csv = await sheetOf(`School,${name}\n${name},3\nBirch,4\n`);
      const source = { columns: { name: 'School', counts: [name] } };
      const expected = new Map([
        [name, 3],
        ['Birch', 4],
      ]);
      const countsOf = async (file: string, choices: SourceChoices) =>
        new Map(Object.entries((await readSheet(file, choices)).counts));
      expect(await countsOf(csv, source)).toEqual(expected);
      const keyed = await sheetOf(`{"${name}":{"${name}":3},"Birch":{"${name}":4}}`);
      const byKey = { path: '*', columns: { name: '*', counts: [name] } };
      expect(await countsOf(keyed, byKey)).toEqual(expected);
    },
  );

  it.each([
    ['/(x{0,1000}y){0,1000}/', 'too large'],
    ['/((a{100}){100}){100}/', 'repeat count'],
    [`/${'(a|'.repeat(3000)}b${')*'.repeat(3000)}/`, 'nests too deeply'],
    ['/(a)\\1/', 'escape'],
    ['/(?<=a)b/', 'capture'],
  ])('but a pattern that takes too much is no setting: %s', (pattern, why) => {
    const columns = { name: 'School', counts: [pattern] };
    const parsed = settingsSchema.safeParse({ ...settingsOf(), source: { addresses, columns } });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path).toEqual(['source', 'columns', 'counts', 0]);
    expect(JSON.stringify(parsed.error?.issues)).toContain('linear time');
    expect(JSON.stringify(parsed.error?.issues)).toContain(why);
  });

  it.each(['/(a+)+$/', '/(a|aa)+$/', '/(.*)*x/', '/^(\\w+\\s?)*$/', '/a*a*a*a*a*a*a*b/'])(
    'but a pattern that would backtrack is matched in linear time: %s',
    async (pattern) => {
      const heading = `${'a'.repeat(480)}!`;
      const sheet = await sheetOf(
        `School,Total,${names(200)
          .map((name) => `${heading}${name}`)
          .join(',')}\nAl/der,3${',0'.repeat(200)}\n`,
      );
      const source = { columns: { name: 'School', counts: ['Total', pattern] } };
      const refused = await refusalOf(sheet, { rows: 'place', ...source });
      expect(refused.code).toMatch(/^(unknown-columns|read as .*)$/);
      const ignoring = await readSheet(sheet, table, { ignore: [pattern] });
      expect(ignoring.counts).toEqual({ 'Al/der': 3 });
    },
  );

  it('but names that hold anything stay text', async () => {
    const hostile = [
      '=1+1',
      '<b>x</b>',
      '$HOME',
      '$(id)',
      '::error::x',
      '../../etc',
      '{{x}}',
      "'; drop",
    ];
    const sheet = await sheetOf(
      `School,Total\n${hostile.map((name) => `"${name}",2`).join('\n')}\n`,
    );
    const { counts, snapshot } = await readSheet(sheet, table);
    expect(Object.keys(counts)).toEqual(hostile);
    for (const { key } of snapshot.rows) {
      expect(key.kind === 'name' ? key.slug : '').toMatch(/^[a-z0-9-]+$/);
    }
  });
});
