import type { SpanKey } from './charts/chart-spans.ts';
import type { ReadingWords } from './charts/reading.ts';

/** Which figures a comparison shows, where they are not the usual ones. */
export interface ComparedFigures {
  /** The settings name no school year. */
  readonly withoutYear?: true;
  /** How many people there are is unknown everywhere. */
  readonly withoutRate?: true;
  /** Rates are cases per so many people; absent: per 100. */
  readonly ratePer?: number;
}

/** What the charts of a comparison say, and how far back they can reach. */
export interface ComparedCharts {
  readonly reading: ReadingWords;
  /** Name of the control that reads a chart. */
  readonly readBy: string;
  readonly fromTo: string;
  readonly spans: string;
  readonly spanLabels: Readonly<Record<SpanKey, string>>;
  /** First day of the school year (YYYY-MM-DD); null: no years are set. */
  readonly yearBegan: string | null;
}
