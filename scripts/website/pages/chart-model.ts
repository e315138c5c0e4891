import { barChart } from '../../../site/shared/charts/bars.ts';
import { calendarWeeks, isWhole, type Week } from '../../../site/shared/charts/calendar-weeks.ts';
import type { Chart, Mark, MarkKind } from '../../../site/shared/charts/chart.ts';
import { cumulativeChart } from '../../../site/shared/charts/cumulative.ts';
import { type DailyMean, dailyMeans } from '../../../site/shared/charts/daily-means.ts';
import { weekChart } from '../../../site/shared/charts/week-bars.ts';
import type { Span } from '../../../site/shared/spans.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { addDays } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import type { PartialContext } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/chart': ChartModel & PartialContext;
    readonly 'partials/grid': ChartGrid;
  }
}

/** A chart with its words, its legend, and perhaps the same numbers as a table. */
export interface ChartModel {
  /** Begins the ids of its parts on the page. */
  readonly id: string;
  /** What the chart says. */
  readonly title: string;
  /** What it measures. */
  readonly subtitle: string;
  /** For those who do not see it. */
  readonly description: string;
  /** Of its SVG; coordinates of marks and grid are in its units. */
  readonly viewBox: string;
  readonly grid: ChartGrid;
  readonly marks: readonly Mark[];
  readonly legend: readonly { readonly kind: MarkKind; readonly label: string }[];
  readonly table: ChartTable | null;
}

/** The lines behind a chart with their figures, and the months below it. */
export interface ChartGrid {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Where figures end, left of the lines. */
  readonly labelsEnd: number;
  readonly lines: Chart['grid'];
  readonly months: Chart['months'];
}

/** A chart's numbers. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** Page of the day, below the edition's folder; empty: none. */
    readonly path: string;
    readonly label: string;
    readonly cells: readonly string[];
  }[];
}

/** Between figures and the lines of the grid, in the chart's units. */
const LABEL_GAP = 6;

/**
 * The district's charts: by day with the mean of 7 days, by week, and added up.
 *
 * @param spans the district's days read, ascending
 * @returns those that have something to draw
 */
export function districtCharts(spans: readonly Span[], edition: Edition): readonly ChartModel[] {
  return [
    dailyModel(spans, edition),
    weeklyModel(spans, edition),
    sumModel(spans, edition),
  ].flatMap((model) => model ?? []);
}

/**
 * A school's new cases by day; its reports, elsewhere on its page, are the table.
 *
 * @param spans days with the school's new cases, ascending
 * @param reports how many lines the school has
 * @returns null where there is nothing to draw
 */
export function schoolChart(
  spans: readonly Span[],
  reports: number,
  { text, counted }: Edition,
): ChartModel | null {
  const chart = barChart(spans, [], text);
  if (!chart) return null;
  const figure = text.newCases(sumOf(spans), counted);
  return modelOf('per-day', chart, spans, text, {
    title: text.chart.inReports(figure, text.reports(reports)),
    subtitle: text.chart.perDay,
    table: null,
  });
}

function dailyModel(spans: readonly Span[], { text, counted }: Edition): ChartModel | null {
  const means = dailyMeans(spans);
  const chart = barChart(spans, means, text);
  if (!chart) return null;
  const meanOn = new Map(means.map(({ date, mean }) => [date, mean]));
  return modelOf('per-day', chart, spans, text, {
    title: dailyMessage(spans, means.at(-1), { text, counted }),
    subtitle: text.chart.perDay,
    table: {
      columns: [text.table.reported, text.table.newCases, text.chart.mean, text.table.covers],
      rows: [...spans].reverse().map(({ date, days, newCases }) => {
        const mean = meanOn.get(date);
        return {
          path: `cases/${date}/`,
          label: text.weekdayDate(date),
          cells: [
            text.signed(newCases),
            mean === undefined ? '' : text.number(mean),
            days > 1 ? text.days(days) : '',
          ],
        };
      }),
    },
  });
}

/** The mean of the last 7 days; where one of them was not read, the highest figure. */
function dailyMessage(
  spans: readonly Span[],
  mean: DailyMean | undefined,
  { text, counted }: Pick<Edition, 'text' | 'counted'>,
): string {
  const last = spans.at(-1);
  if (mean && mean.date === last?.date) {
    const figure = text.newCases(Math.round(mean.mean * 10) / 10, counted);
    return text.chart.meanMessage(figure, text.shortDate(mean.date));
  }
  const [first = last, ...others] = spans;
  const most = others.reduce((a, b) => (a && b.newCases <= a.newCases ? a : b), first);
  if (!most || most.newCases <= 0) return text.chart.noneMessage(counted);
  return text.chart.mostMessage(text.newCases(most.newCases, counted), text.shortDate(most.date));
}

function weeklyModel(spans: readonly Span[], edition: Edition): ChartModel | null {
  const { text } = edition;
  const weeks = calendarWeeks(spans);
  const chart = weekChart(weeks, text);
  if (!chart) return null;
  return modelOf('by-week', chart, spans, text, {
    title: weeklyMessage(weeks, edition),
    subtitle: text.chart.byWeek,
    table: {
      columns: [text.table.weekFrom, text.table.newCases, text.table.covers],
      rows: [...weeks].reverse().map((week) => ({
        path: '',
        label: text.shortDate(week.monday),
        cells: week.read
          ? [
              text.signed(week.read.newCases),
              isWhole(week)
                ? ''
                : text.chart.fromTo(text.shortDate(week.read.from), text.shortDate(week.read.to)),
            ]
          : [text.notRead, ''],
      })),
    },
  });
}

/** The last whole week, compared with the one before where that is whole too. */
function weeklyMessage(weeks: readonly Week[], { text, counted }: Edition): string {
  const index = weeks.findLastIndex(isWhole);
  const [before, week] = [weeks[index - 1], weeks[index]];
  if (!week?.read) return text.chart.weeksMessage(counted);
  const figure = text.newCases(week.read.newCases, counted);
  const monday = text.shortDate(week.monday);
  if (!before?.read || !isWhole(before)) return text.chart.weekMessage(figure, monday);
  const change = week.read.newCases - before.read.newCases;
  return text.chart.weekChangeMessage(figure, monday, change);
}

function sumModel(spans: readonly Span[], { text, counted }: Edition): ChartModel | null {
  const chart = cumulativeChart(spans, text);
  const first = spans[0];
  if (!chart || !first) return null;
  let sum = 0;
  const rows = spans.map((span) => {
    sum += span.newCases;
    return { ...span, sum };
  });
  const figure = text.newCases(sum, counted);
  return modelOf('added-up', chart, spans, text, {
    title: text.chart.sumMessage(figure, text.shortDate(addDays(first.date, 1 - first.days))),
    subtitle: text.chart.cumulative,
    table: {
      columns: [text.table.reported, text.table.soFar],
      rows: rows
        .filter(({ newCases }) => newCases !== 0)
        .reverse()
        .map((row) => ({
          path: `cases/${row.date}/`,
          label: text.weekdayDate(row.date),
          cells: [text.number(row.sum)],
        })),
    },
  });
}

function modelOf(
  id: string,
  chart: Chart,
  spans: readonly Span[],
  text: Language,
  words: Pick<ChartModel, 'title' | 'subtitle' | 'table'>,
): ChartModel {
  const [first, last] = [spans[0], spans.at(-1)];
  const [from, to] = [first, last].map((span) => (span ? text.shortDate(span.date) : ''));
  const { axis, ...kinds } = text.chart.legend;
  const hasGap = spans.some(({ days }) => days > 1);
  return {
    ...words,
    id,
    viewBox: chart.viewBox,
    grid: gridOf(chart),
    marks: chart.marks,
    description: text.chart.description(from ?? '', to ?? '', text.number(sumOf(spans))),
    legend: [
      ...chart.marks.flatMap(({ kind }) =>
        kind === 'axis' || kind === 'sum' ? [] : [{ kind, label: kinds[kind] }],
      ),
      ...(hasGap ? [{ kind: 'axis' as const, label: axis }] : []),
    ],
  };
}

function gridOf({ left, right, bottom, grid, months }: Chart): ChartGrid {
  return { left, right, bottom, labelsEnd: left - LABEL_GAP, lines: grid, months };
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((total, span) => total + span.newCases, 0);
}
