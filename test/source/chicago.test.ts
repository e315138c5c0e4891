import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';
import { readSheet, refusalOf } from './read-sheet.ts';

const { source } = JSON.parse(
  readFileSync(join(projectFolder, 'test/chicago/district.json'), 'utf8'),
);
const { addresses: _, ...chicago } = source;

async function sheetOf(text: string): Promise<string> {
  const file = join(await scratch(), 'sheet');
  await writeFile(file, text);
  return file;
}

const LINES = [
  'School,CPS School ID,Case',
  'ADDAMS,609772,1',
  'ADDAMS,609772,2',
  'AGASSIZ,609773,1',
  ',,',
  'X,,1',
];
const QUARTERS = 'School,Q3 SY20,Summer SY20,Q1 SY21\nAddams,0,0,3\nAir Force HS,1,,2\n';
const TOTALS = [
  { SchoolID: 609772, SchoolName: 'ADDAMS', Year: 2021, TotalCaseCount: 2 },
  { SchoolID: 609772, SchoolName: 'ADDAMS', Year: 2022, TotalCaseCount: 3 },
  { SchoolID: 609773, SchoolName: 'AGASSIZ', Year: 2022, TotalCaseCount: 0 },
];

describe('Chicago’s settings', () => {
  it.each<[string, string, string, Readonly<Record<string, number>>]>([
    ['line list', `${LINES.join('\n')}\n`, 'case', { '609772 ADDAMS': 2, '609773 AGASSIZ': 1 }],
    ['quarter totals', QUARTERS, 'place', { Addams: 3, 'Air Force HS': 3 }],
    ['totals API', JSON.stringify(TOTALS), 'place', { '609772 ADDAMS': 5, '609773 AGASSIZ': 0 }],
  ])('read the %s', async (_, text, kind, counts) => {
    const reading = await readSheet(await sheetOf(text), chicago);
    expect(reading.snapshot.rowKind).toBe(kind);
    expect(reading.counts).toEqual(counts);
  });

  it('count the rows of the line list that have no id', async () => {
    const { snapshot } = await readSheet(await sheetOf(`${LINES.join('\n')}\n`), chicago);
    expect(snapshot.rowsWithoutId).toBe(1);
    expect(snapshot.rowCount).toBe(4);
  });

  it.each<[string, string, string]>([
    ['the line list’s id', LINES.join('\n').replace('CPS School ID', 'CPS ID'), 'unknown-columns'],
    ['the quarters', QUARTERS.replaceAll(' SY', '/'), 'unknown-columns'],
    [
      'the API’s count',
      JSON.stringify(TOTALS).replaceAll('TotalCaseCount', 'Cases'),
      'ambiguous-rows',
    ],
    ['the API’s id', JSON.stringify(TOTALS).replaceAll('SchoolID', 'ID'), 'duplicate-schools'],
  ])('refuse a sheet that renamed %s', async (_, text, code) => {
    expect((await refusalOf(await sheetOf(`${text}\n`), chicago)).code).toBe(code);
  });
});
