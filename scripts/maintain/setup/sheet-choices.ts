import type { RowKind } from '../../ledger/snapshot.ts';
import type { SourceColumns, SourceSettings } from '../../source/source-settings.ts';

/** How a sheet is to be read, as far as somebody has said; undefined: to be found out. */
export interface SheetChoices {
  readonly rows?: RowKind | undefined;
  /** null: the sheet has none. */
  readonly id?: string | null | undefined;
  /** null: the sheet has none. */
  readonly name?: readonly string[] | null | undefined;
  readonly countColumns?: Exclude<SourceColumns['counts'], null> | undefined;
  readonly date?: string | undefined;
  readonly counts?: SourceSettings['counts'] | undefined;
  readonly path?: string | undefined;
  readonly totalRow?: readonly string[] | undefined;
  /** Words that mean 0. */
  readonly zero?: readonly string[] | undefined;
  /** Words that mean not reported. */
  readonly unknown?: readonly string[] | undefined;
  /** Ids and names that are never counted. */
  readonly ignore?: readonly string[] | undefined;
}

/** One way to read a sheet, as the settings will say it. */
export interface SheetReading extends SourceSettings {
  readonly rows: RowKind;
}

/** What a reading says, as choices that lead to it and to no other. */
export function choicesOf(reading: SheetReading, ignore: readonly string[]): SheetChoices {
  const { rows, columns, counts, path, cells, totalRow } = reading;
  return {
    rows,
    id: columns.id,
    name: typeof columns.name === 'string' ? [columns.name] : columns.name,
    countColumns: columns.counts ?? undefined,
    date: columns.date ?? undefined,
    counts: rows === 'place-and-day' ? counts : undefined,
    path: path ?? undefined,
    totalRow: totalRow ?? undefined,
    zero: cells.zero,
    unknown: cells.unknown,
    ignore,
  };
}
