import type { SchoolId } from '../domain/school-id.ts';
import type { ReportingDate } from '../domain/time.ts';
import { type CaseLine, type DayLine, emptyLedger, type Ledger, type School } from './model.ts';
import { firstDayOf2122, readWideTable, type WideRow, type WideTable } from './wide-table.ts';

/** A total in the imported file that does not match the sum of the file's own days. */
export interface Mismatch {
  readonly id: SchoolId;
  readonly name: string;
  readonly column: 'gTotal' | 'preSY2122';
  /** What the file says (cases). */
  readonly said: number;
  /** What its days add up to (cases). */
  readonly added: number;
}

/** What an import read, and which of the file's totals did not add up. */
export interface ImportReport {
  readonly schools: number;
  readonly days: number;
  readonly firstDate: ReportingDate;
  readonly lastDate: ReportingDate;
  /** Cases of all days together. */
  readonly newCases: number;
  /** All-time total, baselines included. */
  readonly totalCases: number;
  /** A mismatch of `gTotal` becomes the school's baseline; one of `preSY2122` is only reported. */
  readonly mismatches: readonly Mismatch[];
}

/**
 * Starts a ledger from a history in the wide format of the original tracker. Every daily figure
 * becomes a line of update 0; the part of a total that its days do not explain becomes the school's
 * baseline, which can be negative.
 *
 * @param schoolYears first days (YYYY-MM-DD), ascending, for checking `preSY2122`
 * @throws Refusal (exit 2) for a file that cannot be read
 */
export function importWide(
  text: string,
  schoolYears: readonly string[],
): { readonly ledger: Ledger; readonly report: ImportReport } {
  const table = readWideTable(text);
  const rows = [...table.rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const schools = new Map(rows.map((row) => [row.id, schoolOf(row)]));
  const cases = casesOf(table, rows);
  const days = daysOf(table, rows, schools);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) throw new RangeError('a history without days');
  return {
    ledger: { ...emptyLedger, schools, cases, days },
    report: {
      schools: schools.size,
      days: days.length,
      firstDate: first.date,
      lastDate: last.date,
      newCases: days.reduce((sum, day) => sum + day.newCases, 0),
      totalCases: last.totalCases,
      mismatches: rows.flatMap((row) => mismatches(row, table, schoolYears)),
    },
  };
}

function schoolOf(row: WideRow): School {
  const { id, name, latitude, longitude, enrollment, vaccinatedOneDose, vaccinatedComplete } = row;
  const isWhole = latitude !== null && longitude !== null;
  return {
    id,
    name,
    latitude: isWhole ? latitude : null,
    longitude: isWhole ? longitude : null,
    enrollment,
    vaccinatedOneDose,
    vaccinatedComplete,
    baselineCases: row.total - sum(row.days),
    aliases: [],
  };
}

function casesOf({ dates }: WideTable, rows: readonly WideRow[]): readonly CaseLine[] {
  const totals = new Map(rows.map((row) => [row.id, row.total - sum(row.days)]));
  return dates.flatMap((date, index) =>
    rows.flatMap((row) => {
      const newCases = row.days[index] ?? 0;
      if (newCases === 0) return [];
      const totalCases = (totals.get(row.id) ?? 0) + newCases;
      totals.set(row.id, totalCases);
      return [{ date, update: 0, schoolId: row.id, newCases, totalCases }];
    }),
  );
}

function daysOf(
  { dates }: WideTable,
  rows: readonly WideRow[],
  schools: ReadonlyMap<SchoolId, School>,
): readonly DayLine[] {
  let total = sum([...schools.values()].map((school) => school.baselineCases ?? 0));
  return dates.map((date, index) => {
    const changes = rows.map((row) => row.days[index] ?? 0).filter((change) => change !== 0);
    total += sum(changes);
    return {
      date,
      firstReadAt: null,
      newCases: sum(changes),
      totalCases: total,
      schoolsChanged: changes.length,
      districtTotal: null,
    };
  });
}

function mismatches(
  row: WideRow,
  { dates, isOf2122 }: WideTable,
  schoolYears: readonly string[],
): readonly Mismatch[] {
  const found: Mismatch[] = [];
  const added = sum(row.days);
  const { id, name } = row;
  if (row.total !== added) found.push({ id, name, column: 'gTotal', said: row.total, added });
  const last = dates.at(-1) ?? '';
  const firstDay = isOf2122
    ? firstDayOf2122(schoolYears)
    : schoolYears.findLast((day) => day <= last);
  if (row.beforeSchoolYear !== null && firstDay !== undefined) {
    const before = sum(row.days.filter((_, index) => (dates[index] ?? '') < firstDay));
    const withBaseline = before + row.total - added;
    if (row.beforeSchoolYear !== withBaseline) {
      found.push({
        id,
        name,
        column: 'preSY2122',
        said: row.beforeSchoolYear,
        added: withBaseline,
      });
    }
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
