import type { ReportingDate } from '../domain/time.ts';
import type { DayLine, Ledger, NoticeLine } from './model.ts';
import type { Rules } from './rules.ts';
import { restartsOn, totalsAtRestart } from './totals.ts';

/** The district's own published total beside the sum of its places (cases since the last restart). */
export interface OwnTotal {
  readonly total: number;
  readonly places: number;
}

/** How the difference between the own total and the sum of the places changed (cases). */
export interface DifferenceChange {
  readonly from: number;
  readonly to: number;
}

/** A change is news beyond this many cases, … */
const CASES = 10;
/** … and beyond this share of the own total. */
const SHARE = 0.05;

type Restarts = Pick<Rules, 'counterRestarts'>;

/** @returns a day's own total beside the places as they stood at its end; null: none was read */
export function ownTotalOf(
  ledger: Ledger,
  { date, districtTotal, totalCases }: DayLine,
  { counterRestarts }: Restarts,
): OwnTotal | null {
  if (districtTotal === null) return null;
  const restarts = restartsOn(date, counterRestarts);
  let before = 0;
  for (const total of totalsAtRestart(ledger, counterRestarts, restarts).values()) before += total;
  return { total: districtTotal, places: totalCases - before };
}

/**
 * Whether a read shows that what is counted may have changed: the difference between the own total
 * and the sum of the places moved by more than 10 cases and more than 5 % of the total. It is
 * measured against the difference that the last such notice named, else the first on record, so
 * that a change is news once, and a slow one too. A restart begins a new comparison on its next day.
 *
 * @param before the ledger before a read that showed an own total
 * @param after the same with the read's lines
 * @returns undefined if nothing is news
 */
export function differenceChange(
  before: Ledger,
  after: Ledger,
  rules: Restarts,
): DifferenceChange | undefined {
  const day = after.days.at(-1);
  const now = day && ownTotalOf(after, day, rules);
  if (!now) return undefined;
  const restart = rules.counterRestarts.findLast((date) => date <= day.date) ?? '';
  const from = differenceBefore(before, restart, rules);
  if (from === undefined) return undefined;
  const to = differenceOf(now);
  const change = Math.abs(to - from);
  return change > CASES && change > SHARE * now.total ? { from, to } : undefined;
}

function differenceBefore(ledger: Ledger, restart: string, rules: Restarts): number | undefined {
  const isSince = (date: ReportingDate | null) => date !== null && date > restart;
  const noticed = ledger.notices.findLast(
    (notice) => isSince(notice.date) && noticedChange(notice) !== undefined,
  );
  const change = noticed && noticedChange(noticed);
  if (change) return change.to;
  const first = ledger.days.find(
    ({ date, districtTotal }) => districtTotal !== null && isSince(date),
  );
  const own = first && ownTotalOf(ledger, first, rules);
  return own ? differenceOf(own) : undefined;
}

function differenceOf({ total, places }: OwnTotal): number {
  return total - places;
}

/** The figures alone, so that each language of the site can put them into its own words. */
const NOTED = /^district_total - places: (-?\d{1,10}) -> (-?\d{1,10})$/;

/** The text under which `notices.csv` keeps a change. */
export function changeText({ from, to }: DifferenceChange): string {
  return `district_total - places: ${from} -> ${to}`;
}

/** @returns the change that a notice is about; undefined: it is about something else */
export function noticedChange({
  kind,
  text,
}: Pick<NoticeLine, 'kind' | 'text'>): DifferenceChange | undefined {
  if (kind !== 'definition' || text === null) return undefined;
  const [, from, to] = NOTED.exec(text) ?? [];
  return from === undefined || to === undefined
    ? undefined
    : { from: Number(from), to: Number(to) };
}
