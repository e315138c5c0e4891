import { daysBetween } from '../../domain/reporting-date.ts';
import type { CaseLine, DayLine, UpdateLine } from '../../ledger/model.ts';
import type { Language } from '../language/en.ts';
import { dayBefore, isClosed, ledgerLink, type SiteData } from '../site-data.ts';
import { movers } from './movers.ts';
import type { Page, PageKind } from './page.ts';

/** The list of dates read, and a page for each with its updates. */
export const cases: PageKind = {
  name: 'cases',
  description: 'Every date that was read, with its updates and changed schools',
  pages: (data, text) => [
    indexPage(data, text),
    ...data.ledger.days.map((day) => datePage(data, day, text)),
  ],
};

function indexPage(data: SiteData, text: Language): Page {
  const latest = data.lastChange;
  const unread = latest ? laterDays(data, latest) : [];
  return {
    template: 'cases',
    head: {
      path: 'cases/',
      title: 'By date',
      description: `Every date on which the numbers of ${data.settings.name} were read, the latest first.`,
      section: 'cases',
    },
    model: {
      latest: latest ? dayModel(data, latest, text) : null,
      later: unread.map((date) => text.longDate(date)).join('; '),
      days: [...data.ledger.days].reverse().map((day) => ({
        date: text.weekdayDate(day.date),
        path: `cases/${day.date}/`,
        change: text.signed(day.newCases),
        schools: text.number(day.schoolsChanged),
        quiet: day.schoolsChanged === 0,
        gap: gapBefore(data, day, text),
      })),
    },
  };
}

function datePage(data: SiteData, day: DayLine, text: Language): Page {
  const figure = text.newCases(day.newCases, data.settings.counted);
  return {
    template: 'date',
    head: {
      path: `cases/${day.date}/`,
      title: text.longDate(day.date),
      description: `${figure} at ${text.schools(day.schoolsChanged)} of ${data.settings.name}, reported on ${text.longDate(day.date)}.`,
      section: 'cases',
    },
    model: { ...dayModel(data, day, text), ...neighbours(data, day, text) },
  };
}

function dayModel(data: SiteData, day: DayLine, text: Language) {
  const before = dayBefore(data, day.date);
  const lines = data.linesOn.get(day.date) ?? [];
  const updates = data.updatesOn.get(day.date) ?? [];
  const late = before !== undefined && daysBetween(before.date, day.date) > 1;
  return {
    title: text.longDate(day.date),
    figure: text.newCases(day.newCases, data.settings.counted),
    schools: text.schools(day.schoolsChanged),
    since: late ? text.since(text.longDate(before.date)) : '',
    open: !isOver(data, day),
    isBaseline: before === undefined && lines.length === 0,
    total: text.number(day.totalCases),
    movers: movers(data, lines, text),
    updates: updates.map((update) => updateModel(data, update, lines, updates.length, text)),
    hasCorrection: lines.some((line) => line.newCases < 0),
    correction: text.correction,
    source: ledgerLink(data, day.date),
  };
}

function updateModel(
  data: SiteData,
  update: UpdateLine,
  lines: readonly CaseLine[],
  count: number,
  text: Language,
) {
  const own = lines.filter((line) => line.update === update.update);
  return {
    number: update.update,
    anchor: `update-${update.update}`,
    time: text.time(update.detectedAt, data.settings.timeZone),
    figure: text.newCases(update.newCases, data.settings.counted),
    schools: text.schools(update.schoolsChanged),
    movers: count > 1 ? movers(data, own, text) : [],
  };
}

/** Only the last day can still change, and whether it is over must not hang on the build's clock. */
function isOver(data: SiteData, day: DayLine): boolean {
  return day.date !== data.lastDay?.date || isClosed(data, day.date);
}

function laterDays(data: SiteData, latest: DayLine) {
  return data.ledger.days.filter((day) => day.date > latest.date).map((day) => day.date);
}

function gapBefore(data: SiteData, day: DayLine, text: Language): string {
  const before = dayBefore(data, day.date);
  const missed = before ? daysBetween(before.date, day.date) - 1 : 0;
  return missed > 0 ? `${text.days(missed)} before it ${text.notRead}` : '';
}

function neighbours(data: SiteData, day: DayLine, text: Language) {
  const index = data.dayIndex.get(day.date) ?? 0;
  const link = (other: DayLine | undefined) =>
    other ? { path: `cases/${other.date}/`, label: text.shortDate(other.date) } : null;
  return { previous: link(data.ledger.days[index - 1]), next: link(data.ledger.days[index + 1]) };
}
