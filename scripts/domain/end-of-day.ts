import { Temporal } from 'temporal-polyfill';
import { addDays, type Instant, parseInstant, type ReportingDate } from './time.ts';

/**
 * The instant at which `date` is over in `timeZone`: the start of the next day there. Apart from
 * `reporting-date.ts`, because only the site asks for it and a zone's rules are dear to load.
 */
export function endOfDay(date: ReportingDate, timeZone: string): Instant {
  const start = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(timeZone).toInstant();
  const instant = parseInstant(start.toString());
  if (instant === undefined) throw new RangeError(`${date} has no end in ${timeZone}`);
  return instant;
}
