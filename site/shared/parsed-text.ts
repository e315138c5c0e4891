import { z } from 'zod';
import { parseInstant, parseReportingDate } from './time.ts';

/**
 * A schema for text that one of our own parsers understands.
 *
 * @param parse gives undefined for what it does not understand
 * @param problem what is said of such text
 */
export function parsedText<Value>(parse: (text: string) => Value | undefined, problem: string) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

export const dateText = parsedText(parseReportingDate, 'is no date of the calendar');
export const instantText = parsedText(parseInstant, 'is no instant like 2021-03-14T17:00:00Z');
