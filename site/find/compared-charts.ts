import { barChart, heightsOf, unitOf } from '../shared/charts/bars.ts';
import { type CaseHistory, historyFrom } from '../shared/charts/case-history.ts';
import type { Chart, Days, Labels } from '../shared/charts/chart.ts';

/** The properties of a school that its chart depends on. */
export interface ChartedSchool {
  readonly history: CaseHistory;
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
 * The charts of a comparison, all with the same scale, so that they can be compared by eye.
 *
 * @param days those shown
 */
export function comparedCharts<School extends ChartedSchool>(
  schools: readonly School[],
  days: Days,
  labels: Labels,
): readonly ComparedChart<School>[] {
  const reports = schools
    .filter((school) => !school.no_figure_yet)
    .flatMap(({ history }) => historyFrom(history, days.from).reports);
  const unit = unitOf(reports);
  const alongside = heightsOf(reports, unit);
  return schools.map((school) => {
    if (school.no_figure_yet) return { school, chart: null };
    return { school, chart: barChart(school.history, { days, labels, unit, alongside }) };
  });
}
