import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { denseLedger } from '../../../scripts/develop/bench/dense-ledger.ts';
import { TABLES } from '../../../scripts/ledger/ledger-files.ts';
import { emptyLedger, type Ledger } from '../../../scripts/ledger/model.ts';
import { databaseSql } from '../../../scripts/website/exports/database-sql.ts';
import { makeDatabase } from '../../../scripts/website/exports/make-database.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { scratch } from '../../command-line.ts';
import { everyPart } from '../../ledger/every-part.ts';
import { instant, settingsOf, world } from '../../world.ts';

const at = instant('2021-03-10');
const sqlOf = (ledger: Ledger) =>
  databaseSql(
    siteData({ ledger, settings: settingsOf(), at, baseUrl: 'https://x/', commit: null }),
  );
const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;

const hostile = world()
  .school('0123', 3, {
    name: "O'Hare', NULL); DROP TABLE schools; --",
    latitude: 41.9,
    longitude: -87,
  })
  .reads('2021-03-01', { '0123': 3, b: [1, '=Brown "é"'] })
  .reads('2021-03-02', { '0123': 1, b: [4, 'Browne'] }).ledger;

describe('the database', () => {
  it('has the same bytes for the same ledger', async () => {
    const [one, other] = [await makeDatabase(sqlOf(hostile)), await makeDatabase(sqlOf(hostile))];
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(sum(one)).toBe(sum(other));
    expect(Buffer.from(one.subarray(0, 15)).toString()).toBe('SQLite format 3');
  });

  it('is at most 3 MB for a district of Chicago’s size after three years', async () => {
    const { ledger } = denseLedger(518, 1_100);
    expect(ledger.cases.length).toBeGreaterThan(7_000);
    expect((await makeDatabase(sqlOf(ledger))).length).toBeLessThan(3_000_000);
  });

  it('refuses what SQLite refuses, and names it', async () => {
    await expect(makeDatabase('CREATE TABLE')).rejects.toThrow(/incomplete input/);
  });

  it.skipIf(!hasSqlite).each([
    ['every part', everyPart],
    ['hostile names', hostile],
    ['nothing', emptyLedger],
  ])(
    'is sound and holds the ledger, by the program sqlite3 (skipped without it): %s',
    async (_, ledger) => {
      const file = join(await scratch(), 'ledger.sqlite');
      await writeFile(file, await makeDatabase(sqlOf(ledger)));
      const ask = (sql: string) =>
        execFileSync('sqlite3', ['-json', file, sql], { encoding: 'utf8' });
      expect(
        execFileSync('sqlite3', [
          file,
          'PRAGMA integrity_check; PRAGMA foreign_key_check',
        ]).toString(),
      ).toBe('ok\n');
      for (const { name, columns, rowsOf } of TABLES) {
        const rows = z
          .array(z.record(z.string(), z.unknown()))
          .parse(JSON.parse(ask(`SELECT * FROM "${name.slice(0, -'.csv'.length)}"`) || '[]'))
          .map((row) => columns.map((column) => row[column]));
        const sorted = (lines: readonly (readonly unknown[])[]) =>
          lines.map((line) => JSON.stringify(line)).sort();
        expect(sorted(rows), name).toEqual(sorted(rowsOf(ledger)));
      }
    },
  );

  it.skipIf(!hasSqlite)('adds up to what the days say (skipped without sqlite3)', async () => {
    const file = join(await scratch(), 'ledger.sqlite');
    await writeFile(file, await makeDatabase(sqlOf(hostile)));
    const sums = 'SELECT reporting_date, sum(new_cases) FROM cases GROUP BY 1 ORDER BY 1';
    expect(execFileSync('sqlite3', [file, sums], { encoding: 'utf8' })).toBe('2021-03-02|1\n');
  });
});
