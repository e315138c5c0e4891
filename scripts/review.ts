import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from './command/main.ts';
import { EXIT } from './domain/refusal.ts';
import { TABLES } from './ledger/ledger-files.ts';
import { openLedger } from './ledger/store.ts';
import { jsonDiff } from './maintain/review/json-diff.ts';
import { reviewFindings } from './maintain/review/review.ts';
import { readSite, siteDiff } from './maintain/review/site-diff.ts';
import { readTables, tableDiff } from './maintain/review/table-diff.ts';
import { loadSettings } from './settings/load-settings.ts';
import { reviewSummary } from './wording/review-summary.ts';

await main('review', async ({ args, clock, report, step }) => {
  const dir = args.required('data');
  const settings = await loadSettings(dir);
  await step('Check the ledger', () =>
    openLedger(dir, { notAfter: clock(), timeZone: settings.timeZone }),
  );
  const [before, after] = [await readTables(args.required('base-data')), await readTables(dir)];
  const tables = TABLES.map((table) =>
    tableDiff(table, before.get(table.name) ?? '', after.get(table.name) ?? ''),
  );
  const settingsText = (folder: string) => readFile(join(folder, 'district.json'), 'utf8');
  const changed = jsonDiff(await settingsText(args.required('base-data')), await settingsText(dir));
  const site = await step('Compare the sites', async () =>
    siteDiff(await readSite(args.required('base-site')), await readSite(args.required('site'))),
  );
  const findings = reviewFindings({ tables, site });
  for (const finding of findings) report.finding(finding);
  const summary = reviewSummary({ tables, settings: changed, site });
  report.say(summary);
  await report.summary(summary);
  return findings.some(({ level }) => level === 'error') ? EXIT.usage : EXIT.done;
});
