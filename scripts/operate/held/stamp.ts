import { parseReportingDate, type ReportingDate } from '../../domain/time.ts';

/** Which hold, and which date’s lines, a branch or a request is about. */
export interface Stamp {
  /** The hold's key. */
  readonly key: string;
  /** The reporting date that the lines carry. */
  readonly date: ReportingDate;
}

/** The one branch on which a held update waits. */
export const HELD_BRANCH = 'held-update';

/** Begins the hidden comment by which a request of ours is known. */
export const REQUEST_MARKER = '<!-- tracker-held ';

const IN_BODY = /<!-- tracker-held key=([0-9a-f]+) date=([0-9-]+)( withdrawn)? -->/;

/** The hidden first line of a request's body. */
export function requestMarker({ key, date }: Stamp, isWithdrawn = false): string {
  return `${REQUEST_MARKER}key=${key} date=${date}${isWithdrawn ? ' withdrawn' : ''} -->`;
}

/**
 * @param body of a request
 * @returns its stamp, and whether we withdrew it ourselves; undefined: a person removed the marker
 */
export function stampOf(body: string): (Stamp & { readonly isWithdrawn: boolean }) | undefined {
  const [, key = '', text = '', withdrawn] = IN_BODY.exec(body) ?? [];
  const date = parseReportingDate(text);
  return date && { key, date, isWithdrawn: withdrawn !== undefined };
}

/** The body of a request that we close: what closed it was no person's "no". */
export function withdrawn(body: string): string {
  const stamp = stampOf(body);
  return stamp ? body.replace(IN_BODY, requestMarker(stamp, true)) : body;
}

/** Trailers of the branch's commit. */
export function stampTrailers({ key, date }: Stamp): string {
  return `Held-Key: ${key}\nHeld-Date: ${date}\n`;
}

/** @param message of a commit @returns null: it is not one of ours */
export function stampOfCommit(message: string): Stamp | null {
  const key = /^Held-Key: ([0-9a-f]+)$/m.exec(message)?.[1];
  const date = parseReportingDate(/^Held-Date: (\S+)$/m.exec(message)?.[1] ?? '');
  return key && date ? { key, date } : null;
}

export function isSameStamp(one: Stamp, other: Stamp): boolean {
  return one.key === other.key && one.date === other.date;
}
