import type { Language } from '../../../site/shared/words/en.ts';
import { addDays, type ReportingDate } from '../../domain/time.ts';
import { ACTIVE_DAYS } from '../../ledger/active-schools.ts';
import type { School } from '../../ledger/model.ts';
import { holdsUnreadDay, rollingTotal, WINDOWS } from '../../ledger/rolling-window.ts';
import { hasFigure, type SiteData } from '../site-data.ts';
import type { PartialContext } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/boxes': { readonly boxes: readonly FigureBox[] };
    readonly 'partials/school-table': SchoolTable & PartialContext;
  }
}

const WEEK = 7;
/** Stands where there is no figure of a school yet, which is not 0. */
export const NO_FIGURE = '–';
/** A table of more rows scrolls in a box of its own. */
const ROWS_IN_SIGHT = 100;

/** A figure with its name, and perhaps a note. */
export interface FigureBox {
  readonly figure: string;
  readonly label: string;
  /** Empty: none. */
  readonly note: string;
}

/** Schools with their windows and totals. */
export interface SchoolTable {
  readonly caption: string;
  /** Headings of the windows. */
  readonly windows: readonly string[];
  readonly rows: readonly WindowRow[];
  /** One of a list under headings: its caption is for screen readers, active schools stand out. */
  readonly isList: boolean;
  readonly isLong: boolean;
}

/** A school's line in a list, ready to print. */
export interface WindowRow {
  readonly name: string;
  /** Its page, below the edition's folder. */
  readonly path: string;
  /** New cases of the last 7, 14 and 21 days. */
  readonly windows: readonly string[];
  readonly total: string;
  /** Some of its last 14 days has a change, also when they cancel out. */
  readonly active: boolean;
}

/** A table of schools as it is drawn. */
export function schoolTable(
  rows: readonly WindowRow[],
  text: Language,
  { caption, isList }: Pick<SchoolTable, 'caption' | 'isList'>,
): SchoolTable {
  const windows = WINDOWS.map((days) => text.table.window(days));
  return { caption, windows, rows, isList, isLong: isLong(rows) };
}

/** Whether a table of so many rows scrolls in a box of its own. */
export function isLong(rows: readonly unknown[]): boolean {
  return rows.length > ROWS_IN_SIGHT;
}

/** A school with its windows, up to the last day read, and its total. */
export function windowRow(data: SiteData, school: School, text: Language): WindowRow {
  const isKnown = hasFigure(data, school);
  const sums = windowSums(data, school);
  return {
    name: school.name,
    path: `schools/${school.id}/`,
    windows: sums.map((sum) => (isKnown ? text.number(sum) : NO_FIGURE)),
    total: isKnown ? text.number(data.totals.get(school.id) ?? 0) : text.school.noFigure,
    active: changedLately(data, school),
  };
}

function changedLately({ linesOf, lastDay }: SiteData, { id }: School): boolean {
  const last = linesOf.get(id)?.at(-1);
  if (last === undefined || lastDay === undefined) return false;
  return last.date > addDays(lastDay.date, -ACTIVE_DAYS);
}

/**
 * A school's new cases of the last 7, 14 and 21 calendar days up to the last day read.
 *
 * @returns in this order; zeros while nothing has been read
 */
export function windowSums(data: SiteData, school: School): readonly number[] {
  const lines = data.linesOf.get(school.id) ?? [];
  return WINDOWS.map((length) =>
    data.lastDay ? rollingTotal(lines, data.lastDay.date, length) : 0,
  );
}

/** Up to when windows reach, in words; empty while nothing has been read. */
export function windowEnds({ lastDay }: SiteData, text: Language): string {
  return lastDay ? text.windowEnds(text.longDate(lastDay.date)) : '';
}

/**
 * The last week against the one before, in words; where a day of either was not read, that they are
 * not compared.
 *
 * @param lines ascending by date: the district's days, or a school's lines
 */
export function trend(
  { ledger, lastDay }: Pick<SiteData, 'ledger' | 'lastDay'>,
  lines: readonly { readonly date: ReportingDate; readonly newCases: number }[],
  text: Language,
): string {
  if (!lastDay || holdsUnreadDay(ledger.days, lastDay.date, 2 * WEEK)) return text.unknownTrend;
  const week = rollingTotal(lines, lastDay.date, WEEK);
  const before = rollingTotal(lines, addDays(lastDay.date, -WEEK), WEEK);
  if (week === before) return text.same(week);
  const words = week > before ? text.up : text.down;
  return words(week, before);
}
