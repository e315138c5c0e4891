import { expect } from 'vitest';
import { endOfDay } from '../../../scripts/domain/end-of-day.ts';
import { type Instant, type ReportingDate, reportingDate } from '../../../scripts/domain/time.ts';
import type { Ledger } from '../../../scripts/ledger/model.ts';
import type { Settings } from '../../../scripts/settings/schema.ts';
import { windowsOf } from '../../../scripts/website/api/as-of.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { asOfModel } from '../../../scripts/website/pages/as-of.ts';
import { home } from '../../../scripts/website/pages/home.ts';
import { type SiteData, siteData } from '../../../scripts/website/site-data.ts';
import { instant } from '../../world.ts';

/** Where the sites of these tests are. */
export const BASE = 'https://example.org/tracker/';
/** A site of a ledger. */
export const inputOf = (ledger: Ledger, settings: Settings, at: Instant) => ({
  ledger,
  settings,
  at,
  baseUrl: BASE,
  commit: null,
});

/** What the first page shows of a ledger as it was at the end of its last day. */
function dashboardOf(ledger: Ledger, settings: Settings) {
  const last = ledger.days.at(-1)?.date ?? reportingDate('1970-01-01');
  const data = siteData(inputOf(ledger, settings, endOfDay(last, settings.timeZone)));
  const [page] = home(data, editionsOf(settings)[0]);
  if (page?.template !== 'home') throw new Error('there is no first page');
  const [week, active, total] = page.model.boxes;
  const { days_14, days_21 } = windowsOf(data, ledger.days);
  const { answer, schools } = page.model.headline;
  return {
    week,
    total,
    others: [days_14, days_21, Number(active?.figure)],
    headline: `${answer} ${schools}`,
  };
}

/** What the page of a date says of the same, built from a later ledger. */
export function saidOf(later: SiteData, date: ReportingDate) {
  const day = later.ledger.days.find((each) => each.date === date);
  const [edition] = editionsOf(later.settings);
  const model = day && asOfModel(later, day, edition);
  if (!model) throw new Error(`nothing is said of ${date}`);
  const [week, ...others] = model.boxes;
  return {
    week,
    total: others.at(-1),
    others: others.slice(0, -1).map(({ figure }) => Number(figure.replace('−', '-'))),
    headline: model.headline,
    until: model.until,
    source: model.source,
  };
}

/** The site of a ledger, long after. */
export const longAfter = (ledger: Ledger, settings: Settings) =>
  siteData(inputOf(ledger, settings, instant('2026-01-01')));

/** The record without what was written after a date. */
export function truncated(ledger: Ledger, date: ReportingDate, timeZone: string): Ledger {
  const upTo = <Line extends { readonly date: ReportingDate }>(lines: readonly Line[]) =>
    lines.filter((line) => line.date <= date);
  const end = endOfDay(date, timeZone);
  return {
    ...ledger,
    cases: upTo(ledger.cases),
    days: upTo(ledger.days),
    updates: ledger.updates.filter(({ detectedAt }) => detectedAt < end),
    notices: ledger.notices.filter(({ noticedAt }) => noticedAt < end),
    renames: ledger.renames.filter(({ renamedAt }) => renamedAt < end),
  };
}

/** What the page of a date says is what the first page showed of the ledger as it was then. */
export function expectSame(later: SiteData, then: Ledger, date: ReportingDate): void {
  const said = saidOf(later, date);
  const shown = dashboardOf(then, later.settings);
  expect(said, date).toMatchObject({
    week: shown.week,
    total: shown.total,
    others: shown.others,
  });
  if (said.headline !== '') expect(said.headline).toContain(shown.headline.trim());
}
