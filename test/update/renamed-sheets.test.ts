import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, scratch } from '../command-line.ts';
import { hasSharedSheets, sharedSheet } from '../shared-data.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

/** A data folder whose source is a table of names and totals. */
async function folder(total: string) {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  const { $schema: _, ...settings } = settingsOf({
    source: {
      addresses: ['https://a.example/sheet'],
      columns: { name: 'School', counts: [total] },
    },
  });
  await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings));
  const update = (when: string, source: string, isAccepted = false) =>
    updateOnce({
      dataDir,
      source,
      at: instant(when),
      now: instant('2021-04-01'),
      accept: isAccepted ? { digest: null } : undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
    });
  const lines = async (file: string) =>
    (await readFile(join(dataDir, file), 'utf8').catch(() => '')).trimEnd().split('\n').slice(1);
  return { dataDir, update, lines };
}

async function written(...rows: readonly string[]): Promise<string> {
  const path = join(await scratch(), 'sheet.csv');
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

interface Renamed {
  readonly total: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly news: readonly string[];
  readonly rename: string;
}

/** Held and unchanged, whoever asks; accepted, one place with both names; and quiet from then on. */
async function isOnePlace({ total, before, after, reason, news, rename }: Renamed): Promise<void> {
  const { dataDir, update, lines } = await folder(total);
  await update('2021-03-01', before);
  const untouched = await bytesOf(dataDir);
  const { outcome, held } = await update('2021-03-02', after);
  expect([outcome, held?.reasons.map(({ text }) => text)]).toEqual(['held', [reason]]);
  expect(await bytesOf(dataDir)).toEqual(untouched);
  const accepted = await update('2021-03-02T19:00:00Z', after, true);
  expect([accepted.accepted, accepted.new_cases]).toEqual([true, news.length]);
  expect(await lines('cases.csv')).toEqual(news);
  expect((await lines('renames.csv')).map((line) => line.replace(/^[^,]*,/, ''))).toEqual([rename]);
  expect(await update('2021-03-03', after)).toMatchObject({ outcome: 'checked', findings: [] });
  // And the old name would be no other place.
  expect(await update('2021-03-04', before)).toMatchObject({ unknown_schools: [] });
}

/** Each sheet is read without a question, and makes neither news nor another place. */
async function isTheSame(total: string, sheets: readonly string[]): Promise<void> {
  const { update, lines } = await folder(total);
  for (const [index, sheet] of sheets.entries()) {
    const report = await update(`2021-03-0${index + 1}`, sheet);
    expect([report.outcome, report.new_cases]).toEqual(['checked', 0]);
    if (index > 0) expect([report.unknown_schools, report.renames]).toEqual([[], []]);
  }
  expect([await lines('cases.csv'), await lines('renames.csv')]).toEqual([[], []]);
}

describe('a table whose schools have other names', () => {
  it('waits where one may be another, and has it as one once that is accepted', async () => {
    await isOnePlace({
      total: 'Total',
      before: await written('School,Total', 'Adams Elementary,48', 'Brook Middle,9'),
      after: await written('School,Total', 'Brook Middle,10', 'Abigail Adams Elementary,48'),
      reason:
        '"Adams Elementary" (adams-elementary, 48 on record) is missing, and the unknown "Abigail Adams Elementary" (line 3, 48) may be the same place under a new name.',
      news: ['2021-03-02,1,brook-middle,1,10'],
      rename: 'adams-elementary,Adams Elementary,Abigail Adams Elementary',
    });
  });

  it('is the same where they are only spelt in another way', async () => {
    await isTheSame('Total', [
      await written('School,Total', 'Mount Ida High School,8', 'Pine & Oak Academy,5'),
      await written('School,Total', 'Mt. Ida HS,8', 'Pine and Oak Acad,5'),
    ]);
  });
});

describe('a table with two names that differ only in spelling', () => {
  const sheet = () => written('School,Total', 'Mount Ida ES,8', 'Oak,7', 'Mt Ida ES,3');

  it('has two places, which is said with both lines as long as one is new', async () => {
    const { update } = await folder('Total');
    const { findings } = await update('2021-03-01', await sheet());
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'spelled-alike',
        'Names that differ only in spelling are counted as two places: "Mount Ida ES" (mount-ida-es, line 2, 8) and "Mt Ida ES" (mt-ida-es, line 4, 3)',
      ],
    ]);
    expect((await update('2021-03-02', await sheet())).findings).toEqual([]);
  });

  it('has a new one beside the one that was known', async () => {
    const { update } = await folder('Total');
    await update('2021-03-01', await written('School,Total', 'Mount Ida ES,8', 'Oak,7'));
    const report = await update('2021-03-02', await sheet());
    expect(report.unknown_schools).toEqual(['mt-ida-es']);
    expect(report.findings.map(({ code }) => code)).toEqual(['spelled-alike']);
  });
});

describe.skipIf(!hasSharedSheets)('the sheets of the collection', () => {
  it.each<[string, Omit<Renamed, 'before' | 'after'>, string, string]>([
    [
      'rename',
      {
        total: 'Total',
        reason:
          '"Lincoln Elementary" (lincoln-elementary, 30 on record) is missing, and the unknown "Abraham Lincoln Elementary" (line 2, 30) may be the same place under a new name.',
        news: ['2021-03-02,1,roosevelt-high,1,41'],
        rename: 'lincoln-elementary,Lincoln Elementary,Abraham Lincoln Elementary',
      },
      'rename/1.csv',
      'rename/2.csv',
    ],
    [
      'p1',
      {
        total: 'Total Cases',
        reason:
          '"East Timor Lane School" (east-timor-lane-school, 22 on record) is missing, and the unknown "Timor-Leste Lane School" (line 4, 22) may be the same place under a new name.',
        news: [],
        rename: 'east-timor-lane-school,East Timor Lane School,Timor-Leste Lane School',
      },
      'renamed/p1-a.csv',
      'renamed/p1-b.csv',
    ],
  ])('%s is held, and one place once accepted', async (_, expected, before, after) => {
    await isOnePlace({ ...expected, before: sharedSheet(before), after: sharedSheet(after) });
  });

  it('rn is respelt twice, and nobody is asked', async () => {
    const sheets = ['a', 'b', 'c'].map((letter) => sharedSheet(`renamed/rn-${letter}.csv`));
    await isTheSame('Total Cases', sheets);
  });
});
