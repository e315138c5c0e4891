import { historyFrom } from '../../../site/shared/charts/case-history.ts';
import { historyOf } from '../../../site/shared/charts/weekly-reports.ts';
import { schoolSpans } from '../../../site/shared/spans.ts';
import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { addDays, dayNumber, type ReportingDate } from '../../domain/time.ts';
import type { CaseLine, School } from '../../ledger/model.ts';
import { rollingTotal } from '../../ledger/rolling-window.ts';
import { drawChart } from '../cards/card-chart.ts';
import { chartByWeek, WEEKS_SHOWN } from '../cards/chart-of-days.ts';
import type { Edition } from '../editions.ts';
import { hasFigure, type SiteData } from '../site-data.ts';
import { type ChartsModel, type Reader, readerOf, readFrom } from './chart-model.ts';
import type { Page, PageKind, PartialContext } from './page.ts';
import { NO_FIGURE } from './window-figures.ts';

declare module './page.ts' {
  interface PageModels {
    readonly embed: EmbedModel;
  }
  interface TemplateModels {
    readonly 'partials/embed-lines': Pick<PartialContext, 't'> & { readonly lines: string };
  }
}

/** A school's card for other sites. */
export interface EmbedModel {
  readonly name: string;
  /** Page of the school, below the edition's folder. */
  readonly school: string;
  readonly figure: string;
  readonly isCorrection: boolean;
  /** What the figure counts. */
  readonly recent: string;
  readonly total: string;
  /** What the total counts. */
  readonly all: string;
  /** Up to when; empty while nothing has been read. */
  readonly asOf: string;
  /** null where there is nothing to draw. */
  readonly chart: EmbeddedChart | null;
}

/** A card's chart, by week up to the last day read. */
interface EmbeddedChart extends Pick<ChartsModel, 'days' | 'words'> {
  /** The parts of an SVG. */
  readonly drawing: string;
  readonly viewBox: string;
  readonly title: string;
  /** The first day shown, as `dayNumber` counts. */
  readonly from: number;
  readonly reader: Reader;
}

const WINDOW = 14;
const DAYS_SHOWN = WEEKS_SHOWN * 7;
/** Pixels of the frame that the lines to copy ask for; the card is readable at that size. */
const FRAME = { width: 300, height: 180 } as const;
const CHART = { left: 0, top: 0, width: 220, height: 100 } as const;

/** A small card per school that other sites show in a frame. */
export const embed: PageKind = (data, edition) =>
  data.entries.map((school) => pageOf(data, school, edition));

function pageOf(data: SiteData, school: School, edition: Edition): Page {
  const { text, counted } = edition;
  const lines = data.linesOf.get(school.id) ?? [];
  const isKnown = hasFigure(data, school);
  const last = data.lastDay?.date;
  const recent = last ? rollingTotal(lines, last, WINDOW) : 0;
  return {
    template: 'embed',
    head: {
      path: embedPath(school),
      title: text.embed.frame(`${school.name} (${school.id})`, counted),
      description: isKnown
        ? text.embed.description(school.name, school.id, text.newCases(recent, counted))
        : `${school.name}: ${text.school.noFigureYet}`,
      section: null,
      unlisted: true,
    },
    model: {
      name: school.name,
      school: `schools/${school.id}/`,
      figure: isKnown ? text.number(recent) : NO_FIGURE,
      isCorrection: recent < 0,
      recent: text.embed.recent(WINDOW),
      total: isKnown ? text.cases(data.totals.get(school.id) ?? 0, counted) : text.school.noFigure,
      all: isKnown ? text.school.all : '',
      asOf: last ? text.embed.asOf(text.shortDate(last)) : '',
      chart: last && isKnown ? chartOf(data, lines, last, edition) : null,
    },
  };
}

function chartOf(
  { ledger }: SiteData,
  lines: readonly CaseLine[],
  to: ReportingDate,
  edition: Edition,
): EmbeddedChart {
  const { text } = edition;
  const chart = chartByWeek(ledger.days, lines, to, { ...text, caption: '' });
  const from = addDays(to, 1 - DAYS_SHOWN);
  const reads = schoolSpans(ledger.days, lines);
  const history = historyFrom(historyOf(reads, new Map()), from);
  return {
    from: dayNumber(from),
    ...readFrom(history, edition),
    drawing: drawChart(chart, CHART, (part) => `class="${part}"`),
    viewBox: `0 0 ${CHART.width} ${CHART.height + 3}`,
    title: text.card.byWeek,
    reader: readerOf(history, 'card', from, edition),
  };
}

/** HTML, ready to copy, that shows a school's card on another site. */
export function embedLines(
  data: SiteData,
  school: School,
  { text, counted, folder }: Edition,
): string {
  const attributes = {
    src: data.baseUrl + folder + embedPath(school),
    title: text.embed.frame(school.name, counted),
    width: String(FRAME.width),
    height: String(FRAME.height),
    loading: 'lazy',
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeHtml(value)}"`,
  );
  return `<iframe ${written.join(' ')}></iframe>`;
}

function embedPath({ id }: School): string {
  return `embed/${id}/`;
}
