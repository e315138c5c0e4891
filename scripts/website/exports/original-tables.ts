import type { ReportingDate } from '../../domain/time.ts';
import type { Cell } from '../../ledger/csv-file.ts';
import type { School } from '../../ledger/model.ts';
import { rollingTotal, totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import { firstDayOf2122 } from '../../ledger/wide-table.ts';
import type { SiteData } from '../site-data.ts';
import { schoolYearNow } from '../site-data.ts';
import { publishedCsv } from './ledger-tables.ts';

const DECIMALS_OF_A_MEAN = 9;

/**
 * The three files of the original tracker, and its wide table in the later layout, without which its
 * front end of 2022 draws no dot: what was built on them keeps working.
 *
 * @returns path below the site → CSV
 */
export function originalTables(data: SiteData): ReadonlyMap<string, string> {
  const wide = wideTable(data);
  const turned = (wide[0] ?? []).map((_, column) => wide.map((row) => row[column] ?? ''));
  return new Map([
    ['data/allCpsCovidData.csv', publishedCsv(wide)],
    ['data/allCpsCovidData2022.csv', publishedCsv(laterWideTable(data))],
    ['data/newFormatTest.csv', publishedCsv(turned)],
    ['data/CPStotals.csv', publishedCsv(districtTable(data))],
  ]);
}

/** A row per school, by name; a column per day that was read, 0 where the school has no line. */
function wideTable(data: SiteData): readonly (readonly Cell[])[] {
  const { ledger } = data;
  const dates = ledger.days.map((day) => compact(day.date));
  const header = [
    'School',
    'Latitude',
    'Longitude',
    'CPS_School_ID',
    ...WINDOWS.map((days) => `${days}Total`),
    'gTotal',
    'preSY2122',
    ...dates,
  ];
  const yearBegan = schoolYearNow(data)?.firstDay;
  return [header, ...data.entries.map((school) => wideRow(data, school, yearBegan))];
}

/** The columns that the original put before a row's windows, and after `preSY2122`. */
const OF_PEOPLE = ['Student_Count', 'Vax_First_Dose', 'Vax_Complete'];
const OF_2122 = ['SY2122', 'Summer_22'];
/** No session of the school year 2021–22 begins as late as this. */
const SUMMER_22 = '2022-07-01';
const BEFORE_WINDOWS = 4;
const BEFORE_YEAR = BEFORE_WINDOWS + WINDOWS.length + 1;

/** The wide table with the columns of its last layout; a figure that is not known is blank. */
function laterWideTable(data: SiteData): readonly (readonly Cell[])[] {
  const [header = [], ...rows] = wideTable(data);
  const spans = spansOf2122(data);
  const later = (row: readonly Cell[], people: readonly Cell[], years: readonly Cell[]) => [
    ...row.slice(0, BEFORE_WINDOWS),
    ...people,
    ...row.slice(BEFORE_WINDOWS, BEFORE_YEAR),
    ...years,
    ...row.slice(BEFORE_YEAR + 1),
  ];
  return [
    later(header, OF_PEOPLE, ['preSY2122', ...OF_2122]),
    ...data.entries.map((school, index) => {
      const { enrollment, vaccinatedOneDose, vaccinatedComplete } = school;
      const people = [enrollment, vaccinatedOneDose, vaccinatedComplete];
      return later(rows[index] ?? [], people, casesOf2122(data, school, spans));
    }),
  ];
}

/** When the school year 2021–22 began and ended, and when the next began. */
interface SpansOf2122 {
  readonly from: string;
  /** Last day of its sessions; undefined where the settings name none: it has no summer then. */
  readonly to: string | undefined;
  readonly next: string | undefined;
}

function spansOf2122({ settings }: SiteData): SpansOf2122 | undefined {
  const firstDays = settings.schoolYears.map(({ firstDay }) => firstDay);
  const from = firstDayOf2122(firstDays);
  if (from === undefined) return undefined;
  const sessions = settings.sessions.filter((session) => session.from >= from);
  const ends = sessions.filter((session) => session.from < SUMMER_22).map(({ to }) => to);
  // Settings may name the next year's sessions and not yet the year itself.
  const next = [...firstDays, ...sessions.map((session) => session.from).sort()].find(
    (day) => day >= SUMMER_22,
  );
  return { from, to: ends.sort().at(-1), next };
}

/** A school's cases before the school year 2021–22, in it, and in the summer after it. */
function casesOf2122(
  data: SiteData,
  { id }: School,
  spans: SpansOf2122 | undefined,
): readonly Cell[] {
  if (!spans) return [null, null, null];
  const lines = data.linesOf.get(id) ?? [];
  const { from, next } = spans;
  const since = totalSince(lines, from) - (next === undefined ? 0 : totalSince(lines, next));
  const summer = lines
    .filter(({ date }) => spans.to !== undefined && date > spans.to)
    .filter(({ date }) => next === undefined || date < next)
    .reduce((sum, line) => sum + line.newCases, 0);
  const total = data.totals.get(id) ?? 0;
  return [total - totalSince(lines, from), since - summer, summer];
}

function wideRow(data: SiteData, school: School, yearBegan: string | undefined): readonly Cell[] {
  const { ledger, lastDay } = data;
  const lines = data.linesOf.get(school.id) ?? [];
  const total = data.totals.get(school.id) ?? 0;
  const days: number[] = new Array(ledger.days.length).fill(0);
  for (const line of lines) {
    const index = data.dayIndex.get(line.date) ?? 0;
    days[index] = (days[index] ?? 0) + line.newCases;
  }
  return [
    ledger.schools.get(school.id)?.name ?? school.name,
    school.latitude,
    school.longitude,
    school.id,
    ...WINDOWS.map((length) => (lastDay ? rollingTotal(lines, lastDay.date, length) : 0)),
    total,
    yearBegan === undefined ? 0 : total - totalSince(lines, yearBegan),
    ...days,
  ];
}

/** A row per day that was read; `running` sums `daily`, so baselines are left out. */
function districtTable({ ledger }: SiteData): readonly (readonly Cell[])[] {
  const header = ['date', 'daily', 'running', '7DaySum', '7DayAvg', '14DaySum', '14DayAvg'];
  let running = 0;
  const rows = ledger.days.map((day, index) => {
    running += day.newCases;
    const upToNow = ledger.days.slice(Math.max(0, index - 13), index + 1);
    const week = rollingTotal(upToNow, day.date, 7);
    const fortnight = rollingTotal(upToNow, day.date, 14);
    return [
      compact(day.date),
      day.newCases,
      running,
      week,
      mean(week, 7),
      fortnight,
      mean(fortnight, 14),
    ];
  });
  return [header, ...rows];
}

function mean(sum: number, days: number): number {
  return Number((sum / days).toFixed(DECIMALS_OF_A_MEAN));
}

function compact(date: ReportingDate): string {
  return date.replaceAll('-', '');
}
