import { textUnder } from '../../../site/shared/words/phrase.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  type ReportingDate,
  reportingDateAt,
} from '../../domain/time.ts';
import type { DayLine, ReadGaps } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import { type SiteData, silentDays } from '../site-data.ts';
import { clocksOf, momentOf } from './clocks.ts';
import { ownTotal } from './own-total.ts';
import type { PageKind } from './page.ts';
import type { Fact } from './school-facts.ts';

declare module './page.ts' {
  interface PageModels {
    readonly status: StatusModel;
  }
}

/** How fresh the numbers are, what is wrong, and what the record holds. */
export interface StatusModel {
  readonly lead: string;
  readonly isWell: boolean;
  readonly troubles: readonly StatusTrouble[];
  readonly clocks: readonly Fact[];
  /** What was built; null: unknown. */
  readonly commit: { readonly name: string; readonly href: string } | null;
  /** Which version of the program built it, as a sentence; empty: unknown. */
  readonly version: string;
  /** Newest first. */
  readonly days: readonly StatusDay[];
  /** What the record holds. */
  readonly facts: readonly Fact[];
  /** The sheet's own total beside the sum of its places; empty where none was read. */
  readonly ownTotal: string;
  readonly cadence: CadenceTable | null;
  /** Absolute address. */
  readonly repository: string;
}

interface StatusTrouble {
  readonly title: string;
  /** Each reason, with since when. */
  readonly lines: readonly string[];
}

interface StatusDay {
  readonly date: string;
  /** Its page, below the edition's folder; empty where it was not read. */
  readonly path: string;
  /** When it was read first. */
  readonly read: string;
  /** Its new cases; empty where it was not read. */
  readonly found: string;
}

/** How far apart reads are. */
interface CadenceTable {
  /** Over which days this was measured. */
  readonly over: string;
  readonly rows: readonly {
    readonly name: string;
    /** As the schedule asks. */
    readonly asked: string;
    readonly measured: string;
  }[];
}

const DAYS_SHOWN = 14;

/**
 * How fresh the numbers are and what is wrong: the one page whose text depends on the instant of the
 * build.
 */
export const status: PageKind = (data, edition) => {
  const { text } = edition;
  const { settings } = data;
  const troubles = troublesOf(data, edition);
  const ended = settings.endedOn !== null;
  return [
    {
      template: 'status',
      head: {
        path: 'status/',
        title: text.status.title,
        description: text.status.description(settings.name),
        section: null,
      },
      model: {
        lead: leadOf(ended, troubles.length > 0, text),
        isWell: !ended && troubles.length === 0,
        troubles,
        clocks: clocks(data, edition),
        commit: commitOf(data),
        version: data.version === undefined ? '' : text.status.byVersion(data.version),
        days: lastDays(data, edition),
        facts: factsOf(data, edition),
        ownTotal: ownTotal(data, text),
        cadence: cadenceOf(data, edition),
        repository: settings.repository,
      },
    },
  ];
};

function leadOf(ended: boolean, troubled: boolean, { status }: Edition['text']): string {
  if (ended) return status.ended;
  return troubled ? status.troubled : status.well;
}

/** What is wrong now: held, not readable, or silent for longer than the settings call usual. */
function troublesOf(data: SiteData, { text }: Edition): readonly StatusTrouble[] {
  const { ledger, settings, names } = data;
  const dateOf = (instant: Instant) => text.longDate(reportingDateAt(instant, settings.timeZone));
  const troubles: StatusTrouble[] = [];
  if (settings.endedOn !== null) return troubles;
  if (ledger.held) {
    const lines = ledger.held.reasons.map(({ guard, schoolId, since }) => {
      const name = schoolId === null ? '' : (names.get(schoolId) ?? schoolId);
      const reason = `${name && `${name}: `}${textUnder(text.guards, guard)}`;
      return text.status.heldSince(reason, dateOf(since));
    });
    troubles.push({ title: text.status.held, lines });
  }
  if (ledger.failing) {
    const { cause, since } = ledger.failing;
    troubles.push({
      title: text.status.failing,
      lines: [text.status.failingSince(textUnder(text.causes, cause), dateOf(since))],
    });
  }
  const silent = silentDays(data);
  if (silent > settings.staleAfterDays) {
    troubles.push({ title: text.status.silent(text.days(silent)), lines: [] });
  }
  return troubles;
}

function commitOf({ commit, settings }: SiteData): StatusModel['commit'] {
  if (!commit) return null;
  return { name: commit.slice(0, 7), href: `${settings.repository}/commit/${commit}` };
}

function clocks(data: SiteData, { text }: Edition): readonly Fact[] {
  const { changed, checked } = clocksOf(data, text);
  return [
    { name: text.status.changed, value: changed },
    { name: text.status.checked, value: checked },
    { name: text.status.built, value: momentOf(data, data.at, text) },
  ];
}

/** The last days up to the last one read, newest first; days that were not read are listed too. */
function lastDays(
  { ledger, lastDay, settings }: SiteData,
  { text }: Edition,
): readonly StatusDay[] {
  if (!lastDay) return [];
  const read = new Map<ReportingDate, DayLine>(
    ledger.days.slice(-DAYS_SHOWN).map((day) => [day.date, day]),
  );
  const first = ledger.days[0]?.date ?? lastDay.date;
  return Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(lastDay.date, -index))
    .filter((date) => date >= first)
    .map((date) => {
      const day = read.get(date);
      const when = day?.firstReadAt ? text.time(day.firstReadAt, settings.timeZone) : '';
      return {
        date: text.weekdayDate(date),
        path: day ? `cases/${date}/` : '',
        read: day ? when || text.status.imported : text.status.notRead,
        found: day ? text.signed(day.newCases) : '',
      };
    });
}

/** Gaps between reads as planned and as measured; null: not measured yet. */
function cadenceOf({ ledger: { cadence } }: SiteData, { text }: Edition): CadenceTable | null {
  if (cadence === null) return null;
  const { status, days, number, interval } = text;
  const row = (name: string, gap: keyof ReadGaps) => ({
    name,
    asked: interval(cadence.requested[gap]),
    measured: interval(cadence[gap]),
  });
  return {
    over: status.cadenceOver(days(cadence.days), number(cadence.reads)),
    rows: [
      row(status.median, 'medianMinutes'),
      row(status.p95, 'p95Minutes'),
      row(status.longest, 'longestMinutes'),
    ],
  };
}

function factsOf({ ledger, lastDay }: SiteData, { text }: Edition): readonly Fact[] {
  const first = ledger.days[0];
  if (!first || !lastDay) return [];
  const span = daysBetween(first.date, lastDay.date) + 1;
  const corrections = ledger.cases.filter(({ newCases }) => newCases < 0).length;
  return [
    { name: text.status.began, value: text.longDate(first.date) },
    { name: text.status.daysRead, value: text.number(ledger.days.length) },
    { name: text.status.daysMissed, value: text.number(span - ledger.days.length) },
    { name: text.status.updates, value: text.number(ledger.updates.length) },
    { name: text.status.corrections, value: text.number(corrections) },
    { name: text.status.total, value: text.number(lastDay.totalCases) },
  ];
}
