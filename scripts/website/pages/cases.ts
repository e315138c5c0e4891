import { daysBetween } from '../../domain/time.ts';
import type { DayLine } from '../../ledger/model.ts';
import { caseCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, type SiteData } from '../site-data.ts';
import { type AsOfModel, asOfModel } from './as-of.ts';
import { type DayModel, dayModel } from './day-model.ts';
import type { Link, Page, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly cases: CasesModel;
    readonly date: DateModel;
  }
}

/** The list of dates, the latest with a change first. */
export interface CasesModel {
  /** Null while nothing has changed. */
  readonly latest: LatestDate | null;
  readonly heading: string;
  /** Newest first. */
  readonly days: readonly ListedDate[];
}

/** The last date with a change. */
interface LatestDate {
  readonly title: string;
  /** Days read since, without a change; empty: none. */
  readonly later: string;
  readonly day: DayModel;
}

interface ListedDate {
  readonly date: string;
  /** Its page, below the edition's folder. */
  readonly path: string;
  /** Days before it that were not read; empty: none. */
  readonly gap: string;
  readonly change: string;
  readonly schools: string;
  /** Nothing changed. */
  readonly quiet: boolean;
}

/** A date that was read, between its neighbours. */
export interface DateModel {
  readonly title: string;
  readonly day: DayModel;
  /** What the dashboard showed then; null while the date can still change. */
  readonly asOf: AsOfModel | null;
  readonly month: Link;
  readonly previous: Link | null;
  readonly next: Link | null;
}

/** How many dates the list holds; the archive has them all. */
const DATES_SHOWN = 60;

/** The list of dates read, and a page for each with its updates. */
export const cases: PageKind = (data, edition) => [
  listPage(data, edition),
  ...data.ledger.days.map((day) => datePage(data, day, edition)),
];

function listPage(data: SiteData, edition: Edition): Page {
  const { text } = edition;
  const { days } = data.ledger;
  return {
    template: 'cases',
    head: {
      path: 'cases/',
      title: text.dates.title,
      description: text.dates.description(data.settings.name),
      section: 'cases',
    },
    model: {
      latest: latestOf(data, edition),
      heading: days.length > DATES_SHOWN ? text.dates.newest(DATES_SHOWN) : text.dates.every,
      days: days
        .slice(-DATES_SHOWN)
        .reverse()
        .map((day) => listedDay(data, day, text)),
    },
  };
}

/** Without its notices, its updates and its gap, which are on its own page. */
function latestOf(data: SiteData, edition: Edition): LatestDate | null {
  const { text } = edition;
  const day = data.lastChange;
  if (!day) return null;
  const later = data.ledger.days.filter(({ date }) => date > day.date);
  const dates = later.map(({ date }) => text.longDate(date)).join('; ');
  return {
    title: text.dates.latest(text.longDate(day.date)),
    later: dates === '' ? '' : text.dates.readSince(dates),
    day: { ...dayModel(data, day, edition), notices: [], late: false, inUpdates: '', updates: [] },
  };
}

function listedDay(data: SiteData, day: DayLine, text: Edition['text']): ListedDate {
  return {
    date: text.weekdayDate(day.date),
    path: `cases/${day.date}/`,
    gap: gapBefore(data, day, text),
    change: text.signed(day.newCases),
    schools: text.number(day.schoolsChanged),
    quiet: day.schoolsChanged === 0,
  };
}

function datePage(data: SiteData, day: DayLine, edition: Edition): Page {
  const { text, counted } = edition;
  const date = text.longDate(day.date);
  return {
    template: 'date',
    head: {
      path: `cases/${day.date}/`,
      title: date,
      description: text.dates.dateDescription(
        text.newCases(day.newCases, counted),
        text.schools(day.schoolsChanged),
        data.settings.name,
        date,
      ),
      section: 'cases',
      card: caseCardLink(data, day, edition),
    },
    model: {
      title: date,
      day: dayModel(data, day, edition),
      asOf: asOfModel(data, day, edition),
      ...neighbours(data, day, text),
    },
  };
}

function gapBefore(data: SiteData, day: DayLine, text: Edition['text']): string {
  const before = dayBefore(data, day.date);
  const missed = before ? daysBetween(before.date, day.date) - 1 : 0;
  return missed > 0 ? text.dates.gap(missed) : '';
}

function neighbours(
  data: SiteData,
  day: DayLine,
  text: Edition['text'],
): Pick<DateModel, 'month' | 'previous' | 'next'> {
  const index = data.dayIndex.get(day.date) ?? 0;
  const link = (other: DayLine | undefined) =>
    other ? { path: `cases/${other.date}/`, label: text.shortDate(other.date) } : null;
  const month = { path: `archive/${day.date.slice(0, 7)}/`, label: text.longMonth(day.date) };
  return {
    month,
    previous: link(data.ledger.days[index - 1]),
    next: link(data.ledger.days[index + 1]),
  };
}
