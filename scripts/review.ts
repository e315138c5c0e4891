import { main } from './command/main.ts';
import { nounsOf } from './domain/nouns.ts';
import { EXIT } from './domain/refusal.ts';
import { openLedger } from './ledger/store.ts';
import { compareFolders } from './maintain/review/compare-folders.ts';
import { reviewFindings } from './maintain/review/review.ts';
import { loadSettings } from './settings/load-settings.ts';
import { reviewSummary } from './wording/review-summary.ts';

await main('review', async ({ args, clock, report, step }) => {
  const before = { data: args.required('base-data'), site: args.required('base-site') };
  const after = { data: args.required('data'), site: args.required('site') };
  const settings = await loadSettings(after.data);
  const { timeZone } = settings;
  await step('Check the ledger', () => openLedger(after.data, { notAfter: clock(), timeZone }));
  const review = await compareFolders(before, after, step);
  const findings = reviewFindings(review);
  for (const finding of findings) report.finding(finding);
  const summary = reviewSummary(review, nounsOf(settings));
  report.say(summary);
  await report.summary(summary);
  return findings.some(({ level }) => level === 'error') ? EXIT.usage : EXIT.done;
});
