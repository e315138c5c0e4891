import type { ReportingDate } from '../../domain/time.ts';
import type { Cell } from '../../ledger/csv-file.ts';
import type { School } from '../../ledger/model.ts';
import { rollingTotal, totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import type { SiteData } from '../site-data.ts';
import { schoolYearNow } from '../site-data.ts';
import { publishedCsv } from './ledger-tables.ts';

const DECIMALS_OF_A_MEAN = 9;

/**
 * The three files of the original tracker, so that what was built on them keeps working.
 *
 * @returns path below the site → CSV
 */
export function originalTables(data: SiteData): ReadonlyMap<string, string> {
  const wide = wideTable(data);
  const turned = (wide[0] ?? []).map((_, column) => wide.map((row) => row[column] ?? ''));
  return new Map([
    ['data/allCpsCovidData.csv', publishedCsv(wide)],
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
