import type { BarUnit } from '../../../site/shared/charts/bars.ts';
import { type CaseHistory, writeHistory } from '../../../site/shared/charts/case-history.ts';
import type { Chart, Days, Mark, MarkKind } from '../../../site/shared/charts/chart.ts';
import type { ChartSpans, SpanKey } from '../../../site/shared/charts/chart-spans.ts';
import { readingOf } from '../../../site/shared/charts/reading.ts';
import { type ChartKind, stopsOf } from '../../../site/shared/charts/stops.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { dayNumber, type ReportingDate } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import type { PartialContext } from './page.ts';
import type { SpanLinks } from './span-links.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/charts': ChartsModel & PartialContext;
    readonly 'partials/chart': ChartModel & PartialContext;
    readonly 'partials/plot': Plot;
    readonly 'partials/grid': ChartGrid;
  }
}

/** Charts of one history, which all reach equally far back. */
export interface ChartsModel {
  /** What the browser reads figures from (`writeHistory`). */
  readonly days: string;
  /** Phrases for what it reads, as JSON. */
  readonly words: string;
  /** Links to each span, once for each of them; empty where there is no choice. */
  readonly spans: readonly SpanLinks[];
  readonly charts: readonly ChartModel[];
}

/** A chart in each of its spans, and perhaps all its numbers as a table. */
export interface ChartModel {
  /** What it measures. */
  readonly subtitle: string;
  readonly views: readonly ChartView[];
  readonly table: ChartTable | null;
}

/** A chart from one day on. */
export interface ChartView {
  /** Begins the ids of its parts on the page. */
  readonly id: string;
  readonly key: SpanKey;
  /** Whether it is shown while the address names no span. */
  readonly isFirst: boolean;
  /** What the chart says. */
  readonly title: string;
  /** What it measures, and which days it shows. */
  readonly measure: string;
  readonly plot: Plot;
  readonly legend: readonly { readonly kind: MarkKind; readonly label: string }[];
}

/** The drawing, and the control that reads it. */
export interface Plot {
  /** For those who do not see it. */
  readonly description: string;
  readonly viewBox: string;
  readonly grid: ChartGrid;
  readonly marks: readonly Mark[];
  /** Id of the pattern of corrections; empty: there are none. */
  readonly hatch: string;
  readonly kind: ChartKind;
  /** Its first day, as `dayNumber` counts. */
  readonly from: number;
  readonly reader: Reader;
}

/** The slider that goes from figure to figure; it stands on the last. */
export interface Reader {
  readonly label: string;
  readonly last: number;
  /** What it says there. */
  readonly says: string;
}

/** The lines behind a chart with their figures, and the dates below it. */
export interface ChartGrid {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Where figures end, left of the lines. */
  readonly labelsEnd: number;
  readonly lines: Chart['grid'];
  readonly dates: Chart['dates'];
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

/** What a chart needs to be drawn: the whole record, and the choices of what to show of it. */
export interface Drawn {
  readonly history: CaseHistory;
  readonly spans: ChartSpans;
  /** The last day read. */
  readonly to: Days['to'];
}

/** Between figures and the lines of the grid, in the chart's units. */
const LABEL_GAP = 6;

/** What browsers read figures of these charts from. */
export function readFrom(
  history: CaseHistory,
  { text, counted }: Edition,
): Pick<ChartsModel, 'days' | 'words'> {
  return { days: writeHistory(history), words: JSON.stringify(text.chart.reading(counted)) };
}

/**
 * A chart in every span.
 *
 * @param id begins the ids of its parts on the page
 * @param draw draws it from a day on, with its words
 */
export function viewsOf(
  id: string,
  { history, spans, to }: Drawn,
  edition: Edition,
  draw: (days: Days) => {
    readonly chart: Chart;
    readonly kind: ChartKind;
    readonly title: string;
    readonly subtitle: string;
    readonly description: string;
    /** Absent: the day from which it is asked to draw. */
    readonly begins?: ReportingDate;
  },
): readonly ChartView[] {
  const { text } = edition;
  return spans.choices.map(({ key, from }) => {
    const days = { from, to };
    const { chart, kind, title, subtitle, description, begins = from } = draw(days);
    const own = `${id}-${key}`;
    const range = text.chart.fromTo(text.shortDate(begins), text.shortDate(to));
    return {
      id: own,
      key,
      isFirst: key === spans.first,
      title,
      measure: `${subtitle} · ${range}`,
      plot: {
        description,
        viewBox: chart.viewBox,
        grid: gridOf(chart),
        marks: chart.marks,
        hatch: chart.marks.some((mark) => mark.kind === 'corrections') ? `${own}-hatch` : '',
        kind,
        from: dayNumber(from),
        reader: readerOf(history, kind, from, edition),
      },
      legend: legendOf(chart, text),
    };
  });
}

/** What a chart by report measures. */
export function subtitleOf(unit: BarUnit, { text }: Edition): string {
  return unit === 'day' ? text.chart.perDay : text.chart.perReport;
}

/** The slider of a chart. */
export function readerOf(
  history: CaseHistory,
  kind: ChartKind,
  since: ReportingDate,
  { text, counted }: Pick<Edition, 'text' | 'counted'>,
): Reader {
  const stops = stopsOf(kind, history, since);
  const last = stops.at(-1);
  return {
    label: kind === 'weeks' || kind === 'card' ? text.chart.readBy.week : text.chart.readBy.report,
    last: stops.length - 1,
    says: last ? readingOf(last, { kind, since }, text.chart.reading(counted), text) : '',
  };
}

function legendOf({ marks }: Chart, text: Language): ChartView['legend'] {
  const { axis, ...kinds } = text.chart.legend;
  const hasGap = marks.some(({ kind, d }) => kind === 'axis' && d.lastIndexOf('M') > 0);
  return [
    ...marks.flatMap(({ kind }) =>
      kind === 'axis' || kind === 'sum' ? [] : [{ kind, label: kinds[kind] }],
    ),
    ...(hasGap ? [{ kind: 'axis' as const, label: axis }] : []),
  ];
}

function gridOf({ left, right, bottom, grid, dates }: Chart): ChartGrid {
  return { left, right, bottom, labelsEnd: left - LABEL_GAP, lines: grid, dates };
}
