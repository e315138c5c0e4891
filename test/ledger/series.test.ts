import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import { hasSharedData } from '../shared-data.ts';
import { TABLE_BY_ID, TABLE_BY_NAME } from '../world.ts';
import { chicago, orangeCounty, readAlone, type Series } from './real-series.ts';

const HOURS_OF_A_WEEKEND = 72;

describe.skipIf(!hasSharedData)('a real series, with nobody there', () => {
  it.each<[string, () => Series, Partial<Snapshot>]>([
    ['a year of Orange County as a list of cases', () => orangeCounty(false), {}],
    [
      'a year of Orange County as a table with all schools from the start',
      () => orangeCounty(true),
      TABLE_BY_ID,
    ],
    [
      'a year of Orange County as a table with each school from its first case',
      () => orangeCounty(false),
      TABLE_BY_ID,
    ],
    [
      'a year of Orange County as a table by name, with each school from its first case',
      () => orangeCounty(false),
      TABLE_BY_NAME,
    ],
    ['Chicago’s history as a list of cases', chicago, {}],
    ['Chicago’s history as a table', chicago, TABLE_BY_ID],
  ])(
    'is held at most once in fifty reads, never for longer than a weekend: %s',
    (name, read, changes) => {
      const series = read();
      const { held, longestWait, isWaiting } = readAlone(series, changes);
      console.info(
        `${name}: ${held.length} of ${series.length} reads held, ${longestWait} hours at most`,
      );
      for (const { date, reasons } of held) console.info(`  ${date} ${reasons.join(' ')}`);
      expect(held.length).toBeLessThanOrEqual(series.length / 50);
      expect([isWaiting, longestWait <= HOURS_OF_A_WEEKEND]).toEqual([false, true]);
    },
  );
});
