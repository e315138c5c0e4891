import { daysBetween, type ReportingDate } from '../domain/reporting-date.ts';
import type { CaseLine, DayLine } from '../ledger/model.ts';

/** A figure with the days it stands for: more than one where days in between were not read. */
export interface Span {
  readonly date: ReportingDate;
  /** Calendar days since the day read before; 1 where that was yesterday. */
  readonly days: number;
  readonly newCases: number;
}

/** The district's figures with the days they stand for. */
export function districtSpans(days: readonly DayLine[]): readonly Span[] {
  return days.map((day, index) => ({
    date: day.date,
    days: daysSince(days[index - 1], day),
    newCases: day.newCases,
  }));
}

/** A school's figures on every day read; the sum of its updates where a date has several. */
export function schoolSpans(
  days: readonly Pick<DayLine, 'date'>[],
  lines: readonly Pick<CaseLine, 'date' | 'newCases'>[],
): readonly Span[] {
  const changes = new Map<string, number>();
  for (const line of lines) {
    changes.set(line.date, (changes.get(line.date) ?? 0) + line.newCases);
  }
  return days.map((day, index) => ({
    date: day.date,
    days: daysSince(days[index - 1], day),
    newCases: changes.get(day.date) ?? 0,
  }));
}

function daysSince(before: Pick<DayLine, 'date'> | undefined, day: Pick<DayLine, 'date'>): number {
  return before ? daysBetween(before.date, day.date) : 1;
}
