import type { Chart, MarkKind } from '../../../../site/shared/charts/chart.ts';
import type { Span } from '../../../../site/shared/spans.ts';
import { reportingDate } from '../../../../site/shared/time.ts';

export const labels = { month: (date: string) => date.slice(0, 7), number: String };

/** A date, the days its figure stands for, and the figure. */
export type Written = readonly [date: string, days: number, newCases: number];

export const spans = (...list: readonly Written[]): Span[] =>
  list.map(([date, days, newCases]) => ({ date: reportingDate(date), days, newCases }));

export const pathOf = (chart: Chart | undefined, kind: MarkKind) =>
  chart?.marks.find((mark) => mark.kind === kind)?.d ?? '';

/** The bars of a path by their edges. */
export const bars = (path: string) =>
  [...path.matchAll(/M([-\d.]+),([-\d.]+)V([-\d.]+)H([-\d.]+)/g)].map(
    ([, from, foot, top, to]) => ({
      from: Number(from),
      to: Number(to),
      foot: Number(foot),
      top: Number(top),
    }),
  );
