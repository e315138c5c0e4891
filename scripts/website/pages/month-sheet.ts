import type { Language } from '../../../site/shared/words/en.ts';
import type { ReportingDate } from '../../domain/time.ts';
import type { SiteData } from '../site-data.ts';
import { type CalendarDay, type CalendarMonth, type HeatClass, heatOf } from './calendar.ts';
import type { PartialContext } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/month': MonthSheet & PartialContext;
    readonly 'partials/heat-legend': Pick<PartialContext, 't'> & {
      readonly legend: readonly LegendKey[];
    };
  }
}

/** A month as a calendar, ready to draw. */
export interface MonthSheet {
  /** Its page, below the edition's folder; empty there. */
  readonly path: string;
  readonly title: string;
  readonly weekdays: readonly string[];
  /** Null: a day of another month. */
  readonly weeks: readonly (readonly (MonthCell | null)[])[];
}

interface MonthCell {
  /** Classes that colour it. */
  readonly kind: string;
  readonly day: string;
  /** Page of its date, below the edition's folder; empty where it was not read. */
  readonly path: string;
  /** New cases, or that it was not read; empty outside the record. */
  readonly figure: string;
}

/** A colour with its figures. */
export interface LegendKey {
  readonly kind: string;
  readonly label: string;
}

/**
 * A month as it is drawn.
 *
 * @param path of its page, below the edition's folder; empty there
 */
export function monthSheet(
  data: SiteData,
  month: CalendarMonth,
  scale: readonly HeatClass[],
  text: Language,
  path: string,
): MonthSheet {
  return {
    path,
    title: text.longMonth(month.first),
    weekdays: text.weekdays,
    weeks: month.weeks.map((week) => week.map((day) => day && cellOf(data, day, scale, text))),
  };
}

function cellOf(
  data: SiteData,
  day: CalendarDay,
  scale: readonly HeatClass[],
  text: Language,
): MonthCell {
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
export function heatLegend(scale: readonly HeatClass[], text: Language): readonly LegendKey[] {
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

function correctedOn({ linesOn }: SiteData, date: ReportingDate): boolean {
  return linesOn.get(date)?.some(({ newCases }) => newCases < 0) ?? false;
}
