import type { NoticeLine } from '../../scripts/ledger/model.ts';
import { daysBetween, type ReportingDate } from '../../site/shared/time.ts';

/** How far ahead a change of what is published is announced, in days. */
const DAYS_AHEAD = 14;

/** What is promised → its shape: a column's position, a key's type; an address has none. */
export type Promises = ReadonlyMap<string, string>;

/** A promise that ends, and what stands in its place. */
export interface Retirement {
  readonly promise: string;
  /** The day from which it need not be kept; a notice is about this day. */
  readonly from: ReportingDate;
  /** A promise of a later version, such as `address api/v2/days.json`. */
  readonly successor: string;
}

/** What was promised, what is there, and what was announced. */
export interface Standing {
  readonly pinned: Promises;
  readonly built: Promises;
  readonly retired: readonly Retirement[];
  readonly notices: readonly NoticeLine[];
  readonly today: ReportingDate;
}

/**
 * Promises that are broken: what was pinned and is gone or has another shape, without a successor of
 * a later version that is there, or before the day that was announced 14 days ahead. What is added
 * breaks nothing. What has passed once passes for good: only the day's coming is asked of
 * the clock.
 *
 * @returns a sentence for each
 */
export function brokenPromises(standing: Standing): readonly string[] {
  return [...standing.pinned].flatMap(([promise, shape]) => {
    const now = standing.built.get(promise);
    if (now === shape) return [];
    const what = now === undefined ? 'is gone' : `was ${shape} and is ${now}`;
    const why = objection(promise, standing);
    return why === undefined ? [] : [`${promise} ${what}: ${why}`];
  });
}

/** Why a promise may not end; undefined: it may. */
function objection(
  promise: string,
  { retired, built, notices, today }: Standing,
): string | undefined {
  const retirement = retired.find((entry) => entry.promise === promise);
  if (!retirement) return 'nothing under "retired" says what stands in its place, and from when';
  const { from, successor } = retirement;
  if (!built.has(successor)) return `its successor "${successor}" is not built`;
  if (versionOf(successor) <= versionOf(promise)) return `"${successor}" is no later version`;
  const notice = notices.find(({ kind, date }) => kind === 'definition' && date === from);
  if (!notice) return `no notice of a change of definition is about ${from}`;
  const ahead = daysBetween(notice.noticedAt.slice(0, 10) as ReportingDate, from);
  if (ahead < DAYS_AHEAD) return `it was announced ${ahead} days ahead, not ${DAYS_AHEAD}`;
  return today < from ? `it was announced for ${from}, which has not come` : undefined;
}

/** `…/v2/…` is 2; what names no version is the first. */
function versionOf(promise: string): number {
  return Number(/\/v(\d+)\//.exec(promise)?.[1] ?? 1);
}
