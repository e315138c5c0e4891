import { barChart, unitOf } from '../../../site/shared/charts/bars.ts';
import {
  calendarWeeks,
  DAYS_OF_WEEK,
  isWhole,
  type Week,
} from '../../../site/shared/charts/calendar-weeks.ts';
import { historyFrom } from '../../../site/shared/charts/case-history.ts';
import type { Days } from '../../../site/shared/charts/chart.ts';
import { cumulativeChart } from '../../../site/shared/charts/cumulative.ts';
import { type DailyMean, dailyMeans } from '../../../site/shared/charts/daily-means.ts';
import { weeksFrom } from '../../../site/shared/charts/stops.ts';
import { weekChart } from '../../../site/shared/charts/week-bars.ts';
import { historyOf, weeklyReports } from '../../../site/shared/charts/weekly-reports.ts';
import { districtSpans, type Span } from '../../../site/shared/spans.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import {
  type ChartModel,
  type ChartsModel,
  type ChartTable,
  type Drawn,
  readFrom,
  subtitleOf,
  viewsOf,
} from './chart-model.ts';
import { spanLinks, spansOf } from './span-links.ts';

/**
 * The district's charts: by report with the mean of 7 days, by week, and added up; without weeks where
 * every report covers about one already.
 *
 * @returns null while nothing has been read
 */
export function districtCharts(data: SiteData, edition: Edition): ChartsModel | null {
  const reads = districtSpans(data.ledger.days);
  const spans = spansOf(data);
  if (!spans || !data.lastDay) return null;
  const history = historyOf(reads, weeklyReports(reads));
  const drawn = { history, spans, to: data.lastDay.date };
  const isByDay = unitOf(history.reports) === 'day';
  return {
    ...readFrom(history, edition),
    spans: spanLinks(data, spans, edition),
    charts: [
      dailyModel(drawn, edition),
      ...(isByDay ? [weeklyModel(drawn, edition)] : []),
      sumModel(drawn, edition),
    ],
  };
}

function dailyModel(drawn: Drawn, edition: Edition): ChartModel {
  const { text } = edition;
  const { reads } = drawn.history;
  const means = dailyMeans(reads);
  const views = viewsOf('per-day', drawn, edition, (days) => {
    const { reports } = historyFrom(drawn.history, days.from);
    const unit = unitOf(reports);
    const isByDay = unit === 'day';
    return {
      // A mean per day has no place beside the figures of weeks.
      chart: barChart(drawn.history, { days, labels: text, unit, ...(isByDay ? { means } : {}) }),
      kind: isByDay ? 'means' : 'reports',
      title: dailyMessage(reports, isByDay ? means.at(-1) : undefined, days, edition),
      subtitle: subtitleOf(unit, edition),
      description: describe(days, reports, edition),
    };
  });
  const subtitle = subtitleOf(unitOf(drawn.history.reports), edition);
  return { subtitle, views, table: dailyTable(reads, means, edition) };
}

/** The mean of the last 7 days; where one of them was not read, the last week's or the highest figure. */
function dailyMessage(
  reports: readonly Span[],
  mean: DailyMean | undefined,
  days: Days,
  { text, counted }: Edition,
): string {
  if (mean && mean.date === days.to) {
    const figure = text.newCases(Math.round(mean.mean * 10) / 10, counted);
    return text.chart.meanMessage(figure, text.shortDate(mean.date));
  }
  const last = reports.findLast((report) => report.days > 1);
  if (last?.days === DAYS_OF_WEEK && unitOf(reports) === 'report') {
    return text.chart.weekToMessage(
      text.newCases(last.newCases, counted),
      text.shortDate(last.date),
    );
  }
  const [first, ...others] = reports;
  const most = others.reduce((a, b) => (a && b.newCases <= a.newCases ? a : b), first);
  if (!most || most.newCases <= 0) {
    return text.chart.noneMessage(counted, text.shortDate(days.from));
  }
  return text.chart.mostMessage(text.newCases(most.newCases, counted), text.shortDate(most.date));
}

function dailyTable(
  reads: readonly Span[],
  means: readonly DailyMean[],
  { text }: Edition,
): ChartTable {
  const meanOn = new Map(means.map(({ date, mean }) => [date, mean]));
  return {
    columns: [text.table.reported, text.table.newCases, text.chart.mean, text.table.covers],
    rows: [...reads].reverse().map(({ date, days, newCases }) => {
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
  };
}

function weeklyModel(drawn: Drawn, edition: Edition): ChartModel {
  const { text } = edition;
  const { reads } = drawn.history;
  const views = viewsOf('by-week', drawn, edition, (days) => {
    const weeks = weeksFrom(reads, days.from);
    // The first week is whole, and so may begin before the span, but not before the record.
    const [week, first = days.from] = [weeks[0], reads[0]?.date];
    const begins = week && week.monday > first ? week.monday : first;
    return {
      begins,
      chart: weekChart(weeks, days, text),
      kind: 'weeks',
      title: weeklyMessage(weeks, edition),
      subtitle: text.chart.byWeek,
      description: describe(
        { ...days, from: begins },
        historyFrom(drawn.history, begins).reads,
        edition,
      ),
    };
  });
  return { subtitle: text.chart.byWeek, views, table: weeklyTable(calendarWeeks(reads), text) };
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

function weeklyTable(weeks: readonly Week[], text: Language): ChartTable {
  return {
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
  };
}

function sumModel(drawn: Drawn, edition: Edition): ChartModel {
  const { text, counted } = edition;
  const { reads } = drawn.history;
  const views = viewsOf('added-up', drawn, edition, (days) => {
    const own = historyFrom(drawn.history, days.from).reads;
    const figure = text.newCases(sumOf(own), counted);
    return {
      chart: cumulativeChart(own, days, text),
      kind: 'sum',
      title: text.chart.sumMessage(figure, text.shortDate(days.from)),
      subtitle: text.chart.cumulative,
      description: describe(days, own, edition),
    };
  });
  return { subtitle: text.chart.cumulative, views, table: sumTable(reads, text) };
}

function sumTable(reads: readonly Span[], text: Language): ChartTable {
  let sum = 0;
  const rows = reads.map((read) => {
    sum += read.newCases;
    return { ...read, sum };
  });
  return {
    columns: [text.table.reported, text.table.soFar],
    rows: rows
      .filter(({ newCases }) => newCases !== 0)
      .reverse()
      .map((row) => ({
        path: `cases/${row.date}/`,
        label: text.weekdayDate(row.date),
        cells: [text.number(row.sum)],
      })),
  };
}

function describe({ from, to }: Days, figures: readonly Span[], { text }: Edition): string {
  const sum = text.number(sumOf(figures));
  return text.chart.description(text.shortDate(from), text.shortDate(to), sum);
}

function sumOf(figures: readonly Span[]): number {
  return figures.reduce((sum, { newCases }) => sum + newCases, 0);
}
