import type { ApiFile } from '../../../site/shared/api-schemas.ts';
import type { DayLine } from '../../ledger/model.ts';
import { byId, type NetChange, netChanges } from '../../ledger/net-changes.ts';
import { dayBefore, isClosed, type SiteData } from '../site-data.ts';
import { asOf } from './as-of.ts';

/** Every day that was read. A day that is not in it was not read, which is not 0. */
export function daysFile(data: SiteData): ApiFile<'days'> {
  return { ...asOf(data), days: data.ledger.days.map(dayOf) };
}

/** A date that was read, with its updates and all its lines. */
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

/** The latest date with a change; the days read since had none. */
export function latestFile(data: SiteData): ApiFile<'latest'> {
  const day = data.lastChange;
  if (!day) return { ...asOf(data), latest: null };
  return { ...asOf(data), latest: { ...dateFile(data, day), movers: moversOf(data, day) } };
}

/** A date's changes summed per school, biggest first. */
function moversOf(data: SiteData, day: DayLine) {
  const lines = data.linesOn.get(day.date) ?? [];
  return netChanges(lines, 'rise', byId).map((mover) => changeOf(data, mover));
}

function changeOf({ names }: SiteData, line: NetChange) {
  return {
    id: line.schoolId,
    name: names.get(line.schoolId) ?? line.schoolId,
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
