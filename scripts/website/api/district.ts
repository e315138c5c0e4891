import type { ApiFile } from '../../../site/shared/api-schemas.ts';
import { parseReportingDate, type ReportingDate } from '../../domain/time.ts';
import { noticedChange } from '../../ledger/own-total.ts';
import { daysNotRead } from '../../ledger/rolling-window.ts';
import { checkedAt, dayBefore, type SiteData, schoolYearNow } from '../site-data.ts';
import { asOf, windowsOf } from './as-of.ts';

/** The district's figures, and everything that a reader must know to trust them. */
export function districtFile(data: SiteData): ApiFile<'district'> {
  const { ledger, settings, lastDay } = data;
  const year = schoolYearNow(data);
  const unread = (days: number) => (lastDay ? daysNotRead(ledger.days, lastDay.date, days) : days);
  return {
    ...asOf(data),
    time_zone: settings.timeZone,
    school_count: data.schools.length,
    new_cases: windowsOf(data, ledger.days),
    days_not_read: { days_7: unread(7), days_14: unread(14), days_21: unread(21) },
    total_cases: lastDay?.totalCases ?? sumOf(data.totals.values()),
    district_total: lastDay?.districtTotal ?? null,
    latest_change: latestChange(data),
    current_school_year: year ? { name: year.name, first_day: year.firstDay } : null,
    clocks: clocks(data),
    ...trouble(data),
    ended_on: parseReportingDate(settings.endedOn ?? '') ?? null,
  };
}

function latestChange(data: SiteData): ApiFile<'district'>['latest_change'] {
  const day = data.lastChange;
  if (!day) return null;
  return {
    reporting_date: day.date,
    since: dayBefore(data, day.date)?.date ?? null,
    new_cases: day.newCases,
    schools_changed: day.schoolsChanged,
    update_count: data.updatesOn.get(day.date)?.length ?? 0,
  };
}

/** When the source last changed, and when that was last looked at; imported days have no instant. */
function clocks(data: SiteData): ApiFile<'district'>['clocks'] {
  const { lastChange } = data;
  const update = lastChange && data.updatesOn.get(lastChange.date)?.at(-1);
  return {
    source_changed_on: lastChange?.date ?? null,
    source_changed_at: update?.detectedAt ?? null,
    checked_at: checkedAt(data) ?? null,
  };
}

function trouble({ ledger }: SiteData): Pick<ApiFile<'district'>, 'held' | 'failing'> {
  const { held, failing } = ledger;
  return {
    held: held && {
      since: held.reasons.map(({ since }) => since).sort()[0] ?? held.checkedAt,
      checked_at: held.checkedAt,
      declined: held.declined !== null,
      reasons: held.reasons.map(({ guard, schoolId, text, since }) => ({
        guard,
        school_id: schoolId,
        text,
        since,
      })),
    },
    failing: failing && {
      cause: failing.cause,
      since: failing.since,
      checked_at: failing.checkedAt,
    },
  };
}

function sumOf(totals: Iterable<number>): number {
  let sum = 0;
  for (const total of totals) sum += total;
  return sum;
}

/** A change of what is published, announced for later. */
export interface UpcomingChange {
  /** The day on which it begins. */
  readonly date: ReportingDate;
  readonly text: string;
}

/** Announced changes that begin after the last day read, soonest first. */
export function upcomingChanges({ ledger, lastDay }: SiteData): readonly UpcomingChange[] {
  return ledger.notices
    .filter((notice) => notice.kind === 'definition' && !noticedChange(notice))
    .flatMap(({ date, text }) => (date !== null && text !== null ? [{ date, text }] : []))
    .filter(({ date }) => lastDay === undefined || date > lastDay.date)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
