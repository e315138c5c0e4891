import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ReportingDate, reportingDate } from '../../../scripts/domain/time.ts';
import type { Ledger } from '../../../scripts/ledger/model.ts';
import { openLedger } from '../../../scripts/ledger/store.ts';
import { loadSettings } from '../../../scripts/settings/load-settings.ts';
import { importHistory } from '../../../scripts/update/import-history.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { asOfModel } from '../../../scripts/website/pages/as-of.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { hasSharedData, sharedFile, sheetDates } from '../../shared-data.ts';
import { updateOnce } from '../../update-once.ts';
import { instant } from '../../world.ts';
import { expectSame, longAfter, truncated } from './said-then.ts';

describe.skipIf(!hasSharedData)('what the site said, on the real history', () => {
  it('is what the first page showed at the end of each date read, and of imported ones', async () => {
    const dataDir = join(await scratch(), 'data');
    await mkdir(dataDir);
    const chicago = join(projectFolder, 'test', 'chicago', 'district.json');
    await cp(chicago, join(dataDir, 'district.json'));
    const now = instant('2026-01-01');
    const file = sharedFile('history/2021-02-09-wide.csv');
    await importHistory({ file, dataDir, now, force: false }, async (_title, action) => action());
    const settings = await loadSettings(dataDir);
    const opened = () => openLedger(dataDir, { notAfter: now, timeZone: settings.timeZone });
    const atEndOf = new Map<ReportingDate, Ledger>();
    for (const date of sheetDates('line-list').filter((each) => each < '2021-03-01')) {
      if (date <= '2021-02-09') continue;
      await updateOnce({
        dataDir,
        source: sharedFile(`sheets/line-list/${date}.csv`),
        at: instant(`${date}T20:00:00Z`),
        now,
        accept: undefined,
        dryRun: false,
        allowHosts: [],
        guardPrivateAddresses: false,
      });
      atEndOf.set(reportingDate(date), await opened());
    }
    const last = await opened();
    expect(atEndOf.size).toBeGreaterThan(15);
    expect(last.days.length).toBeGreaterThan(80);
    const later = longAfter(last, settings);
    const watched = last.days.filter(({ date }, index) => atEndOf.has(date) || index % 8 === 0);
    for (const { date } of watched) {
      // What was opened that day; of imported days, which were never opened, what there is of them.
      const cut = truncated(last, date, settings.timeZone);
      const then = atEndOf.get(date) ?? cut;
      expect({ cases: cut.cases, days: cut.days, updates: cut.updates }, date).toEqual({
        cases: then.cases,
        days: then.days,
        updates: then.updates,
      });
      expectSame(later, then, date);
    }
    const [earliest] = last.days;
    const [edition] = editionsOf(settings);
    const model = earliest && asOfModel(later, earliest, edition);
    expect(model?.imported).toMatch(/older than this site/);
  });
});
