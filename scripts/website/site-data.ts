import { endOfDay } from '../domain/end-of-day.ts';
import type { SchoolId } from '../domain/school-id.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  isInSession,
  type ReportingDate,
} from '../domain/time.ts';
import { areaFinder } from '../geography/area-at.ts';
import type { CaseLine, DayLine, Ledger, School, UpdateLine } from '../ledger/model.ts';
import { linesBySchool } from '../ledger/rolling-window.ts';
import { labelOf, mergedInto } from '../ledger/school-aliases.ts';
import { totalsNow } from '../ledger/totals.ts';
import type { Settings } from '../settings/schema.ts';
import { locatedSchools } from './located-schools.ts';
import { type MapShapes, NO_SHAPES } from './map-shapes.ts';
import { type Neighbour, nearestSchools } from './nearest-schools.ts';
import { type Known, whatIsKnown } from './what-is-known.ts';

/** How many dates have a social card of their own: the newest with a change, which people share. */
const DATES_WITH_CARD = 30;

/** The ledger with the indexes that pages, feeds and exports share; built once a build. */
export interface SiteData {
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** The instant of the build. It decides which days are closed, the status page and `build.json` only. */
  readonly at: Instant;
  /** Absolute address of the site, ending in a slash. */
  readonly baseUrl: string;
  /** The commit that is built; null: unknown. */
  readonly commit: string | null;
  /** The version of the program that builds; undefined: unknown. */
  readonly version: string | undefined;
  /** What the map shows besides schools. */
  readonly shapes: MapShapes;
  /** The area that a school lies in; absent: it is not known, or none. */
  readonly areaOf: ReadonlyMap<SchoolId, string>;
  /** Whether pages have social cards. */
  readonly cards: boolean;
  /** What there are figures for; what is not known of any place is not drawn. */
  readonly known: Known;
  /**
   * Schools by name, as people look for them: under their longer name where there is one, and without
   * entries that were merged into another.
   */
  readonly schools: readonly School[];
  /** Every entry of the registry by name: an address once given stays. */
  readonly entries: readonly School[];
  /** What pages call each school. */
  readonly names: ReadonlyMap<SchoolId, string>;
  /** Those that are on the map: within its bounds, and not far from all others. */
  readonly located: ReadonlySet<SchoolId>;
  /** A school's lines, ascending; absent: it has none. */
  readonly linesOf: ReadonlyMap<SchoolId, readonly CaseLine[]>;
  /** A date's lines, ascending; absent: it has none. */
  readonly linesOn: ReadonlyMap<ReportingDate, readonly CaseLine[]>;
  /** A date's updates, ascending; absent: it has none. */
  readonly updatesOn: ReadonlyMap<ReportingDate, readonly UpdateLine[]>;
  /** All-time total of each school, baseline included. */
  readonly totals: ReadonlyMap<SchoolId, number>;
  /** A school's nearest ones; absent: its place is unknown. */
  readonly nearest: ReadonlyMap<SchoolId, readonly Neighbour[]>;
  /** The last date that was read, on which windows end; undefined before the first read. */
  readonly lastDay: DayLine | undefined;
  /** The last date with a change; undefined while there is none. */
  readonly lastChange: DayLine | undefined;
  /** Position of a date in `ledger.days`. */
  readonly dayIndex: ReadonlyMap<ReportingDate, number>;
  /** Dates that have a social card of their own. */
  readonly cardDates: ReadonlySet<ReportingDate>;
}

/** What a site is built from. */
export interface SiteInput {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly at: Instant;
  readonly baseUrl: string;
  readonly commit: string | null;
  readonly version?: string;
  /** What the map shows besides schools; absent: nothing. */
  readonly shapes?: MapShapes;
  /** Whether pages have social cards; absent: they do. */
  readonly cards?: boolean;
}

/** Makes the indexes once, so that pages, feeds and exports need not search the ledger. */
export function siteData(input: SiteInput): SiteData {
  const { ledger, settings, shapes = NO_SHAPES } = input;
  const language = settings.site.languages[0] ?? 'en';
  const located = locatedSchools(ledger.schools, settings.map.bounds);
  const collator = new Intl.Collator(language, { numeric: true });
  const entries = [...ledger.schools.values()]
    .map((school) => ({ ...school, name: labelOf(school) ?? school.name }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const schools = entries.filter((school) => mergedInto(school) === undefined);
  return {
    ...input,
    version: input.version,
    shapes,
    areaOf: areasOf(entries, located, shapes),
    known: whatIsKnown(ledger, settings, located),
    located,
    names: new Map(entries.map(({ id, name }) => [id, name])),
    baseUrl: input.baseUrl.endsWith('/') ? input.baseUrl : `${input.baseUrl}/`,
    schools,
    entries,
    linesOf: linesBySchool(ledger),
    linesOn: groupBy(ledger.cases, (line) => line.date),
    updatesOn: groupBy(ledger.updates, (line) => line.date),
    totals: totalsNow(ledger),
    nearest: nearestSchools(schools.filter(({ id }) => located.has(id))),
    lastDay: ledger.days.at(-1),
    lastChange: ledger.days.findLast((day) => day.schoolsChanged > 0),
    cards: input.cards ?? true,
    cardDates: new Set(
      ledger.days
        .filter((day) => day.schoolsChanged > 0)
        .slice(-DATES_WITH_CARD)
        .map((day) => day.date),
    ),
    dayIndex: new Map(ledger.days.map((day, index) => [day.date, index])),
  };
}

function areasOf(
  entries: readonly School[],
  located: ReadonlySet<SchoolId>,
  { areas }: MapShapes,
): ReadonlyMap<SchoolId, string> {
  const areaAt = areaFinder(areas);
  const areaOf = new Map<SchoolId, string>();
  for (const { id, latitude, longitude } of entries) {
    if (!located.has(id) || latitude === null || longitude === null) continue;
    const area = areaAt({ latitude, longitude });
    if (area !== undefined) areaOf.set(id, area);
  }
  return areaOf;
}

/** Whether a reporting date is over in the district's time zone, so that nothing is added to it. */
export function isClosed(data: SiteData, date: ReportingDate): boolean {
  const last = data.lastDay?.date;
  if (last !== undefined && date < last) return true;
  return endOfDay(date, data.settings.timeZone) <= data.at;
}

/**
 * The last date that this build treats as closed; null while there is none. While the last date read
 * is open, it is the day before that, read or not: pages and feeds say which days were not read.
 */
export function closedThrough(data: SiteData): ReportingDate | null {
  const { lastDay, ledger } = data;
  if (!lastDay) return null;
  if (isClosed(data, lastDay.date)) return lastDay.date;
  return ledger.days.length > 1 ? addDays(lastDay.date, -1) : null;
}

/** When the source was last looked at, as far as the ledger records it; undefined: it does not. */
export function checkedAt({ ledger }: SiteData): Instant | undefined {
  const waiting = ledger.held?.checkedAt ?? ledger.failing?.checkedAt;
  const read = ledger.days.findLast((day) => day.firstReadAt !== null)?.firstReadAt;
  return waiting ?? read ?? ledger.updates.at(-1)?.detectedAt;
}

/** Absolute address of a date's figures in git: at its release's tag once it is closed, else on the default branch. */
export function ledgerLink(data: SiteData, date: ReportingDate): string {
  const isReleased = data.updatesOn.has(date) && isClosed(data, date);
  const ref = isReleased ? `data-${date}` : 'HEAD';
  return `${data.settings.repository}/blob/${ref}/data/cases.csv`;
}

/** Whether the source has ever shown a figure of a school; before that its total is unknown, not 0. */
export function hasFigure({ linesOf }: SiteData, { id, baselineCases }: School): boolean {
  return baselineCases !== null || linesOf.has(id);
}

/** The day read before a date, since which its figures count; undefined for the first day. */
export function dayBefore(data: SiteData, date: ReportingDate): DayLine | undefined {
  const index = data.dayIndex.get(date);
  return index === undefined ? undefined : data.ledger.days[index - 1];
}

function groupBy<T>(lines: readonly T[], key: (line: T) => ReportingDate) {
  const groups = new Map<ReportingDate, T[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return groups;
}

/** The school year of the last day read; undefined before the first, or while nothing has been read. */
export function schoolYearNow({ settings, lastDay }: SiteData) {
  if (!lastDay) return undefined;
  return settings.schoolYears.findLast((year) => year.firstDay <= lastDay.date);
}

/** Days from the last change to the last day read; 0 on a day on which school is not in session. */
export function silentDays({ lastDay, lastChange, settings }: SiteData): number {
  if (!lastDay || !lastChange || !isInSession(lastDay.date, settings.sessions)) return 0;
  return daysBetween(lastChange.date, lastDay.date);
}
