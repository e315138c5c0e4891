import { addDays, daysBetween, type ReportingDate } from '../time.ts';
import type { Days } from './chart.ts';

/** A choice of how far back charts reach; in addresses it is `#span-` and this. */
export type SpanKey = '30' | '90' | 'year' | 'all';

/** A choice with the first day that it shows. */
export interface ChartSpan {
  readonly key: SpanKey;
  readonly from: ReportingDate;
}

/** The choices for a record in the order of their links, the whole of it last, and the one that is shown at first. */
export interface ChartSpans {
  readonly choices: readonly ChartSpan[];
  readonly first: SpanKey;
}

/** A year that began less than this ago is too short to be looked at first. */
const SHORT_YEAR = 30;
const DAYS_OF_YEAR = 365;

/**
 * How far back charts can reach: 30 days, 90 days, the school year (12 months where no year is set),
 * and the whole record; those that are longer than the record are left out. The year is shown first,
 * once it is 30 days old.
 *
 * @param record the first and the last day read
 * @param yearBegan first day of the school year of the last day; null: no years are set
 */
export function chartSpans({ from, to }: Days, yearBegan: ReportingDate | null): ChartSpans {
  const year = yearBegan ?? addDays(to, 1 - DAYS_OF_YEAR);
  const shorter: readonly ChartSpan[] = [
    { key: '30', from: addDays(to, -29) },
    { key: '90', from: addDays(to, -89) },
    { key: 'year', from: year },
  ];
  const choices = [...shorter.filter((span) => span.from > from), { key: 'all' as const, from }];
  const wanted = daysBetween(year, to) + 1 < SHORT_YEAR ? '30' : 'year';
  return { choices, first: choices.find(({ key }) => key === wanted)?.key ?? 'all' };
}
