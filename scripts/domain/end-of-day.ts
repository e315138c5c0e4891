import { Temporal } from 'temporal-polyfill';
import { addDays, type Instant, parseInstant, type ReportingDate } from './time.ts';

/**
 * The instant at which `date` is over in `timeZone` (IANA name): the start of the next day there.
 * It has a file of its own because only the site needs it, and `Temporal` is expensive to load.
 */
export function endOfDay(date: ReportingDate, timeZone: string): Instant {
  const start = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(timeZone).toInstant();
  const instant = parseInstant(start.toString());
  if (instant === undefined) throw new RangeError(`${date} has no end in ${timeZone}`);
  return instant;
}
