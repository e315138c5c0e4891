import type { Snapshot } from '../ledger/snapshot.ts';
import { reject } from './causes.ts';
import type { OpenedBody } from './open-body.ts';
import { type ReadTable, readTable } from './read-table.ts';
import { type Interpretation, RowReader, type RowRules } from './row-reader.ts';

/** How a body is to be read and judged. */
export interface ParseOptions extends RowRules {
  readonly limits: { readonly unreadableRows: number; readonly unreadableShare: number };
  /** A sheet without rows is acceptable: the counter was declared to start again. */
  readonly allowEmpty: boolean;
}

/** What a snapshot says besides where it came from. */
export type ParsedSnapshot = Omit<Snapshot, 'bodySha256' | 'address'>;

/**
 * Reads a body by the settings and by what its columns show.
 *
 * @throws Refusal (exit 3): each way of being no case counts has its own cause
 */
export async function parseSnapshot(
  { source, findings }: OpenedBody,
  options: ParseOptions,
): Promise<ParsedSnapshot> {
  const read = await readTable(source, options.settings);
  refuseWithoutRows(read, options);
  const interpretation = await interpret(read, options);
  refuseManyUnreadable(interpretation, read.table.rowCount, options);
  return {
    rowKind: read.reading.rowKind,
    keyedBy: read.reading.id === undefined ? 'name' : 'id',
    rowCount: read.table.rowCount,
    ...interpretation,
    findings: [...findings, ...interpretation.findings],
  };
}

/** Only the way of reading that a sheet needs is loaded. */
async function interpret({ table, reading }: ReadTable, rules: RowRules): Promise<Interpretation> {
  const reader = new RowReader(table, reading, rules);
  if (reading.rowKind === 'case') {
    const { readCases } = await import('./read-cases.ts');
    return readCases(reader);
  }
  const { readPlaces } = await import('./read-places.ts');
  return readPlaces(reader);
}

function refuseWithoutRows({ table }: ReadTable, { allowEmpty }: ParseOptions): void {
  if (table.rowCount > 0 || allowEmpty) return;
  throw reject('header-only', 'The source has a header and not one row', { line: 1 });
}

function refuseManyUnreadable(
  { unreadable, rows, notReported }: Interpretation,
  rowCount: number,
  { limits }: ParseOptions,
): void {
  const isMany =
    unreadable.length > limits.unreadableRows &&
    unreadable.length > rowCount * limits.unreadableShare;
  const isNothingElse = rows.length + notReported.length === 0;
  const first = unreadable[0];
  if (!(isMany || isNothingElse) || !first) return;
  throw reject(
    'unreadable-rows',
    `${unreadable.length} of ${rowCount} rows cannot be read; the first is line ${first.line}, where column "${first.column}" holds "${first.value}", which is no ${first.what}`,
    { line: first.line, column: first.column, value: first.value },
  );
}
