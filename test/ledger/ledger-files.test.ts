import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_FILES, LEDGER_FILES, TABLES } from '../../scripts/ledger/ledger-files.ts';
import { emptyLedger, type Ledger } from '../../scripts/ledger/model.ts';
import { openLedger, writeLedger } from '../../scripts/ledger/store.ts';
import { scratch } from '../command-line.ts';
import { instant } from '../world.ts';
import { everyPart } from './every-part.ts';

describe('the table of the ledger’s files', () => {
  it('lists each part under its own name', () => {
    for (const [part, file] of Object.entries(LEDGER_FILES)) {
      const name = part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(file.name.replace(/\.\w+$/, '')).toBe(name);
      expect(file.partOf(everyPart)).toBe(everyPart[part as keyof Ledger]);
    }
  });

  it('names what is in a folder once every part was written', async () => {
    const dir = join(await scratch(), 'data');
    await mkdir(dir);
    const bounds = { notAfter: instant('2021-03-09'), timeZone: 'America/Chicago' };
    const written = await writeLedger(dir, emptyLedger, everyPart, bounds);
    expect(written).toEqual(ALL_FILES.map(({ name }) => name).sort());
    expect(await openLedger(dir, bounds)).toEqual(everyPart);
  });

  it.each(TABLES)('names lines of $name by columns that it has', ({ columns, key }) => {
    expect(columns).toEqual(expect.arrayContaining([...key]));
  });

  it.each(TABLES.filter(({ announcedBy }) => announcedBy === 'date'))(
    'calls $name dated, whose lines begin with the reporting date',
    ({ columns }) => {
      expect(columns[0]).toBe('reporting_date');
    },
  );

  it.each(TABLES)('lets $name grow only as its rules allow', ({ isAppendOnly, grown, textOf }) => {
    const text = textOf(everyPart) ?? '';
    expect(grown(text, everyPart, everyPart)).toBe(isAppendOnly ? text : undefined);
    expect(grown(text, everyPart, emptyLedger)).toBeUndefined();
  });
});
