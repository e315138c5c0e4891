import { daysBetween } from '../../domain/time.ts';
import type { CaseLine, DayLine, UpdateLine } from '../../ledger/model.ts';
import { caseCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, isClosed, ledgerLink, type SiteData } from '../site-data.ts';
import { movers } from './movers.ts';
import { noticeAnchor } from './notices.ts';
import type { Page, PageKind } from './page.ts';

/** How many dates the list holds; the archive has them all. */
const DATES_SHOWN = 60;

/** The list of dates read, and a page for each with its updates. */
export const cases: PageKind = {
  name: 'cases',
  description: 'Every date that was read, with its updates and changed schools',
  pages: (data, edition) => [
    indexPage(data, edition),
    ...data.ledger.days.map((day) => datePage(data, day, edition)),
  ],
};

function indexPage(data: SiteData, edition: Edition): Page {
  const { text } = edition;
  const latest = data.lastChange;
  const unread = latest ? laterDays(data, latest) : [];
  return {
    template: 'cases',
    head: {
      path: 'cases/',
      title: text.dates.title,
      description: text.dates.description(data.settings.name),
      section: 'cases',
    },
    model: {
      latest: latest ? dayModel(data, latest, edition) : null,
      latestTitle: latest ? text.dates.latest(text.longDate(latest.date)) : '',
      later:
        unread.length > 0
          ? text.dates.readSince(unread.map((date) => text.longDate(date)).join('; '))
          : '',
      heading:
        data.ledger.days.length > DATES_SHOWN ? text.dates.newest(DATES_SHOWN) : text.dates.every,
      days: data.ledger.days
        .slice(-DATES_SHOWN)
        .reverse()
        .map((day) => ({
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
    model: { ...dayModel(data, day, edition), ...neighbours(data, day, text) },
  };
}

function dayModel(data: SiteData, day: DayLine, edition: Edition) {
  const { text } = edition;
  const before = dayBefore(data, day.date);
  const lines = data.linesOn.get(day.date) ?? [];
  const updates = data.updatesOn.get(day.date) ?? [];
  const late = before !== undefined && daysBetween(before.date, day.date) > 1;
  return {
    title: text.longDate(day.date),
    figure: figureOf(day, edition),
    late,
    since: late ? text.since(text.longDate(before.date)) : '',
    open: isOver(data, day) ? '' : text.dates.open,
    quiet: quietWords(data, day, text),
    movers: movers(data, lines, text),
    inUpdates: updates.length > 1 ? text.dates.inUpdates(text.updates(updates.length)) : '',
    updates: updates.map((update) => updateModel(data, update, lines, updates.length, edition)),
    hasCorrection: lines.some((line) => line.newCases < 0),
    correction: text.correction,
    notices: noticesOf(data, day, text),
    source: ledgerLink(data, day.date),
  };
}

/** The day's new cases, and where; of a day without a change the figure alone. */
function figureOf(day: DayLine, { text, counted }: Edition): string {
  const figure = text.newCases(day.newCases, counted);
  return day.schoolsChanged === 0
    ? figure
    : `${figure} ${text.at(text.schools(day.schoolsChanged))}`;
}

/** Notices about the day, at the places that their feed items link to. */
function noticesOf({ ledger }: SiteData, day: DayLine, text: Edition['text']) {
  return ledger.notices.flatMap((notice, index) =>
    notice.date === day.date && notice.kind !== 'definition'
      ? [{ anchor: noticeAnchor(index), text: notice.text ?? text.feed.kinds[notice.kind] }]
      : [],
  );
}

function updateModel(
  data: SiteData,
  update: UpdateLine,
  lines: readonly CaseLine[],
  count: number,
  { text, counted }: Edition,
) {
  const own = lines.filter((line) => line.update === update.update);
  return {
    anchor: `update-${update.update}`,
    title: text.dates.update(update.update, text.time(update.detectedAt, data.settings.timeZone)),
    figure: `${text.newCases(update.newCases, counted)} ${text.at(text.schools(update.schoolsChanged))}`,
    movers: count > 1 ? movers(data, own, text) : [],
  };
}

/** What stands where a day has no lines: it is the first, or it was read without a change. */
function quietWords(data: SiteData, day: DayLine, text: Edition['text']): string {
  if ((data.linesOn.get(day.date) ?? []).length > 0) return '';
  if (dayBefore(data, day.date)) return text.dates.unchanged;
  return text.dates.baseline(text.number(day.totalCases));
}

/** Only the last day can still change, and whether it is over must not hang on the build's clock. */
function isOver(data: SiteData, day: DayLine): boolean {
  return day.date !== data.lastDay?.date || isClosed(data, day.date);
}

function laterDays(data: SiteData, latest: DayLine) {
  return data.ledger.days.filter((day) => day.date > latest.date).map((day) => day.date);
}

function gapBefore(data: SiteData, day: DayLine, text: Edition['text']): string {
  const before = dayBefore(data, day.date);
  const missed = before ? daysBetween(before.date, day.date) - 1 : 0;
  return missed > 0 ? text.dates.gap(missed) : '';
}

function neighbours(data: SiteData, day: DayLine, text: Edition['text']) {
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
