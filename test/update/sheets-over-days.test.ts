import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { bytesOf, scratch } from '../command-line.ts';
import type { SourceChoices } from '../source/read-sheet.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

/** Reads sheets on days of March 2021, one after the other, each twice; the second changes nothing. */
async function reading(source: SourceChoices, sheets: readonly (readonly string[])[]) {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  const { $schema: _, ...settings } = settingsOf({
    name: 'Ferndale County Schools',
    source: { addresses: ['https://a.example/sheet'], ...source },
  });
  await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings));
  const outcomes: string[] = [];
  for (const [index, lines] of sheets.entries()) {
    const sheet = join(dataDir, 'sheet');
    await writeFile(sheet, `${lines.join('\n')}\n`);
    const update = () =>
      updateOnce({
        dataDir,
        source: sheet,
        at: instant(`2021-03-0${index + 1}`),
        now: instant('2021-04-01'),
        accept: undefined,
        dryRun: false,
        allowHosts: [],
        guardPrivateAddresses: false,
      }).catch((error: unknown) => {
        if (error instanceof Refusal) return { outcome: error.code, held: null };
        throw error;
      });
    const { outcome, held } = await update();
    outcomes.push(held ? held.reasons.map(({ guard }) => guard).join(' ') : outcome);
    const once = await bytesOf(dataDir);
    await update();
    expect(await bytesOf(dataDir)).toEqual(once);
  }
  const linesOf = async (file: string) =>
    (await readFile(join(dataDir, file), 'utf8').catch(() => '')).trimEnd().split('\n').slice(1);
  return { outcomes, cases: await linesOf('cases.csv'), days: await linesOf('days.csv') };
}

const byName = { columns: { name: 'School', counts: ['Total'] } };

describe('a sheet read on several days', () => {
  it.each<
    [string, SourceChoices, readonly (readonly string[])[], readonly string[], readonly string[]]
  >([
    [
      'an id and a total: what grows is news, never one case a place',
      { columns: { id: 'ID', name: 'School', counts: ['Total'] } },
      [
        ['ID,School,Total', '1,Alder,40', '2,Birch,12', '3,Cedar,7'],
        ['ID,School,Total', '1,Alder,55', '2,Birch,19', '3,Cedar,7'],
      ],
      ['checked', 'published'],
      ['2021-03-02,1,1,15,55', '2021-03-02,1,2,7,19'],
    ],
    [
      'a count that becomes blank and comes back: no −3 and +3',
      byName,
      [
        ['School,Total', 'Birch,44', 'Cedar,3', 'Dune,12'],
        ['School,Total', 'Birch,44', 'Cedar,', 'Dune,12'],
        ['School,Total', 'Birch,44', 'Cedar,*', 'Dune,13'],
        ['School,Total', 'Birch,44', 'Cedar,4', 'Dune,13'],
      ],
      ['checked', 'checked', 'unreadable-rows', 'published'],
      ['2021-03-04,1,cedar,1,4', '2021-03-04,1,dune,1,13'],
    ],
    [
      'a suppressed count that is shown at last: where it starts, and no news',
      byName,
      [
        ['School,Total', 'Birch,44', 'Cedar,<5'],
        ['School,Total', 'Birch,44', 'Cedar,6'],
        ['School,Total', 'Birch,44', 'Cedar,7'],
      ],
      ['checked', 'checked', 'published'],
      ['2021-03-03,1,cedar,1,7'],
    ],
    [
      'a total row that appears: no place, and no case twice',
      byName,
      [
        ['School,Total', 'Birch,20', 'Cedar,9', 'Dune,16'],
        ['School,Total', 'Birch,20', 'Cedar,9', 'Dune,16', 'TOTALS,45'],
        [
          'School,Total',
          'Ferndale County Schools,46',
          'Birch,21',
          'Cedar,9',
          'Dune,16',
          'Updated today,',
        ],
      ],
      ['checked', 'checked', 'published'],
      ['2021-03-03,1,birch,1,21'],
    ],
    [
      'new cases by day: a changed past day is a correction of today',
      { counts: 'new', columns: { name: 'School', date: 'Day', counts: ['New'] } },
      [
        ['Day,School,New', '2021-02-27,Birch,3', '2021-02-28,Birch,2', '2021-02-28,Cedar,1'],
        [
          'Day,School,New',
          '2021-02-27,Birch,3',
          '2021-02-28,Birch,1',
          '2021-02-28,Cedar,1',
          '2021-03-01,Cedar,4',
        ],
      ],
      ['checked', 'published'],
      ['2021-03-02,1,birch,-1,4', '2021-03-02,1,cedar,4,5'],
    ],
    [
      'running totals by day: the newest counts, whatever stands before it',
      { columns: { name: 'School', date: 'Day', counts: ['Staff', 'Pupils'] } },
      [
        [
          'School,Day,Staff,Pupils',
          'Birch,2/27/2021,1,3',
          'Birch,2/28/2021,1,4',
          'Cedar,2/27/2021,0,2',
        ],
        [
          'School,Day,Staff,Pupils',
          'Birch,3/1/2021,2,4',
          'Birch,2/28/2021,9,9',
          'Cedar,2/27/2021,0,2',
        ],
      ],
      ['checked', 'published'],
      ['2021-03-02,1,birch,1,6'],
    ],
    [
      'a column a day: a new column is read by itself',
      { columns: { name: 'School', counts: 'last date' } },
      [
        ['School,2/28/2021', 'Birch,3', 'Cedar,2'],
        ['School,2/28/2021,3/1/2021', 'Birch,3,4', 'Cedar,2,2'],
      ],
      ['checked', 'published'],
      ['2021-03-02,1,birch,1,4'],
    ],
    [
      'rows of cases by name: a row taken out is a correction',
      { columns: { name: 'School' } },
      [
        ['School,Day', 'Birch,a', 'Birch,b', 'Cedar,c'],
        ['School,Day', 'Birch,a', 'Birch,b', 'BIRCH,d'],
      ],
      ['checked', 'published'],
      ['2021-03-02,1,birch,1,3', '2021-03-02,1,cedar,-1,0'],
    ],
    [
      'a table whose rows are all new',
      { columns: { id: 'ID', name: 'School', counts: ['Total'] } },
      [
        ['ID,School,Total', '1,Alder,4', '2,Birch,2'],
        ['ID,School,Total', '3,Cedar,4', '4,Dune,2'],
      ],
      ['checked', 'strangers'],
      [],
    ],
    [
      'a table that turns out to be no running total',
      byName,
      [
        ['School,Total', 'Birch,4', 'Cedar,2'],
        ['School,Total', 'Birch,4.5', 'Cedar,2.25'],
      ],
      ['checked', 'not-a-running-total'],
      [],
    ],
  ])('%s', async (_, source, sheets, outcomes, cases) => {
    const read = await reading(source, sheets);
    expect(read.outcomes).toEqual(outcomes);
    expect(read.cases).toEqual(cases);
  });

  it('records the district’s own total with each day', async () => {
    const { days } = await reading(byName, [
      ['School,Total', 'Birch,20', 'Cedar,9', 'Total,30'],
      ['School,Total', 'Birch,20', 'Cedar,9', 'Total,31'],
      ['School,Total', 'Birch,20', 'Cedar,9'],
    ]);
    expect(days.map((line) => line.split(',').at(-1))).toEqual(['30', '31', '']);
  });
});
