import type { Language } from '../../../site/shared/words/en.ts';
import { type ReportingDate, reportingDate } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import {
  type CalendarDay,
  type CalendarMonth,
  calendarMonths,
  daysOf,
  type Gap,
  gapsIn,
  type HeatClass,
  heatOf,
  heatScale,
} from './calendar.ts';
import type { Page, PageKind } from './page.ts';

/** Every month as a calendar whose days are coloured by their figure; a page per month besides. */
export const archive: PageKind = {
  name: 'archive',
  description: 'A calendar of every day, coloured by its figure, and a page per month',
  pages: (data, edition) => {
    const months = calendarMonths(data.ledger.days);
    const highest = Math.max(0, ...data.ledger.days.map(({ newCases }) => newCases));
    const scale = heatScale(highest);
    return [
      indexPage(data, months, scale, edition),
      ...months.map((_, index) => monthPage(data, months, index, scale, edition)),
    ];
  },
};

function indexPage(
  data: SiteData,
  months: readonly CalendarMonth[],
  scale: readonly HeatClass[],
  { text }: Edition,
): Page {
  const gaps = gapsIn(months.flatMap(daysOf));
  const years = [...new Set(months.map(({ id }) => id.slice(0, 4)))].reverse();
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
      legend: legendOf(scale, text),
      years: years.map((year) => ({
        year,
        months: months
          .filter(({ id }) => id.startsWith(year))
          .map((month) => sheetOf(data, month, scale, text, `archive/${month.id}/`)),
      })),
      gaps: gaps.map((gap) => gapWords(gap, text)),
    },
  };
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
  const figure = text.newCases(
    read.reduce((sum, { newCases }) => sum + newCases, 0),
    counted,
  );
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
      legend: legendOf(scale, text),
      sheet: sheetOf(data, month, scale, text, ''),
      gaps: gapsIn(days).map((gap) => gapWords(gap, text)),
      corrections: read.flatMap(({ date }) => correctionsOn(data, date, text)),
      correction: text.correction,
      previous: link(months[index - 1]),
      next: link(months[index + 1]),
    },
  };
}

/** A month ready to draw; `path` is where its name leads, empty on its own page. */
function sheetOf(
  data: SiteData,
  month: CalendarMonth,
  scale: readonly HeatClass[],
  text: Language,
  path: string,
) {
  return {
    path,
    title: text.longMonth(month.first),
    weekdays: text.weekdays,
    weeks: month.weeks.map((week) => week.map((day) => cellOf(data, day, scale, text))),
  };
}

function cellOf(
  data: SiteData,
  day: CalendarDay | null,
  scale: readonly HeatClass[],
  text: Language,
) {
  if (!day) return { kind: 'none', day: '', path: '', figure: '' };
  const number = text.number(Number(day.date.slice(8)));
  if (day.state.kind !== 'read') {
    const figure = day.state.kind === 'unread' ? text.notRead : '';
    return { kind: `is-${day.state.kind}`, day: number, path: '', figure };
  }
  const { date, newCases } = day.state.day;
  const corrected = correctedOn(data, date) ? ' has-correction' : '';
  return {
    kind: `heat-${heatOf(scale, newCases)}${corrected}`,
    day: number,
    path: `cases/${date}/`,
    figure: text.number(newCases),
  };
}

/** The colours with their figures: the same classes that colour the days. */
function legendOf(scale: readonly HeatClass[], text: Language) {
  return [
    { kind: 'heat-0', label: text.number(0) },
    ...scale.map(({ rank, from, to }) => ({
      kind: `heat-${rank}`,
      label: from === to ? text.number(from) : `${text.number(from)}–${text.number(to)}`,
    })),
    { kind: 'has-correction', label: text.archive.withCorrection },
    { kind: 'is-unread', label: text.notRead },
  ];
}

function gapWords({ from, to, days }: Gap, text: Language): string {
  if (from === to) return text.shortDate(from);
  return text.archive.gap(text.shortDate(from), text.shortDate(to), days);
}

function correctedOn({ linesOn }: SiteData, date: ReportingDate): boolean {
  return linesOn.get(date)?.some(({ newCases }) => newCases < 0) ?? false;
}

function correctionsOn({ linesOn, ledger }: SiteData, date: ReportingDate, text: Language) {
  return (linesOn.get(date) ?? [])
    .filter(({ newCases }) => newCases < 0)
    .map(({ schoolId, newCases }) => ({
      date: text.shortDate(date),
      path: `cases/${date}/`,
      name: ledger.schools.get(schoolId)?.name ?? schoolId,
      school: `schools/${schoolId}/`,
      change: text.signed(newCases),
    }));
}
