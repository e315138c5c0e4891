import { barChart, cumulativeChart, type Span } from '../charts/bars.ts';
import type { Language } from '../language/en.ts';

/** A chart with its words and the same numbers as a table. */
export function chartModel(spans: readonly Span[], id: string, text: Language) {
  const [first, last] = [spans[0], spans.at(-1)];
  const chart = barChart(spans, text.month, text.number);
  if (!chart || !first || !last) return null;
  const sum = spans.reduce((total, span) => total + span.newCases, 0);
  const changed = spans.filter((span) => span.newCases !== 0);
  return {
    id,
    chart,
    title: text.chart.perDay,
    note: text.chart.perDayNote,
    description: text.chart.description(
      text.shortDate(first.date),
      text.shortDate(last.date),
      text.number(sum),
    ),
    tableLabel: text.chart.table,
    rows: [...changed].reverse().map((span) => ({
      date: text.weekdayDate(span.date),
      path: `cases/${span.date}/`,
      newCases: text.signed(span.newCases),
      days: span.days > 1 ? text.days(span.days) : '',
    })),
    leftOut: text.chart.noChange(spans.length - changed.length),
  };
}

/** New cases added up since the record began. */
export function cumulativeModel(spans: readonly Span[], id: string, text: Language) {
  const [first, last] = [spans[0], spans.at(-1)];
  const chart = cumulativeChart(spans, text.month, text.number);
  if (!chart || !first || !last) return null;
  const sum = spans.reduce((total, span) => total + span.newCases, 0);
  const [from, to] = [text.shortDate(first.date), text.shortDate(last.date)];
  const description = text.chart.description(from, to, text.number(sum));
  return { id, chart, title: text.chart.cumulative, description };
}
