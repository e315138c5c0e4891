import { countReader } from '../../source/count-cells.ts';
import { isDateHeading } from '../../source/dates.ts';
import type { ColumnProfile } from './column-profiles.ts';
import { isIdHeading, suggests } from './heading-words.ts';
import { namesPeriod, periodOrder, periodPattern, withoutPeriod } from './periods.ts';
import { numbersCases, type ProfiledTable } from './propose-names.ts';

/** Columns that may together hold the places' counts. */
export interface CountProposal {
  readonly columns: readonly ColumnProfile[];
  /** As the settings name them: headings, or patterns where more such columns will come. */
  readonly names: readonly string[];
  /** Nothing in the headings says that these are counts of cases. */
  readonly isGuess: boolean;
}

/** A column of counts for each date. */
export function datedColumns({ columns }: ProfiledTable): readonly ColumnProfile[] {
  return columns.filter(
    ({ kind, heading }) => (kind === 'number' || kind === 'blank') && isDateHeading(heading),
  );
}

/**
 * The columns that may hold counts, the likeliest first; more than one proposal where the headings
 * do not say which is meant.
 *
 * @param counting what the figures are: since the beginning, or new on the row's day
 * @param others columns that are something else
 */
export function proposeCounts(
  sheet: ProfiledTable,
  counting: 'cumulative' | 'new',
  others: readonly (ColumnProfile | undefined)[],
): readonly CountProposal[] {
  const numbers = sheet.columns.filter(
    (column) =>
      column.kind === 'number' &&
      !others.includes(column) &&
      !isDateHeading(column.heading) &&
      mayCount(column) &&
      !sheet.columns.some(
        (place) =>
          (place.kind === 'text' || place.kind === 'code') && numbersCases(sheet, column, place),
      ),
  );
  // A column of cases that are fractions is tried, to be refused in the source layer's own words.
  if (numbers.length === 0) {
    const fractions = sheet.columns.filter(
      (column) =>
        column.kind === 'fraction' && mayCount(column) && suggests(column.heading, 'case'),
    );
    return fractions.map((column) => proposal([column], false));
  }
  const isWindow = ({ heading }: ColumnProfile) => suggests(heading, 'window');
  const isTotal = ({ heading }: ColumnProfile) => suggests(heading, 'total');
  const fitting =
    counting === 'new'
      ? numbers.filter((column) => isWindow(column) || !isTotal(column))
      : numbers.filter((column) => !isWindow(column));
  const found = choose(sheet, fitting);
  if (found.length > 0 || counting === 'new') return found;
  // Figures of a day or a week are no running totals, but somebody may know better.
  return choose(sheet, numbers).map((proposal) => ({ ...proposal, isGuess: true }));
}

function mayCount({ heading, numbersRows, distinct }: ColumnProfile): boolean {
  if (isIdHeading(heading) || heading === '' || heading.startsWith('_')) return false;
  if (suggests(heading, 'never') || heading.includes('%')) return false;
  if (suggests(heading, 'other') && !suggests(heading, 'case')) return false;
  return !(numbersRows && distinct >= MANY);
}

/** So many rows are not numbered by chance. */
const MANY = 20;

/** Columns of figures between which somebody may choose. */
const MOST_COLUMNS = 12;
/** Kinds of figures that a table has for each span of time. */
const MOST_KINDS = 6;

function choose(sheet: ProfiledTable, columns: readonly ColumnProfile[]): readonly CountProposal[] {
  if (columns.length === 0) return [];
  // Nobody could choose between so many, and trying them all would take for ever.
  const isMany = columns.length > MOST_COLUMNS;
  const sum = isMany ? undefined : columns.find((one) => isSumOfOthers(sheet, one, columns));
  if (sum) return [proposal([sum], false)];
  const family = periodFamily(sheet, columns);
  if (family) return family;
  const isPart = ({ heading }: ColumnProfile) => suggests(heading, 'part');
  const isCase = ({ heading }: ColumnProfile) => suggests(heading, 'case');
  const isTotal = ({ heading }: ColumnProfile) => suggests(heading, 'total');
  const whole = columns.filter((column) => !isPart(column));
  const sure = whole.filter((column) => isCase(column) && isTotal(column));
  const likely = whole.filter((column) => isCase(column) || isTotal(column));
  const parts = columns.filter(isPart);
  for (const group of [sure, likely]) {
    const [only] = group;
    // One part beside a count is likelier the number of pupils than a part of the count.
    const rival = parts.length > 1 && group === likely ? [proposal(parts, false)] : [];
    if (only && group.length === 1) return [proposal([only], false), ...rival];
    if (group.length > 1 && !isMany) return [...each(group, false), proposal(group, false)];
  }
  if (parts.length > 1 || parts.some(isCase)) return [proposal(parts, false)];
  const [only] = columns;
  if (only && columns.length === 1) return [proposal([only], true)];
  return isMany ? [] : [...each(columns, true), proposal(columns, true)];
}

function each(columns: readonly ColumnProfile[], isGuess: boolean): readonly CountProposal[] {
  return columns.map((column) => proposal([column], isGuess));
}

function proposal(columns: readonly ColumnProfile[], isGuess: boolean): CountProposal {
  return { columns, names: columns.map(({ heading }) => heading), isGuess };
}

/** A column that is the sum of its parts, row for row, where there is anything to sum. */
function isSumOfOthers(
  sheet: ProfiledTable,
  sum: ColumnProfile,
  columns: readonly ColumnProfile[],
): boolean {
  const others = columns.filter((column) => column !== sum);
  const named = others.filter(({ heading }) => suggests(heading, 'part'));
  const parts = named.length > 1 ? named : others;
  if (parts.length < 2) return false;
  const figures = figuresOf(sheet, [sum, ...parts]);
  const filled = figures.filter(([total]) => (total ?? 0) > 0);
  return (
    filled.length > 1 &&
    filled.every(([total = 0, ...rest]) => rest.reduce((a, b) => a + b, 0) === total)
  );
}

/**
 * Columns that differ in their span of time only (`Q1 SY21`, `Q2 SY21`). Where they hold the new
 * cases of each span they are added up; where they never fall they may also be running totals.
 */
function periodFamily(
  sheet: ProfiledTable,
  columns: readonly ColumnProfile[],
): readonly CountProposal[] | undefined {
  const spans = columns.filter(({ heading }) => namesPeriod(heading));
  const kinds = new Set(spans.map(({ heading }) => withoutPeriod(heading)));
  if (spans.length !== columns.length || spans.length <= kinds.size || kinds.size > MOST_KINDS) {
    return undefined;
  }
  const patterns = [...new Set(spans.map(({ heading }) => periodPattern(heading)))];
  const newest = newestOfTotals(sheet, spans);
  return [
    { columns: spans, names: patterns, isGuess: false },
    ...(newest ? [proposal(newest, false)] : []),
  ];
}

/** The newest column of each kind, where the figures only rise from span to span. */
function newestOfTotals(
  sheet: ProfiledTable,
  columns: readonly ColumnProfile[],
): readonly ColumnProfile[] | undefined {
  const kinds = [...new Set(columns.map(({ heading }) => withoutPeriod(heading)))];
  const byKind = kinds.map((kind) =>
    [...columns.filter(({ heading }) => withoutPeriod(heading) === kind)].sort(byPeriod),
  );
  let [rises, falls] = [0, 0];
  for (const spans of byKind) {
    for (const figures of figuresOf(sheet, spans)) {
      for (const [at, figure] of figures.slice(1).entries()) {
        if (figure > (figures[at] ?? 0)) rises += 1;
        if (figure < (figures[at] ?? 0)) falls += 1;
      }
    }
  }
  if (falls > 0 || rises < FEW_RISES) return undefined;
  return byKind.flatMap((spans) => spans.at(-1) ?? []);
}

/** Fewer are chance. */
const FEW_RISES = 3;

/** Headings that do not say when stay in the sheet's order. */
function byPeriod(a: ColumnProfile, b: ColumnProfile): number {
  const [first, second] = [periodOrder(a.heading), periodOrder(b.heading)];
  if (!first || !second) return a.index - b.index;
  return first[0] - second[0] || first[1] - second[1];
}

function figuresOf(
  { table }: ProfiledTable,
  columns: readonly ColumnProfile[],
): readonly (readonly number[])[] {
  const read = countReader({ zero: [], unknown: [] }, []);
  return Array.from({ length: table.rowCount }, (_, row) =>
    columns.map(({ index }) => {
      const figure = read(table.cell(row, index));
      return typeof figure === 'number' ? figure : 0;
    }),
  );
}
