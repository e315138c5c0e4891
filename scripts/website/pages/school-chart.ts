import { barChart, unitOf } from '../../../site/shared/charts/bars.ts';
import { historyFrom } from '../../../site/shared/charts/case-history.ts';
import { historyOf, weeklyReports } from '../../../site/shared/charts/weekly-reports.ts';
import { districtSpans, schoolSpans } from '../../../site/shared/spans.ts';
import type { ReportingDate } from '../../domain/time.ts';
import type { CaseLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { type ChartsModel, readFrom, subtitleOf, viewsOf } from './chart-model.ts';
import { spanLinks, spansOf } from './span-links.ts';

/**
 * Draws charts of schools, each with new cases by report; a school's reports, elsewhere on its page,
 * are the table.
 *
 * @returns gives the chart of a school's lines (ascending); null if it has none
 */
export function schoolCharts(
  data: SiteData,
  edition: Edition,
): (lines: readonly CaseLine[]) => ChartsModel | null {
  const spans = spansOf(data);
  const to = data.lastDay?.date;
  if (!spans || !to) return () => null;
  const weekly = weeklyReports(districtSpans(data.ledger.days));
  const links = spanLinks(data, spans, edition);
  return (lines) => {
    if (lines.length === 0) return null;
    const history = historyOf(schoolSpans(data.ledger.days, lines), weekly);
    const drawn = { history, spans, to };
    const { text } = edition;
    const views = viewsOf('per-day', drawn, edition, (days) => {
      const unit = unitOf(historyFrom(history, days.from).reports);
      const own = lines.filter(({ date }) => date >= days.from);
      const sum = own.reduce((total, { newCases }) => total + newCases, 0);
      const [from, until] = [text.shortDate(days.from), text.shortDate(to)];
      return {
        chart: barChart(history, { days, labels: text, unit }),
        kind: 'reports',
        title: titleOf(own, sum, days.from, edition),
        subtitle: subtitleOf(unit, edition),
        description: text.chart.description(from, until, text.number(sum)),
      };
    });
    const subtitle = subtitleOf(unitOf(history.reports), edition);
    const chart = { subtitle, views, table: null };
    return { ...readFrom(history, edition), spans: links, charts: [chart] };
  };
}

function titleOf(
  lines: readonly CaseLine[],
  sum: number,
  from: ReportingDate,
  { text, counted }: Edition,
): string {
  return lines.length === 0
    ? text.chart.noneMessage(counted, text.shortDate(from))
    : text.chart.inReports(text.newCases(sum, counted), text.reports(lines.length));
}
