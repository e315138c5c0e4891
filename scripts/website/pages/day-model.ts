import { daysBetween } from '../../domain/time.ts';
import type { CaseLine, DayLine, UpdateLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, isClosed, ledgerLink, type SiteData } from '../site-data.ts';
import { type Mover, movers } from './movers.ts';
import { type AnchoredNotice, dayNotices } from './notices.ts';
import type { PartialContext } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/day': DayModel & PartialContext;
  }
}

/** What was found on a day. Words that do not apply are empty. */
export interface DayModel {
  readonly notices: readonly AnchoredNotice[];
  readonly figure: string;
  /** The day before was not read. */
  readonly late: boolean;
  readonly since: string;
  /** That the day can still change. */
  readonly open: string;
  /** Stands where there are no movers. */
  readonly quiet: string;
  readonly movers: readonly Mover[];
  /** What a minus means. */
  readonly correction: string;
  /** Absolute address of the ledger's lines. */
  readonly source: string;
  /** Heading of the updates, where there are several. */
  readonly inUpdates: string;
  readonly updates: readonly UpdateOfDay[];
}

interface UpdateOfDay {
  readonly anchor: string;
  readonly title: string;
  readonly figure: string;
  readonly movers: readonly Mover[];
}

/** What was found on a day, all its updates together and each by itself. */
export function dayModel(data: SiteData, day: DayLine, edition: Edition): DayModel {
  const { text } = edition;
  const before = dayBefore(data, day.date);
  const lines = data.linesOn.get(day.date) ?? [];
  const updates = data.updatesOn.get(day.date) ?? [];
  const late = before !== undefined && daysBetween(before.date, day.date) > 1;
  return {
    notices: dayNotices(data, day, text),
    figure: figureOf(day, edition),
    late,
    since: late ? text.since(text.longDate(before.date)) : '',
    open: isOver(data, day) ? '' : text.dates.open,
    quiet: quietWords(data, day, text),
    movers: movers(data, lines, text),
    correction: lines.some((line) => line.newCases < 0) ? text.correction : '',
    source: ledgerLink(data, day.date),
    inUpdates: updates.length > 1 ? text.dates.inUpdates(text.updates(updates.length)) : '',
    updates:
      updates.length > 1 ? updates.map((line) => updateModel(data, line, lines, edition)) : [],
  };
}

/** The day's new cases, and where; of a day without a change the figure alone. */
function figureOf(day: DayLine, { text, counted }: Edition): string {
  const figure = text.newCases(day.newCases, counted);
  return day.schoolsChanged === 0
    ? figure
    : `${figure} ${text.at(text.schools(day.schoolsChanged))}`;
}

function updateModel(
  data: SiteData,
  update: UpdateLine,
  lines: readonly CaseLine[],
  { text, counted }: Edition,
): UpdateOfDay {
  const own = lines.filter((line) => line.update === update.update);
  return {
    anchor: `update-${update.update}`,
    title: text.dates.update(update.update, text.time(update.detectedAt, data.settings.timeZone)),
    figure: `${text.newCases(update.newCases, counted)} ${text.at(text.schools(update.schoolsChanged))}`,
    movers: movers(data, own, text),
  };
}

/** What stands where a day has no lines: it is the first, or it was read without a change. */
function quietWords(data: SiteData, day: DayLine, text: Edition['text']): string {
  if ((data.linesOn.get(day.date) ?? []).length > 0) return '';
  if (dayBefore(data, day.date)) return text.dates.unchanged;
  return text.dates.baseline(text.number(day.totalCases));
}

/** Only the last day read can still change; for every other day the build's clock is irrelevant. */
function isOver(data: SiteData, day: DayLine): boolean {
  return day.date !== data.lastDay?.date || isClosed(data, day.date);
}
