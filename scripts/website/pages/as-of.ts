import { daysBetween } from '../../domain/time.ts';
import { activeSchoolsAsOf } from '../../ledger/active-schools.ts';
import type { DayLine } from '../../ledger/model.ts';
import { rollingTotal, WINDOWS } from '../../ledger/rolling-window.ts';
import type { Edition } from '../editions.ts';
import { isClosed, ledgerLink, type SiteData } from '../site-data.ts';
import { totalBox, weekBox } from './dashboard-boxes.ts';
import { type DatedNotice, laterNotices } from './notices.ts';
import type { PartialContext } from './page.ts';
import type { FigureBox } from './window-figures.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/as-of': AsOfModel & Pick<PartialContext, 't'>;
  }
}

/** What the dashboard showed at the end of a date. Words that do not apply are empty. */
export interface AsOfModel {
  /** That the date is older than the site. */
  readonly imported: string;
  /** The newest figure then, on a date without a change. */
  readonly headline: string;
  readonly boxes: readonly FigureBox[];
  /** How long it stayed so, where the next days were not read. */
  readonly until: string;
  /** Absolute address of the lines that the figures are sums of, as they stood in git. */
  readonly source: string;
  /** What nobody knew then. */
  readonly later: readonly DatedNotice[];
}

/** The windows besides the week, in days. */
const [, ...LONGER] = WINDOWS;

/**
 * What the dashboard showed once a date that was read was over: lines are only ever appended, so it is
 * the figures of those up to that date. How many schools there were is not shown: the registry does
 * not record since when.
 *
 * @returns null while the date can still change
 */
export function asOfModel(data: SiteData, day: DayLine, edition: Edition): AsOfModel | null {
  const { text } = edition;
  if (!isClosed(data, day.date)) return null;
  const { ledger, linesOn, linesOf } = data;
  const then = { ledger, lastDay: day };
  const active = activeSchoolsAsOf(ledger, linesOn, linesOf, day.date);
  return {
    imported: day.firstReadAt === null ? text.asOf.imported : '',
    headline: headlineOf(data, day, edition),
    boxes: [
      weekBox(then, edition),
      ...LONGER.map((days) => ({
        figure: text.number(rollingTotal(ledger.days, day.date, days)),
        label: text.school.lastDays(days),
        note: '',
      })),
      { figure: text.number(active), label: text.asOf.active(active), note: '' },
      totalBox(then, edition),
    ],
    until: untilWords(data, day, edition),
    source: sourceOf(data, day),
    later: laterNotices(data, day, text),
  };
}

/** On a date without a change the dashboard began with the figure of the last one before. */
function headlineOf({ ledger, dayIndex }: SiteData, day: DayLine, { text, counted }: Edition) {
  if (day.schoolsChanged > 0) return '';
  const until = ledger.days.slice(0, dayIndex.get(day.date));
  const last = until.findLast(({ schoolsChanged }) => schoolsChanged > 0);
  if (!last) return '';
  const figure = `${text.newCases(last.newCases, counted)} ${text.at(text.schools(last.schoolsChanged))}`;
  return text.asOf.headline(figure, text.longDate(last.date));
}

/** Between imported days nothing was shown, and nothing could stay. */
function untilWords({ ledger, dayIndex }: SiteData, day: DayLine, { text }: Edition): string {
  const next = ledger.days[(dayIndex.get(day.date) ?? 0) + 1];
  if (!next || day.firstReadAt === null || daysBetween(day.date, next.date) === 1) return '';
  return text.asOf.until(text.longDate(next.date));
}

/** The release of the last date with an update holds every line up to this date, and no other. */
function sourceOf(data: SiteData, { date }: DayLine): string {
  const last = data.ledger.updates.findLast((update) => update.date <= date);
  return ledgerLink(data, last?.date ?? date);
}
