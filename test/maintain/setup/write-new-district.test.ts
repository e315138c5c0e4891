import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_FILES } from '../../../scripts/ledger/ledger-files.ts';
import { emptyLedger } from '../../../scripts/ledger/model.ts';
import { openLedger, writeLedger } from '../../../scripts/ledger/store.ts';
import { writeNewDistrict } from '../../../scripts/maintain/setup/write-new-district.ts';
import { bytesOf, projectFolder, scratch } from '../../command-line.ts';
import { everyPart } from '../../ledger/every-part.ts';
import { instant } from '../../world.ts';

const bounds = { notAfter: instant('2021-03-09'), timeZone: 'America/Chicago' };
const settings = await readFile(join(projectFolder, 'test', 'chicago', 'district.json'), 'utf8');

async function oldDistrict(): Promise<string> {
  const dir = join(await scratch(), 'data');
  await mkdir(dir);
  await writeLedger(dir, emptyLedger, everyPart, bounds);
  expect(Object.keys(await bytesOf(dir))).toHaveLength(ALL_FILES.length);
  return dir;
}

describe('writeNewDistrict', () => {
  it('leaves nothing of another district’s ledger when it should replace it', async () => {
    const dir = await oldDistrict();
    await writeNewDistrict(dir, settings, { force: true });
    expect(await openLedger(dir, bounds)).toEqual(emptyLedger);
    expect(Object.keys(await bytesOf(dir))).toEqual([
      'cases.csv',
      'days.csv',
      'district.json',
      'schools.csv',
      'updates.csv',
    ]);
  });

  it('refuses a ledger with lines, and changes not a byte of it', async () => {
    const dir = await oldDistrict();
    const before = await bytesOf(dir);
    const asked = writeNewDistrict(dir, settings, { force: false });
    await expect(asked).rejects.toMatchObject({ code: 'ledger-not-empty', exit: 2 });
    expect(await bytesOf(dir)).toEqual(before);
  });
});
