import { parseReportingDate, type ReportingDate } from '../../domain/time.ts';

/** Which hold a branch or a request is about, and the date of its lines. */
export interface Stamp {
  /** The hold's key. */
  readonly key: string;
  /** The reporting date that the lines carry. */
  readonly date: ReportingDate;
}

/** The one branch on which a held update waits. */
export const HELD_BRANCH = 'held-update';

/** Start of the hidden comment that marks a request as the tracker's. */
export const REQUEST_MARKER = '<!-- tracker-held ';

const IN_BODY = /<!-- tracker-held key=([0-9a-f]+) date=([0-9-]+)( withdrawn)? -->/;

/** The hidden first line of a request's body. */
export function requestMarker({ key, date }: Stamp, isWithdrawn = false): string {
  return `${REQUEST_MARKER}key=${key} date=${date}${isWithdrawn ? ' withdrawn' : ''} -->`;
}

/**
 * Reads the stamp hidden in the body of a request.
 *
 * @returns the stamp, and whether the tracker itself withdrew the request; undefined if a person
 *   has removed the marker
 */
export function stampOf(body: string): (Stamp & { readonly isWithdrawn: boolean }) | undefined {
  const [, key = '', text = '', withdrawn] = IN_BODY.exec(body) ?? [];
  const date = parseReportingDate(text);
  return date && { key, date, isWithdrawn: withdrawn !== undefined };
}

/**
 * The body with its marker changed to say that the tracker withdrew the request, so that closing it
 * is not taken for a person's refusal.
 */
export function withdrawn(body: string): string {
  const stamp = stampOf(body);
  return stamp ? body.replace(IN_BODY, requestMarker(stamp, true)) : body;
}

/** The stamp as trailers for the message of the branch's commit. */
export function stampTrailers({ key, date }: Stamp): string {
  return `Held-Key: ${key}\nHeld-Date: ${date}\n`;
}

/**
 * Reads the stamp from a commit message; null if it has none, so the commit is not the tracker's.
 */
export function stampOfCommit(message: string): Stamp | null {
  const key = /^Held-Key: ([0-9a-f]+)$/m.exec(message)?.[1];
  const date = parseReportingDate(/^Held-Date: (\S+)$/m.exec(message)?.[1] ?? '');
  return key && date ? { key, date } : null;
}

/** Whether two stamps are about the same hold and date. */
export function isSameStamp(one: Stamp, other: Stamp): boolean {
  return one.key === other.key && one.date === other.date;
}
