import type { Instant, ReportingDate } from '../domain/time.ts';
import type { CaseLine, DayLine, Ledger, School } from './model.ts';

/** What `daysAfter` needs to know about one read of the source. */
export interface ReadOfDay {
  readonly date: ReportingDate;
  /** null: nothing was read; entries of the registry were merged. */
  readonly at: Instant | null;
  /** The update's lines; empty if nothing changed. */
  readonly cases: readonly CaseLine[];
  /** The registry after the read. */
  readonly schools: readonly School[];
  /** The district's own published total (cases), where the source has one. */
  readonly districtTotal: number | null;
}

/**
 * The lines of `days.csv` after a read: the open day's line is replaced if a figure changed; a new
 * day's line is added. On the first read ever the district's total is the sum of the baselines; later
 * it also grows by the first figure of a place that had shown none.
 *
 * @returns the same array as before if nothing changed
 */
export function daysAfter(ledger: Ledger, read: ReadOfDay): readonly DayLine[] {
  const { date, at, cases, schools, districtTotal } = read;
  const last = ledger.days.at(-1);
  const open = last?.date === date ? last : undefined;
  const first =
    ledger.days.length === 0 ? 0 : baselines(schools) - baselines(ledger.schools.values());
  const isSameTotal = (districtTotal ?? open?.districtTotal) === open?.districtTotal;
  const firstReadAt = firstReadOf(ledger, open, at);
  const isSameRead = firstReadAt === open?.firstReadAt;
  if (open && cases.length === 0 && first === 0 && isSameTotal && isSameRead) {
    return ledger.days;
  }
  const changed = new Set(cases.map((line) => line.schoolId));
  for (let index = ledger.cases.length - 1; index >= 0; index -= 1) {
    const line = ledger.cases[index];
    if (line?.date !== date) break;
    changed.add(line.schoolId);
  }
  const fresh = sum(cases.map((line) => line.newCases));
  const day: DayLine = {
    date,
    firstReadAt,
    newCases: (open?.newCases ?? 0) + fresh,
    totalCases: (open?.totalCases ?? totalBefore(ledger, read)) + first + fresh,
    schoolsChanged: changed.size,
    districtTotal: districtTotal ?? open?.districtTotal ?? null,
  };
  return open ? [...ledger.days.slice(0, -1), day] : [...ledger.days, day];
}

/**
 * Whether the source was read on the ledger's last day. An imported day that is read again stays
 * imported; a day that only has a merge, which comes after days that were read, still waits for a read.
 */
export function isRead({ days }: Pick<Ledger, 'days'>, date: ReportingDate): boolean {
  const last = days.at(-1);
  if (last?.date !== date) return false;
  return last.firstReadAt !== null || days.every((day) => day.firstReadAt === null);
}

function firstReadOf(
  ledger: Ledger,
  open: DayLine | undefined,
  at: Instant | null,
): Instant | null {
  return open && isRead(ledger, open.date) ? open.firstReadAt : at;
}

function totalBefore(ledger: Ledger, { schools }: ReadOfDay): number {
  const last = ledger.days.at(-1);
  return last?.totalCases ?? baselines(schools);
}

function baselines(schools: Iterable<School>): number {
  return sum([...schools].map((school) => school.baselineCases ?? 0));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
