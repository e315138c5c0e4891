import type { ApiFile } from '../../../site/shared/api-schemas.ts';
import type { CaseLine, DayLine } from '../../ledger/model.ts';
import { dayBefore, isClosed, type SiteData } from '../site-data.ts';
import { asOf } from './as-of.ts';

/** Every day that was read; a day that is not here was not read, which is not 0. */
export function daysFile(data: SiteData): ApiFile<'days'> {
  return { ...asOf(data), days: data.ledger.days.map(dayOf) };
}

/** A date that was read: its updates and every line of it. */
export function dateFile(data: SiteData, day: DayLine): ApiFile<'date'> {
  return {
    district: data.settings.name,
    ...dayOf(day),
    day_is_over: isClosed(data, day.date),
    since: dayBefore(data, day.date)?.date ?? null,
    updates: (data.updatesOn.get(day.date) ?? []).map((update) => ({
      update: update.update,
      detected_at: update.detectedAt,
      new_cases: update.newCases,
      schools_changed: update.schoolsChanged,
    })),
    reports: (data.linesOn.get(day.date) ?? []).map((line) => ({
      update: line.update,
      ...changeOf(data, line),
    })),
  };
}

/** The latest date on which something changed; the days read since then had no change. */
export function latestFile(data: SiteData): ApiFile<'latest'> {
  const day = data.lastChange;
  if (!day) return { ...asOf(data), latest: null };
  return { ...asOf(data), latest: { ...dateFile(data, day), movers: moversOf(data, day) } };
}

/** A date's changes summed per school, biggest first. */
function moversOf(data: SiteData, day: DayLine) {
  const changes = new Map<string, ReturnType<typeof changeOf>>();
  for (const line of data.linesOn.get(day.date) ?? []) {
    const before = changes.get(line.schoolId)?.new_cases ?? 0;
    const change = changeOf(data, line);
    changes.set(line.schoolId, { ...change, new_cases: before + change.new_cases });
  }
  return [...changes.values()].sort((a, b) => b.new_cases - a.new_cases || (a.id < b.id ? -1 : 1));
}

function changeOf({ ledger }: SiteData, line: CaseLine) {
  return {
    id: line.schoolId,
    name: ledger.schools.get(line.schoolId)?.name ?? line.schoolId,
    new_cases: line.newCases,
    total_cases: line.totalCases,
  };
}

function dayOf(day: DayLine): ApiFile<'days'>['days'][number] {
  return {
    reporting_date: day.date,
    first_read_at: day.firstReadAt,
    new_cases: day.newCases,
    total_cases: day.totalCases,
    schools_changed: day.schoolsChanged,
    district_total: day.districtTotal,
  };
}
