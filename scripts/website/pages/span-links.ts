import { type ChartSpans, chartSpans } from '../../../site/shared/charts/chart-spans.ts';
import { type ReportingDate, reportingDate } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import { type SiteData, schoolYearNow } from '../site-data.ts';

/** The links by which a reader chooses how far back charts reach, as they are in one span. */
export interface SpanLinks {
  readonly key: string;
  readonly isFirst: boolean;
  readonly links: readonly {
    /** Of the span; in addresses, behind `#span-`. */
    readonly key: string;
    readonly label: string;
    readonly isCurrent: boolean;
  }[];
}

/** How far back the site's charts can reach; undefined while nothing has been read. */
export function spansOf(data: SiteData): ChartSpans | undefined {
  const { lastDay, ledger } = data;
  const [first] = ledger.days;
  if (!first || !lastDay) return undefined;
  return chartSpans({ from: first.date, to: lastDay.date }, yearBegan(data));
}

/**
 * The first day of the school year; before the first one, that of the record. null: the settings name
 * no years, or nothing has been read.
 */
export function yearBegan(data: SiteData): ReportingDate | null {
  const [first] = data.ledger.days;
  if (!first || data.settings.schoolYears.length === 0) return null;
  return reportingDate(schoolYearNow(data)?.firstDay ?? first.date);
}

/** What a span is called. */
export function spanLabel(data: SiteData, key: string, { text }: Edition): string {
  const year = schoolYearNow(data);
  if (key === 'all') return text.chart.allTime;
  if (key === 'year') return year ? text.chart.yearOf(year.name) : text.chart.months;
  return text.days(Number(key));
}

/** The links of every span; none where there is no choice. */
export function spanLinks(
  data: SiteData,
  { choices, first }: ChartSpans,
  edition: Edition,
): readonly SpanLinks[] {
  if (choices.length < 2) return [];
  return choices.map(({ key }) => ({
    key,
    isFirst: key === first,
    links: choices.map((choice) => ({
      key: choice.key,
      label: spanLabel(data, choice.key, edition),
      isCurrent: choice.key === key,
    })),
  }));
}
