import { barChart } from '../shared/charts/bars.ts';
import type { Chart, Labels } from '../shared/charts/chart.ts';
import type { Span } from '../shared/spans.ts';

/** The properties of a school that its chart depends on. */
export interface ChartedSchool {
  readonly spans: readonly Span[];
  /** Present where the source has shown no figure of it yet. */
  readonly no_figure_yet?: true | undefined;
}

/** A school of a comparison with its chart. */
export interface ComparedChart<School> {
  readonly school: School;
  /** null: the source has shown no figure of it yet, and a line at 0 would claim one. */
  readonly chart: Chart | null;
}

/**
 * The charts of a comparison, all with the same scale, so that they can be compared by eye; none of a
 * school with figures while no day was read.
 */
export function comparedCharts<School extends ChartedSchool>(
  schools: readonly School[],
  labels: Labels,
): readonly ComparedChart<School>[] {
  const shown = schools.filter((school) => !school.no_figure_yet);
  const figures = shown.flatMap(({ spans }) => spans.map(({ newCases }) => newCases));
  return schools.flatMap((school): ComparedChart<School>[] => {
    if (school.no_figure_yet) return [{ school, chart: null }];
    const chart = barChart(school.spans, [], labels, figures);
    return chart ? [{ school, chart }] : [];
  });
}
