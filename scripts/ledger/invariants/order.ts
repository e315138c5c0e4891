import type { CaseLine, NoticeLine } from '../model.ts';
import { type Breach, type Invariant, lineOf } from './invariant.ts';

/** Every file is sorted by its key, and no key occurs twice. */
export const sortedAndUnique: Invariant = {
  name: 'sorted-and-unique',
  description: 'Every file is sorted and no key occurs twice',
  check: (ledger) =>
    outOfOrder('schools.csv', [...ledger.schools.keys()], compare, String) ??
    outOfOrder('cases.csv', ledger.cases, compareCases, caseKey) ??
    outOfOrder('updates.csv', ledger.updates, compareUpdates, updateKey) ??
    outOfOrder(
      'days.csv',
      ledger.days,
      (a, b) => compare(a.date, b.date),
      (day) => day.date,
    ) ??
    outOfOrder(
      'renames.csv',
      ledger.renames,
      (a, b) => compare(a.renamedAt, b.renamedAt) || compare(a.schoolId, b.schoolId),
      (line) => `${line.renamedAt} ${line.schoolId}`,
    ) ??
    outOfOrder(
      'notices.csv',
      ledger.notices,
      (a, b) => compare(a.noticedAt, b.noticedAt) || -1,
      (line) => line.noticedAt,
    ) ??
    repeatedNotice(ledger.notices) ??
    // A run writes several lines at once, in the order in which things happened.
    outOfOrder(
      'posts.csv',
      ledger.posts,
      (a, b) => compare(a.recordedAt, b.recordedAt) || -1,
      (line) => line.recordedAt,
    ) ??
    outOfOrder(
      'updates.csv',
      ledger.updates,
      (a, b) => compare(a.detectedAt, b.detectedAt) || -1,
      (line) => line.detectedAt,
    ),
};

/** Two notices of one key would be one item to whoever follows the feed. */
function repeatedNotice(notices: readonly NoticeLine[]): Breach | undefined {
  const seen = new Map<string, number>();
  for (const [index, { noticedAt, kind, date, schoolId }] of notices.entries()) {
    const key = [noticedAt, kind, date ?? 'no date', schoolId ?? 'no school'].join(', ');
    const first = seen.get(key);
    if (first !== undefined) {
      const text = `"${key}" stands on line ${lineOf(first)} already: a second notice of a kind needs an instant of its own`;
      return { file: 'notices.csv', line: lineOf(index), value: key, text };
    }
    seen.set(key, index);
  }
  return undefined;
}

/** Negative: in order; 0 or positive: repeated or out of order. */
type Compare<T> = (before: T, after: T) => number;

interface UpdateNumber {
  readonly date: string;
  readonly update: number;
}

function compareUpdates(a: UpdateNumber, b: UpdateNumber): number {
  return compare(a.date, b.date) || a.update - b.update;
}

function compareCases(a: CaseLine, b: CaseLine): number {
  return compareUpdates(a, b) || compare(a.schoolId, b.schoolId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function updateKey(line: UpdateNumber): string {
  return `${line.date}, update ${line.update}`;
}

function caseKey(line: CaseLine): string {
  return `${updateKey(line)}, ${line.schoolId}`;
}

function outOfOrder<T>(
  file: string,
  lines: readonly T[],
  order: Compare<T>,
  key: (line: T) => string,
): Breach | undefined {
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1];
    const line = lines[index];
    if (before === undefined || line === undefined || order(before, line) < 0) continue;
    const text = `"${key(line)}" is repeated or out of order, after "${key(before)}"`;
    return { file, line: lineOf(index), value: key(line), text };
  }
  return undefined;
}
