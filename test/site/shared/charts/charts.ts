import type { CaseHistory } from '../../../../site/shared/charts/case-history.ts';
import type { Chart, Days, MarkKind } from '../../../../site/shared/charts/chart.ts';
import { historyOf, weeklyReports } from '../../../../site/shared/charts/weekly-reports.ts';
import type { Span } from '../../../../site/shared/spans.ts';
import { addDays, reportingDate } from '../../../../site/shared/time.ts';

export const labels = {
  month: (date: string) => date.slice(0, 7),
  dayOfMonth: (date: string) => date.slice(5),
  number: String,
};

/** A date, the days its figure stands for, and the figure. */
export type Written = readonly [date: string, days: number, newCases: number];

export const spans = (...list: readonly Written[]): Span[] =>
  list.map(([date, days, newCases]) => ({ date: reportingDate(date), days, newCases }));

export const history = (...list: readonly Written[]): CaseHistory =>
  historyOf(spans(...list), new Map());

/** Every day from a date on, each with its figure. */
export const daily = (from: string, ...figures: readonly number[]): Span[] =>
  figures.map((newCases, index) => ({
    date: addDays(reportingDate(from), index),
    days: 1,
    newCases,
  }));

/** As charts see it, by the district's own rhythm. */
export const seen = (reads: readonly Span[]): CaseHistory => historyOf(reads, weeklyReports(reads));

export const days = (from: string, to: string): Days => ({
  from: reportingDate(from),
  to: reportingDate(to),
});

export const pathOf = (chart: Chart | undefined, kind: MarkKind) =>
  chart?.marks.find((mark) => mark.kind === kind)?.d ?? '';

/** The bars of a path by their edges. */
export function bars(path: string) {
  let [from, foot] = [0, 0];
  return [...path.matchAll(/([Mm])([-\d.]+),([-\d.]+)v([-\d.]+)h([-\d.]+)v[-\d.]+z/g)].map(
    ([, move, x, y, height, width]) => {
      [from, foot] = move === 'M' ? [Number(x), Number(y)] : [from + Number(x), foot + Number(y)];
      const [left, top] = [rounded(from), rounded(foot + Number(height))];
      return { from: left, to: rounded(from + Number(width)), foot, top };
    },
  );
}

const rounded = (value: number) => Math.round(value * 10) / 10;
