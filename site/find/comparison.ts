import type { ApiFile } from '../shared/api-schemas.ts';
import type { CaseHistory } from '../shared/charts/case-history.ts';
import type { Days } from '../shared/charts/chart.ts';
import { historyOf, weeklyReports } from '../shared/charts/weekly-reports.ts';
import type { ComparedCharts, ComparedFigures } from '../shared/compared-figures.ts';
import { districtSpans, schoolSpans } from '../shared/spans.ts';
import { reportingDate } from '../shared/time.ts';
import type { Language } from '../shared/words/en.ts';
import { fetchJson, type ListedSchool, loadSchools } from './schools-file.ts';

/** A school with its new cases for every day that was read. */
export interface ComparedSchool extends ListedSchool {
  readonly history: CaseHistory;
}

/** The schools of a comparison, in the order of the address. */
export interface Comparison {
  readonly schools: readonly ComparedSchool[];
  /** The last day read (YYYY-MM-DD), on which the windows end; null if nothing was read. */
  readonly asOf: string | null;
  /** The first and the last day read; null if nothing was read. */
  readonly record: Days | null;
}

/** The words of the comparison, as the page's `data-words` holds them. */
export type CompareWords = Language['find']['compare']['words'] & ComparedFigures & ComparedCharts;

let days: Promise<ApiFile<'days'>> | undefined;
const reports = new Map<string, Promise<ApiFile<'school'>>>();

/**
 * Loads what the site's API says about these schools; ids that it does not know are left out.
 *
 * @throws if a file cannot be fetched; the next call tries again
 */
export async function loadComparison(ids: readonly string[]): Promise<Comparison> {
  const file = await loadSchools();
  const listed = ids.flatMap((id) => file.schools.find((school) => school.id === id) ?? []);
  if (listed.length === 0) return { schools: [], asOf: file.as_of, record: null };
  days ??= fetchJson<ApiFile<'days'>>('api/v1/days.json');
  const read = await forgetting(days, () => {
    days = undefined;
  });
  const district = read.days.map((day) => ({
    date: reportingDate(day.reporting_date),
    newCases: day.new_cases,
  }));
  const weekly = weeklyReports(districtSpans(district));
  const schools = listed.map(async (school) => {
    const reads = schoolSpans(district, linesOf(await reportsOf(school.id)));
    return { ...school, history: historyOf(reads, weekly) };
  });
  const [first, last] = [district[0], district.at(-1)];
  return {
    schools: await Promise.all(schools),
    asOf: file.as_of,
    record: first && last ? { from: first.date, to: last.date } : null,
  };
}

function reportsOf(id: string): Promise<ApiFile<'school'>> {
  const asked = reports.get(id) ?? fetchJson<ApiFile<'school'>>(`api/v1/schools/${id}.json`);
  reports.set(id, asked);
  return forgetting(asked, () => reports.delete(id));
}

/** Forgets a request that failed, so that the next call makes it again. */
async function forgetting<T>(asked: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    forget();
    throw error;
  }
}

function linesOf({ reports: lines }: ApiFile<'school'>) {
  return lines.map((line) => ({
    date: reportingDate(line.reporting_date),
    newCases: line.new_cases,
  }));
}
