import { z } from 'zod';
import { parseInstant, parseReportingDate } from './time.ts';

/**
 * A schema for text that is read by one of the project's own parsers.
 *
 * @param parse returns undefined for text that it cannot read
 * @param problem the message about such text, which completes "the value …"
 */
export function parsedText<Value>(parse: (text: string) => Value | undefined, problem: string) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

/** A calendar date as text, `YYYY-MM-DD`. */
export const dateText = parsedText(parseReportingDate, 'is not a calendar date');
/** An instant as ISO 8601 text with `Z` or an offset; the output is in UTC, to the second. */
export const instantText = parsedText(parseInstant, 'is not an instant like 2021-03-14T17:00:00Z');
