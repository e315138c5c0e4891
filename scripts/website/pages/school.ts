import type { Language } from '../../../site/shared/words/en.ts';
import { daysBetween } from '../../domain/time.ts';
import type { CaseLine, School } from '../../ledger/model.ts';
import { totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import { countedAs } from '../../ledger/school-aliases.ts';
import { schoolCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, hasFigure, ledgerLink, type SiteData, schoolYearNow } from '../site-data.ts';
import type { ChartsModel } from './chart-model.ts';
import { embedLines } from './embed.ts';
import { type SchoolNotice, schoolNotices } from './notices.ts';
import type { Link, Page, PageKind } from './page.ts';
import { schoolCharts } from './school-chart.ts';
import {
  type Fact,
  type NearbySchool,
  neighboursOf,
  rateWords,
  schoolFacts,
  unreadWords,
} from './school-facts.ts';
import { type FigureBox, trend, windowEnds, windowSums } from './window-figures.ts';

declare module './page.ts' {
  interface PageModels {
    readonly school: SchoolModel;
  }
}

/** A school: its figures, its chart, its lines, and what is known of it. */
export interface SchoolModel {
  readonly id: string;
  /** Its name; with its id where another school has the same. */
  readonly label: string;
  readonly lead: string;
  /** The school as which it is counted; null: it is counted as itself. */
  readonly successor: Link | null;
  /** The id of the school whose news there will be: its own, or its successor's. */
  readonly followedId: string;
  readonly boxes: readonly FigureBox[];
  /** New cases per 100 pupils; empty where they cannot be said. */
  readonly rate: string;
  /** Up to when windows reach, days not read, the baseline; empty while there is no figure. */
  readonly note: string;
  /** Null while the school has no lines. */
  readonly charts: ChartsModel | null;
  readonly notices: readonly SchoolNotice[];
  /** Newest first. */
  readonly reports: readonly SchoolReport[];
  /** What a minus means; empty where there is none. */
  readonly correction: string;
  readonly facts: readonly Fact[];
  /** What unknown means; empty where nothing can be. */
  readonly factsNote: string;
  /** Whether any school is on a map, so that there are nearest ones. */
  readonly hasMap: boolean;
  readonly nearby: readonly NearbySchool[];
  /** Heading of their recent cases. */
  readonly nearbyWindow: string;
  /** Stands where there are none. */
  readonly noNearby: string;
  /** Below the site. */
  readonly csv: string;
  readonly json: string;
  /** HTML that shows the school's card on another site. */
  readonly embedLines: string;
}

/** A line of the ledger about a school. */
interface SchoolReport {
  readonly anchor: string;
  readonly date: string;
  /** Page of its date, below the edition's folder. */
  readonly path: string;
  /** Null: the line was imported. */
  readonly update: Link | null;
  /** The day read before, where it is not the day before; else empty. */
  readonly since: string;
  readonly change: string;
  readonly total: string;
  readonly isCorrection: boolean;
  /** Absolute address of the line in git, and what it is called. */
  readonly source: string;
  readonly sourceLabel: string;
}

/** The window whose cases lead the page, the middle one. */
const [, RECENT_DAYS] = WINDOWS;

/** A page per school, at an address by id that survives renames. */
export const school: PageKind = (data, edition) => {
  const twins = namesTakenTwice(data.schools);
  const chartsOf = schoolCharts(data, edition);
  return data.entries.map((entry) => pageOf(data, entry, edition, { twins, chartsOf }));
};

/** What the pages of all schools share. */
interface Shared {
  /** Names that several schools have. */
  readonly twins: ReadonlySet<string>;
  readonly chartsOf: ReturnType<typeof schoolCharts>;
}

function pageOf(
  data: SiteData,
  entry: School,
  edition: Edition,
  { twins, chartsOf }: Shared,
): Page {
  const { text } = edition;
  const lines = data.linesOf.get(entry.id) ?? [];
  const recent = windowSums(data, entry)[1] ?? 0;
  const label = twins.has(entry.name) ? `${entry.name} (${entry.id})` : entry.name;
  const isKnown = hasFigure(data, entry);
  const successor = countedAs(data.ledger.schools, entry);
  const isMerged = successor !== entry;
  return {
    template: 'school',
    head: {
      path: `schools/${entry.id}/`,
      title: label,
      description: describe(data, entry, edition),
      section: 'schools',
      feeds: [
        { type: 'application/rss+xml', path: 'feed.rss' },
        { type: 'application/atom+xml', path: 'feed.atom' },
        { type: 'application/feed+json', path: 'feed.json' },
      ].map((feed) => ({ ...feed, title: text.school.feedTitle(label) })),
      card: schoolCardLink(data, entry, edition),
    },
    model: {
      id: entry.id,
      label,
      lead: isMerged ? text.school.merged(successor.name) : leadOf(data, entry, edition),
      successor: isMerged ? { path: `schools/${successor.id}/`, label: successor.name } : null,
      followedId: successor.id,
      boxes: isKnown ? boxesOf(data, entry, lines, text) : [],
      rate: isKnown ? rateWords(entry, recent, data.settings.ratePer, text) : '',
      note: isKnown ? noteOf(data, entry, text) : '',
      charts: chartsOf(lines),
      notices: schoolNotices(data, entry, lines, text),
      reports: [...lines].reverse().map((line) => reportOf(data, line, text)),
      correction: lines.some((line) => line.newCases < 0) ? text.correction : '',
      facts: schoolFacts(data, entry, text),
      factsNote: data.known.people || data.known.vaccination ? text.school.factsNote : '',
      hasMap: data.known.map,
      nearby: neighboursOf(data, successor, text),
      nearbyWindow: text.table.window(RECENT_DAYS),
      noNearby: data.nearest.has(successor.id) ? text.school.alone : text.school.noPlace,
      csv: `schools/${entry.id}/cases.csv`,
      json: `api/v1/schools/${entry.id}.json`,
      embedLines: embedLines(data, entry, edition),
    },
  };
}

/** What search engines show of the page. */
function describe(data: SiteData, entry: School, edition: Edition): string {
  const { text, counted } = edition;
  const { settings, totals } = data;
  if (!hasFigure(data, entry)) {
    return `${entry.name} (${settings.name}): ${leadOf(data, entry, edition)}`;
  }
  return text.school.description(
    entry.name,
    entry.id,
    settings.name,
    text.newCases(windowSums(data, entry)[1] ?? 0, counted),
    text.cases(totals.get(entry.id) ?? 0, counted),
  );
}

/** Its cases of the last two weeks, that it never had any, or that no figure of it was shown yet. */
function leadOf(data: SiteData, entry: School, { text, counted }: Edition): string {
  if (!hasFigure(data, entry)) return text.school.noFigureYet;
  const last = data.linesOf.get(entry.id)?.at(-1);
  if (!last) return text.school.never(counted);
  const recent = windowSums(data, entry)[1] ?? 0;
  return text.school.recent(text.newCases(recent, counted), text.longDate(last.date));
}

function noteOf(data: SiteData, { baselineCases }: School, text: Language): string {
  const baseline = baselineCases ? text.school.baseline(text.number(baselineCases)) : '';
  return [windowEnds(data, text), unreadWords(data, text), baseline].filter(Boolean).join(' ');
}

/** The windows, the school year and all time, the week against the one before. */
function boxesOf(
  data: SiteData,
  entry: School,
  lines: readonly CaseLine[],
  text: Language,
): readonly FigureBox[] {
  const sums = windowSums(data, entry);
  const year = schoolYearNow(data);
  return [
    ...WINDOWS.map((length, index) => ({
      figure: text.number(sums[index] ?? 0),
      label: text.school.lastDays(length),
      note: index === 0 && lines.length > 0 ? trend(data, lines, text) : '',
    })),
    ...(year
      ? [
          {
            figure: text.number(totalSince(lines, year.firstDay)),
            label: text.school.year(year.name),
            note: '',
          },
        ]
      : []),
    { figure: text.number(data.totals.get(entry.id) ?? 0), label: text.school.all, note: '' },
  ];
}

function reportOf(data: SiteData, line: CaseLine, text: Language): SchoolReport {
  const before = dayBefore(data, line.date);
  const isLate = before !== undefined && daysBetween(before.date, line.date) > 1;
  return {
    anchor: `${line.date}-${line.update}`,
    date: text.weekdayDate(line.date),
    path: `cases/${line.date}/`,
    update:
      line.update === 0
        ? null
        : {
            path: `updates/${line.date}/${line.update}/`,
            label: text.school.update(line.update),
          },
    since: isLate ? text.feed.since(text.shortDate(before.date)) : '',
    change: text.signed(line.newCases),
    total: text.number(line.totalCases),
    isCorrection: line.newCases < 0,
    source: ledgerLink(data, line.date),
    sourceLabel: text.school.lineOf(text.longDate(line.date)),
  };
}

function namesTakenTwice(schools: readonly School[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of schools) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
