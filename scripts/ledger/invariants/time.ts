import { reportingDateAt } from '../../domain/time.ts';
import { type Bounds, type Breach, type Invariant, lineOf } from './invariant.ts';

/** No date and no instant is later than the bounds allow. */
export const notInTheFuture: Invariant = {
  name: 'not-in-the-future',
  description: 'No date and no instant lies in the future',
  check: ({ days, updates, renames, notices, posts }, bounds) => {
    const today = reportingDateAt(bounds.notAfter, bounds.timeZone);
    const last = days.at(-1);
    if (last && last.date > today) return late('days.csv', days.length, last.date, today);
    return (
      lateInstant(
        'days.csv',
        days.map((day) => day.firstReadAt),
        bounds,
      ) ??
      lateInstant(
        'updates.csv',
        updates.map((line) => line.detectedAt),
        bounds,
      ) ??
      lateInstant(
        'renames.csv',
        renames.map((line) => line.renamedAt),
        bounds,
      ) ??
      // The day that a notice is about may lie in the future: changes are announced in advance.
      lateInstant(
        'notices.csv',
        notices.map((line) => line.noticedAt),
        bounds,
      ) ??
      lateInstant(
        'posts.csv',
        posts.map((line) => line.recordedAt),
        bounds,
      )
    );
  },
};

/** The instant of a read falls on its reporting date by the district's clock. */
export const instantsOnTheirDay: Invariant = {
  name: 'instants-on-their-day',
  description: 'The instant of a read falls on its reporting date in the district’s time zone',
  check: ({ days, updates }, { timeZone }) =>
    offDay(
      'days.csv',
      'first_read_at',
      days.map((day) => [day.date, day.firstReadAt]),
      timeZone,
    ) ??
    offDay(
      'updates.csv',
      'detected_at',
      updates.map((line) => [line.date, line.detectedAt]),
      timeZone,
    ),
};

function offDay(
  file: string,
  column: string,
  pairs: readonly (readonly [string, string | null])[],
  timeZone: string,
): Breach | undefined {
  for (const [index, [date, instant]] of pairs.entries()) {
    if (instant === null) continue;
    const day = reportingDateAt(instant as Parameters<typeof reportingDateAt>[0], timeZone);
    if (day === date) continue;
    const text = `${column} ${instant} is on ${day} in ${timeZone}, not on ${date}`;
    return { file, line: lineOf(index), column, value: instant, text };
  }
  return undefined;
}

function lateInstant(
  file: string,
  instants: readonly (string | null)[],
  { notAfter }: Bounds,
): Breach | undefined {
  const index = instants.findIndex((instant) => instant !== null && instant > notAfter);
  const instant = instants[index];
  return instant ? late(file, index + 1, instant, notAfter) : undefined;
}

function late(file: string, count: number, value: string, limit: string): Breach {
  return { file, line: count + 1, value, text: `${value} lies after ${limit}` };
}
