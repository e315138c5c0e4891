import type { Ledger } from '../model.ts';
import { type Breach, type Invariant, lineOf } from './invariant.ts';

/** Every file is sorted by its key, and no key comes twice. */
export const sortedAndUnique: Invariant = {
  name: 'sorted-and-unique',
  description: 'Every file is sorted and no key comes twice',
  check: (ledger) =>
    ascending('schools.csv', [...ledger.schools.keys()]) ??
    ascending('cases.csv', ledger.cases.map(caseKey)) ??
    ascending(
      'updates.csv',
      ledger.updates.map(({ date, update }) => `${date}/${padded(update)}`),
    ) ??
    ascending(
      'days.csv',
      ledger.days.map((day) => day.date),
    ) ??
    ascending(
      'renames.csv',
      ledger.renames.map((line) => `${line.renamedAt} ${line.schoolId}`),
    ) ??
    neverBack(
      'notices.csv',
      ledger.notices.map((line) => line.noticedAt),
    ) ??
    neverBack(
      'updates.csv',
      ledger.updates.map((line) => line.detectedAt),
    ),
};

function caseKey(line: Ledger['cases'][number]): string {
  return `${line.date}/${padded(line.update)} ${line.schoolId}`;
}

/** Numbers compare as text once they are of one length. */
function padded(update: number): string {
  return String(update).padStart(6, '0');
}

function ascending(file: string, keys: readonly string[]): Breach | undefined {
  return outOfOrder(
    file,
    keys,
    (before, key) => key > before,
    'comes twice or out of order, after',
  );
}

function neverBack(file: string, keys: readonly string[]): Breach | undefined {
  return outOfOrder(file, keys, (before, key) => key >= before, 'comes out of order, after');
}

function outOfOrder(
  file: string,
  keys: readonly string[],
  isRight: (before: string, key: string) => boolean,
  words: string,
): Breach | undefined {
  for (let index = 1; index < keys.length; index += 1) {
    const [before = '', key = ''] = [keys[index - 1], keys[index]];
    if (isRight(before, key)) continue;
    return { file, line: lineOf(index), value: key, text: `"${key}" ${words} "${before}"` };
  }
  return undefined;
}
