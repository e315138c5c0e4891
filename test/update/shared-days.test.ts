import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { hasSharedSheets, sharedSheet } from '../shared-data.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

const TOTALS = { columns: { name: 'School', counts: ['Total Cases'] } };
const CASES = { columns: { id: 'School ID', name: 'School' } };

/** Reads these sheets at noon of one day after the other: what came of each, and what was said. */
async function reading(source: object, sheets: readonly string[]) {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  const { $schema: _, ...settings } = settingsOf({ source });
  await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings));
  const ends: string[] = [];
  for (const [day, sheet] of sheets.entries()) {
    const report = await updateOnce({
      dataDir,
      source: sharedSheet(sheet),
      at: instant(`2021-03-0${day + 1}`),
      now: instant('2021-04-01'),
      accept: undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
    });
    const isOld = report.findings.some(({ code }) => code === 'old-copy');
    ends.push(`${report.outcome} ${report.new_cases}${isOld ? ' old copy' : ''}`);
  }
  return ends;
}

describe.skipIf(!hasSharedSheets)('sheets as districts publish them, day by day', () => {
  it.each<[string, object, readonly string[], readonly string[]]>([
    [
      'the content of the day before comes back for a day',
      TOTALS,
      ['old-copy/st-a.csv', 'old-copy/st-b.csv', 'old-copy/st-c.csv', 'old-copy/st-b.csv'],
      ['checked 0', 'published 3', 'published 5', 'checked 0 old copy'],
    ],
    [
      'the first days of a tracker, on which every school gains a case',
      TOTALS,
      ['young-tracker/cold-a.csv', 'young-tracker/cold-b.csv', 'young-tracker/cold-c.csv'],
      ['checked 0', 'published 110', 'published 110'],
    ],
    [
      'forty-five corrections in one read',
      TOTALS,
      ['many-corrections/mc-a.csv', 'many-corrections/mc-b.csv', 'many-corrections/mc-c.csv'],
      ['checked 0', 'published 120', 'held -45'],
    ],
    [
      'schools with their first case in the second week',
      CASES,
      ['young-tracker/lo-a.csv', 'young-tracker/lo-b.csv'],
      ['checked 0', 'published 7'],
    ],
  ])('%s', async (_, source, sheets, expected) => {
    expect(await reading(source, sheets)).toEqual(expected);
  });
});
