import {
  addDays,
  daysBetween,
  type Instant,
  type ReportingDate,
  reportingDateAt,
} from '../../domain/time.ts';
import type { DayLine, ReadGaps } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { silentDays } from '../site-data.ts';
import { clocksOf, momentOf } from './clocks.ts';
import type { PageKind } from './page.ts';

const DAYS_SHOWN = 14;

/** How fresh the numbers are and what is wrong: the one page whose text hangs on the build's time. */
export const status: PageKind = {
  name: 'status',
  description: 'Three clocks, the last two weeks, and what needs attention',
  pages: (data, edition) => {
    const { text } = edition;
    const { settings } = data;
    const troubles = troublesOf(data, edition);
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
          lead: leadOf(settings.endedOn !== null, troubles.length > 0, text),
          isWell: settings.endedOn === null && troubles.length === 0,
          troubles,
          clocks: clocks(data, edition),
          commit: data.commit
            ? {
                name: data.commit.slice(0, 7),
                href: `${settings.repository}/commit/${data.commit}`,
              }
            : null,
          days: lastDays(data, edition),
          facts: factsOf(data, edition),
          cadence: cadenceOf(data, edition),
          repository: settings.repository,
        },
      },
    ];
  },
};

function leadOf(ended: boolean, troubled: boolean, { status }: Edition['text']): string {
  if (ended) return status.ended;
  return troubled ? status.troubled : status.well;
}

/** What is wrong now: held, not readable, or silent for longer than the settings call usual. */
function troublesOf(data: SiteData, { text }: Edition) {
  const { ledger, settings } = data;
  const dateOf = (instant: Instant) => text.longDate(reportingDateAt(instant, settings.timeZone));
  const troubles: { title: string; lines: readonly string[] }[] = [];
  if (settings.endedOn !== null) return troubles;
  if (ledger.held) {
    const guards: Readonly<Record<string, string>> = text.guards;
    const lines = ledger.held.reasons.map(({ guard, schoolId, since }) => {
      const name = schoolId === null ? '' : (ledger.schools.get(schoolId)?.name ?? schoolId);
      const reason = `${name && `${name}: `}${guards[guard] ?? guard}`;
      return text.status.heldSince(reason, dateOf(since));
    });
    troubles.push({ title: text.status.held, lines });
  }
  if (ledger.failing) {
    const { cause, since } = ledger.failing;
    const causes: Readonly<Record<string, string>> = text.causes;
    troubles.push({
      title: text.status.failing,
      lines: [text.status.failingSince(causes[cause] ?? cause, dateOf(since))],
    });
  }
  const silent = silentDays(data);
  if (silent > settings.staleAfterDays) {
    troubles.push({ title: text.status.silent(text.days(silent)), lines: [] });
  }
  return troubles;
}

function clocks(data: SiteData, { text }: Edition) {
  const { changed, checked } = clocksOf(data, text);
  return [
    { name: text.status.changed, value: changed },
    { name: text.status.checked, value: checked },
    { name: text.status.built, value: momentOf(data, data.at, text) },
  ];
}

/** The last days up to the last one read, newest first; those not read stand as such. */
function lastDays({ ledger, lastDay, settings }: SiteData, { text }: Edition) {
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
function cadenceOf({ ledger: { cadence } }: SiteData, { text }: Edition) {
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

function factsOf({ ledger, lastDay }: SiteData, { text }: Edition) {
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
