import { daysBetween, type ReportingDate } from './time.ts';

/** New cases with the days that they cover: several if the days before were not read. */
export interface Span {
  readonly date: ReportingDate;
  /** Calendar days since the previous day read; 1 if that was the day before. */
  readonly days: number;
  readonly newCases: number;
}

/** New cases of a date, or of one of its updates. */
interface ReadDay {
  readonly date: ReportingDate;
  readonly newCases: number;
}

/**
 * The district's new cases with the days that they cover.
 *
 * @param days every day read, ascending
 */
export function districtSpans(days: readonly ReadDay[]): readonly Span[] {
  return days.map((day, index) => ({
    date: day.date,
    days: daysSince(days[index - 1], day),
    newCases: day.newCases,
  }));
}

/**
 * A school's new cases on every day read; 0 on days without a line, the sum on days with several.
 *
 * @param days every day read, ascending
 * @param lines the school's lines, in any order
 */
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
