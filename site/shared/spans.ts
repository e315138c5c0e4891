import { daysBetween, type ReportingDate } from './time.ts';

/** A figure with the days it stands for: more than one where days in between were not read. */
export interface Span {
  readonly date: ReportingDate;
  /** Calendar days since the day read before; 1 where that was yesterday. */
  readonly days: number;
  readonly newCases: number;
}

/** New cases of a date, or of one of its updates. */
interface ReadDay {
  readonly date: ReportingDate;
  readonly newCases: number;
}

/** The district's figures with the days they stand for. */
export function districtSpans(days: readonly ReadDay[]): readonly Span[] {
  return days.map((day, index) => ({
    date: day.date,
    days: daysSince(days[index - 1], day),
    newCases: day.newCases,
  }));
}

/** A school's figures on every day read; the sum of its updates where a date has several. */
export function schoolSpans(
  days: readonly Pick<ReadDay, 'date'>[],
  lines: readonly ReadDay[],
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

function daysSince(before: Pick<ReadDay, 'date'> | undefined, day: Pick<ReadDay, 'date'>): number {
  return before ? daysBetween(before.date, day.date) : 1;
}
