import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importWide } from '../../scripts/ledger/import-wide.ts';
import { emptyLedger } from '../../scripts/ledger/model.ts';
import { writeLedger } from '../../scripts/ledger/store.ts';
import { copyOf, projectFolder, scratch } from '../command-line.ts';
import { hasSharedData, readShared } from '../shared-data.ts';
import { updateOnce } from '../update-once.ts';
import { instant } from '../world.ts';

let kept: string;
let header = '';
let rows: readonly string[] = [];
const bounds = { notAfter: instant('2021-04-01'), timeZone: 'America/Chicago' };

beforeAll(async () => {
  if (!hasSharedData) return;
  kept = join(await scratch(), 'data');
  await mkdir(kept);
  const settings = await readFile(join(projectFolder, 'test', 'chicago', 'district.json'), 'utf8');
  await writeFile(join(kept, 'district.json'), settings);
  const { ledger } = importWide(readShared('history/2021-02-09-wide.csv'), []);
  await writeLedger(kept, emptyLedger, ledger, bounds);
  [header = '', ...rows] = readShared('sheets/line-list/2021-02-10.csv').trimEnd().split('\n');
});

/** The guards that hold this sheet on the imported history; none when it is published. */
async function heldBy(sheet: readonly string[], restarts: readonly string[] = []) {
  const dataDir = await copyOf(kept);
  const file = join(dataDir, 'district.json');
  const settings = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...settings, counterRestarts: restarts }));
  const source = join(await scratch(), 'sheet.csv');
  await writeFile(source, `${[header, ...sheet].join('\n')}\n`);
  const report = await updateOnce({
    dataDir,
    source,
    at: instant('2021-02-10'),
    now: bounds.notAfter,
    accept: undefined,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
  });
  return [...new Set(report.held?.reasons.map((reason) => reason.guard))].sort();
}

describe.skipIf(!hasSharedData)('the district’s real sheet', () => {
  it('is not held', async () => {
    expect(await heldBy(rows)).toEqual([]);
  });

  it.each<[string, () => readonly string[], readonly string[], readonly string[]]>([
    ['half a sheet', () => rows.slice(0, rows.length / 2 - 10), [], ['restart']],
    [
      'an emptied id column',
      () => rows.map((row) => row.replace(/"\d{6}"/, '""')),
      [],
      ['restart', 'rows-without-id'],
    ],
    ['a counter restart', () => rows.slice(0, 20), [], ['restart']],
    [
      'a restart declared but not seen',
      () => rows,
      ['2021-02-10'],
      ['district-surge', 'false-restart'],
    ],
    [
      'twelve rows missing at the end',
      () => rows.slice(0, -13),
      [],
      ['district-fall', 'school-fall'],
    ],
    [
      'a sheet of another district',
      () => rows.map((row) => row.replace(/"(\d{6})"/, '"7$1"')),
      [],
      ['many-falls', 'school-fall', 'strangers'],
    ],
    [
      'six renames at once',
      () => rows.map((row) => row.replace(/^"(A\w+|B[ae]\w+)"/, '"New $1"')),
      [],
      ['renames'],
    ],
  ])('is held: %s', async (_, sheet, restarts, expected) => {
    expect(await heldBy(sheet(), restarts)).toEqual(expected);
  });
});
