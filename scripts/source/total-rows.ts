import { cumulativeCount } from '../domain/count.ts';
import type { Finding } from '../domain/finding.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { RowOfNoPlace } from '../ledger/snapshot.ts';
import { reject } from './causes.ts';
import { countOfRow, hasFigure, type PlaceRow } from './place-rows.ts';
import type { RowReader } from './row-reader.ts';
import { cut } from './table.ts';

/** Parts of a sum, before it is more than chance: where several columns agree, … */
const PARTS_IN_COLUMNS = 3;
/** … where one does, and the row is new beside places that are known, … */
const PARTS_BESIDE_KNOWN = 5;
/** … and where one does, and nothing is known yet. */
const PARTS_ON_FIRST_READ = 10;
/** Rows that one subtotal sums at most. */
const LONGEST_SECTION = 500;

/**
 * Takes the rows out of a table that are totals: named so, named by the settings' `totalRow`, or
 * equal in every count column to the sum of all other rows. They are added to the reader's
 * `noPlaces`.
 *
 * @returns the rows that are left, in their order
 * @throws Refusal (exit 3) when a row may be a total or a place
 */
export function takeOutTotals(reader: RowReader, rows: readonly PlaceRow[]): readonly PlaceRow[] {
  const unnamed = rows.filter((row, index) => {
    const kind = isNamedTotal(reader, row)
      ? 'total'
      : isSubtotal(reader, rows, index)
        ? 'subtotal'
        : undefined;
    if (kind) setAside(reader, row, kind);
    return kind === undefined;
  });
  const sum = totalBySum(reader, unnamed);
  if (!sum) return unnamed;
  setAside(reader, sum, 'total');
  return unnamed.filter((row) => row !== sum);
}

/**
 * The district's own total.
 *
 * @returns null where no row shows one, or two rows differ (which is reported)
 */
export function districtTotal({ noPlaces, findings }: RowReader): number | null {
  const totals = noPlaces.filter(({ kind, count }) => kind === 'total' && count !== null);
  const figures = new Set(totals.map(({ count }) => count));
  const [first] = totals;
  if (first && figures.size < 2) return countOrFinding(first, findings);
  if (!first) return null;
  findings.push({
    level: 'warning',
    code: 'totals-differ',
    message: `The source shows several totals of the district that differ, ${[...figures].join(' and ')}: none is recorded`,
    line: first.line,
  });
  return null;
}

/** Figures of several columns may add up to more than any count. */
function countOrFinding({ count, line }: RowOfNoPlace, findings: Finding[]): number | null {
  const total = count === null ? undefined : cumulativeCount(count);
  if (total !== undefined) return total;
  const message = `The district’s total in line ${line} is ${count}, more than any count: it is not recorded`;
  findings.push({ level: 'warning', code: 'total-too-large', message, line });
  return null;
}

function setAside(reader: RowReader, row: PlaceRow, kind: 'total' | 'subtotal'): void {
  const count = row.bad ? null : countOfRow(row);
  reader.noPlaces.push({ line: row.line, text: row.name || row.id, kind, count });
}

function isNamedTotal({ judge }: RowReader, { name, id, key }: PlaceRow): boolean {
  return judge.isTotal(name) || ((name === '' || key === undefined) && judge.isTotal(id));
}

/** A row named as some total whose figures are the sum of the rows right above or below it. */
function isSubtotal(reader: RowReader, rows: readonly PlaceRow[], index: number): boolean {
  const row = rows[index];
  if (!row || !reader.judge.mentionsTotal(row.name) || !countOfRow(row)) return false;
  return [-1, 1].some((step) => sumsSection(reader, rows, index, step));
}

function sumsSection(
  { judge }: RowReader,
  rows: readonly PlaceRow[],
  index: number,
  step: number,
): boolean {
  const wanted = rows[index]?.counts ?? [];
  const sums = wanted.map(() => 0);
  for (let steps = 1; steps <= LONGEST_SECTION; steps += 1) {
    const part = rows[index + step * steps];
    if (!part || judge.mentionsTotal(part.name)) return false;
    part.counts.forEach((count, column) => {
      sums[column] = (sums[column] ?? 0) + (count ?? 0);
    });
    // One row that shows the same figure is its twin, not its part.
    if (steps > 1 && wanted.every((count, column) => sums[column] === (count ?? 0))) return true;
  }
  return false;
}

function totalBySum(reader: RowReader, rows: readonly PlaceRow[]): PlaceRow | undefined {
  const { settings, known } = reader.rules;
  // The settings say which rows are totals, or that none is.
  if (settings.totalRow !== null) return undefined;
  const figures = rows.filter(hasFigure);
  const sums = (figures[0]?.counts ?? []).map((_, column) =>
    figures.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0),
  );
  const row = figures.find(
    (candidate) =>
      Boolean(countOfRow(candidate)) &&
      candidate.counts.every((count, column) => 2 * (count ?? 0) === sums[column]),
  );
  if (!row || known.has(row.text) || known.has(normalizeName(row.name))) return undefined;
  const parts = figures.filter((part) => part !== row && Boolean(countOfRow(part))).length;
  if (parts < 2) return undefined;
  const columns = row.counts.filter((count) => Boolean(count)).length;
  const isSure = parts >= PARTS_IN_COLUMNS && (columns > 1 || row.key === undefined);
  if (isSure || parts >= (known.isEmpty ? PARTS_ON_FIRST_READ : PARTS_BESIDE_KNOWN)) return row;
  const name = cut(row.name || row.id);
  throw reject(
    'ambiguous-rows',
    `Line ${row.line}, "${name}", shows ${countOfRow(row)}, the sum of all other rows: it may be the district’s total or a place. Set "source.totalRow" to ["${name}"] if it is the total, or to [] if it is a place`,
    { line: row.line, value: name },
  );
}
