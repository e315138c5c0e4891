import type { Language } from '../../../site/shared/words/en.ts';
import { type ReportingDate, reportingDate } from '../../domain/time.ts';
import type { DayLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import {
  type CalendarMonth,
  calendarMonths,
  daysOf,
  type Gap,
  gapsIn,
  type HeatClass,
  heatScale,
} from './calendar.ts';
import { heatLegend, type LegendKey, type MonthSheet, monthSheet } from './month-sheet.ts';
import type { Link, Page, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly archive: ArchiveModel;
    readonly 'archive-month': ArchiveMonthModel;
  }
}

/** Every month of the record. */
export interface ArchiveModel {
  readonly lead: string;
  readonly legend: readonly LegendKey[];
  /** Of the settings, newest first; those without a day on record are left out. */
  readonly schoolYears: readonly { readonly name: string; readonly figure: string }[];
  /** Newest first, as are the months of each. */
  readonly years: readonly ArchiveYear[];
  /** Days not read, in words, newest first. */
  readonly gaps: readonly string[];
  /** How many there are. */
  readonly gapCount: string;
}

/** A calendar year: its figure is the sum of the months below it, which a school year would divide. */
interface ArchiveYear {
  readonly year: string;
  readonly figure: string;
  readonly months: readonly MonthSheet[];
}

/** A month of the record. */
export interface ArchiveMonthModel {
  readonly title: string;
  readonly lead: string;
  readonly legend: readonly LegendKey[];
  readonly sheet: MonthSheet;
  /** Newest first, as are the corrections. */
  readonly gaps: readonly string[];
  readonly corrections: readonly CorrectionRow[];
  /** What a minus means. */
  readonly correction: string;
  readonly previous: Link | null;
  readonly next: Link | null;
}

interface CorrectionRow {
  readonly date: string;
  /** Page of its date, below the edition's folder. */
  readonly path: string;
  readonly name: string;
  /** Page of its school, below the edition's folder. */
  readonly school: string;
  readonly change: string;
}

/** Every month as a calendar whose days are coloured by their figure; a page per month besides. */
export const archive: PageKind = (data, edition) => {
  const months = calendarMonths(data.ledger.days);
  const highest = Math.max(0, ...data.ledger.days.map(({ newCases }) => newCases));
  const scale = heatScale(highest);
  return [
    indexPage(data, months, scale, edition),
    ...months.map((_, index) => monthPage(data, months, index, scale, edition)),
  ];
};

function indexPage(
  data: SiteData,
  months: readonly CalendarMonth[],
  scale: readonly HeatClass[],
  edition: Edition,
): Page {
  const { text } = edition;
  const gaps = gapsIn(months.flatMap(daysOf));
  const newestFirst = [...months].reverse();
  const years = [...new Set(newestFirst.map(({ id }) => id.slice(0, 4)))];
  const [first, last] = [data.ledger.days[0], data.lastDay];
  const unread = gaps.reduce((sum, { days }) => sum + days, 0);
  return {
    template: 'archive',
    head: {
      path: 'archive/',
      title: text.archive.title,
      description: text.archive.description(data.settings.name),
      section: 'cases',
    },
    model: {
      lead:
        first && last
          ? text.archive.lead(
              text.longDate(first.date),
              text.longDate(last.date),
              data.ledger.days.length,
              unread,
            )
          : text.home.nothingRead,
      legend: heatLegend(scale, text),
      schoolYears: schoolYears(data, edition),
      years: years.map((year) => ({
        year,
        figure: yearFigure(data, year, edition),
        months: newestFirst
          .filter(({ id }) => id.startsWith(year))
          .map((month) => monthSheet(data, month, scale, text, `archive/${month.id}/`)),
      })),
      gaps: gaps.map((gap) => gapWords(gap, text)).reverse(),
      gapCount: text.archive.gapList(gaps.length),
    },
  };
}

/** New cases of a calendar year, and on how many dates something changed. */
function yearFigure({ ledger }: SiteData, year: string, { text, counted }: Edition): string {
  const days = ledger.days.filter(({ date }) => date.startsWith(year));
  const changed = days.filter(({ schoolsChanged }) => schoolsChanged > 0).length;
  return text.archive.year(text.newCases(sumOf(days), counted), changed);
}

/** The new cases of each school year of the settings, from its first day read to its last. */
function schoolYears({ ledger, settings }: SiteData, { text, counted }: Edition) {
  const years = settings.schoolYears.map(({ name, firstDay }, index) => {
    const next = settings.schoolYears[index + 1]?.firstDay;
    const days = ledger.days.filter(
      ({ date }) => date >= firstDay && (next === undefined || date < next),
    );
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    const figure = text.archive.schoolYear(
      text.newCases(sumOf(days), counted),
      text.shortDate(first.date),
      text.shortDate(last.date),
    );
    return [{ name, figure }];
  });
  return years.reverse().flat();
}

function sumOf(days: readonly DayLine[]): number {
  return days.reduce((sum, { newCases }) => sum + newCases, 0);
}

function monthPage(
  data: SiteData,
  months: readonly CalendarMonth[],
  index: number,
  scale: readonly HeatClass[],
  { text, counted }: Edition,
): Page {
  const month = months[index] ?? { id: '', first: reportingDate('1970-01-01'), weeks: [] };
  const days = daysOf(month);
  const read = days.flatMap(({ state }) => (state.kind === 'read' ? [state.day] : []));
  const title = text.longMonth(month.first);
  const figure = text.newCases(sumOf(read), counted);
  const link = (other: CalendarMonth | undefined) =>
    other ? { path: `archive/${other.id}/`, label: text.longMonth(other.first) } : null;
  return {
    template: 'archive-month',
    head: {
      path: `archive/${month.id}/`,
      title,
      description: text.archive.monthDescription(figure, title, data.settings.name),
      section: 'cases',
    },
    model: {
      title,
      lead: text.archive.monthLead(figure, read.length),
      legend: heatLegend(scale, text),
      sheet: monthSheet(data, month, scale, text, ''),
      gaps: gapsIn(days)
        .map((gap) => gapWords(gap, text))
        .reverse(),
      corrections: [...read].reverse().flatMap(({ date }) => correctionsOn(data, date, text)),
      correction: text.correction,
      previous: link(months[index - 1]),
      next: link(months[index + 1]),
    },
  };
}

function gapWords({ from, to, days }: Gap, text: Language): string {
  if (from === to) return text.shortDate(from);
  return text.archive.gap(text.shortDate(from), text.shortDate(to), days);
}

function correctionsOn(
  { linesOn, names }: SiteData,
  date: ReportingDate,
  text: Language,
): readonly CorrectionRow[] {
  return (linesOn.get(date) ?? [])
    .filter(({ newCases }) => newCases < 0)
    .map(({ schoolId, newCases }) => ({
      date: text.shortDate(date),
      path: `cases/${date}/`,
      name: names.get(schoolId) ?? schoolId,
      school: `schools/${schoolId}/`,
      change: text.signed(newCases),
    }));
}
