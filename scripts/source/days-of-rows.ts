import { reject } from './causes.ts';
import { readDays } from './dates.ts';
import type { RowReader } from './row-reader.ts';
import { cut, textOf } from './table.ts';

/**
 * The day of each row, as a key that sorts in time.
 *
 * @returns '' for a row whose cell is not a date
 * @throws Refusal (exit 3) when it is not clear which number is the month
 */
export function daysOfRows({ table, reading }: RowReader): (row: number) => string {
  const { date } = reading;
  if (date === undefined) return () => '';
  const textAt = (row: number) => textOf(table.cell(row, date));
  const dayOf = daysOf(Array.from({ length: table.rowCount }, (_, row) => textAt(row)));
  return (row) => dayOf(textAt(row));
}

/** As `daysOfRows`, for texts. */
export function daysOf(texts: Iterable<string>): (text: string) => string {
  const days = readDays(texts);
  if (days.kind === 'read') return (text) => days.dayOf.get(text) ?? '';
  throw reject(
    'ambiguous-rows',
    `The source writes dates like "${cut(days.example)}": it is not clear which number is the month, and the newest day depends on it. Dates like 2021-09-14 would be`,
    { value: days.example },
  );
}
