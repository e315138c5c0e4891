import { cumulativeCount } from '../domain/count.ts';
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
export type ParsedSnapshot = Omit<Snapshot, 'bodySha256' | 'address' | 'isSpare'>;

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
  refuseWithoutPlaces(interpretation, read, options);
  refuseExcess(interpretation);
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
    `${unreadable.length} of ${rowCount} rows cannot be read; the first is line ${first.line}, where column "${first.column}" holds "${first.value}", which is not a valid ${first.what}`,
    { line: first.line, column: first.column, value: first.value },
  );
}

/** On a first read: later, a guard finds that every place is gone. */
function refuseWithoutPlaces(
  { rows, notReported, unreadable, noPlaces, rowsWithoutId }: Interpretation,
  { table }: ReadTable,
  { known }: ParseOptions,
): void {
  if (!known.isEmpty || table.rowCount === 0) return;
  if (rows.length + notReported.length + unreadable.length > 0) return;
  const kinds = [
    [noPlaces.filter(({ kind }) => kind !== 'note').length, 'taken for totals'],
    [noPlaces.filter(({ kind }) => kind === 'note').length, 'without a figure'],
    [rowsWithoutId, 'without an id or name'],
  ] as const;
  const found = kinds.flatMap(([count, what]) => (count > 0 ? [`${count} are ${what}`] : []));
  const why = found.length > 0 ? `: ${found.join(', ')}` : '';
  const message = `Not one of the ${table.rowCount} rows of the source is a place${why}`;
  throw reject('misread-rows', message);
}

/** Each count may fit the ledger while their sum does not. */
function refuseExcess({ rows }: Interpretation): void {
  const sum = rows.reduce((total, { count }) => total + count, 0);
  if (cumulativeCount(sum) !== undefined) return;
  const message = `The counts of the source add up to ${sum}, more than any count`;
  throw reject('unreadable-rows', message, { value: String(sum) });
}
