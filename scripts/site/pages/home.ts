import { addDays, daysBetween } from '../../domain/reporting-date.ts';
import { holdsUnreadDay, rollingTotal } from '../../ledger/rolling-window.ts';
import type { Language } from '../language/en.ts';
import { dayBefore, ledgerLink, type SiteData } from '../site-data.ts';
import { districtSpans } from '../spans.ts';
import { chartModel, cumulativeModel } from './chart-model.ts';
import { movers } from './movers.ts';
import type { PageKind } from './page.ts';
import { windowRow } from './window-row.ts';

const MOVERS_SHOWN = 8;
const WEEK = 7;

/** The dashboard: the answer first, then what changed, the course, and every school. */
export const home: PageKind = {
  name: 'home',
  description: 'The dashboard: new cases and their date, what changed, the course, every school',
  pages: (data, text) => {
    const { settings } = data;
    const headline = headlineOf(data, text);
    return [
      {
        template: 'home',
        head: {
          path: '',
          title: settings.site.title,
          description: `${headline.answer}. ${headline.date}. ${settings.name}: ${settings.counted.plural} by school.`,
          section: 'home',
        },
        model: {
          headline,
          boxes: boxes(data, text),
          last: lastUpdate(data, text),
          chart: chartModel(districtSpans(data.ledger.days), 'per-day', text),
          cumulative: cumulativeModel(districtSpans(data.ledger.days), 'cumulative', text),
          rows: data.schools.map((school) => windowRow(data, school, text)),
          windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
        },
      },
    ];
  },
};

function headlineOf(data: SiteData, text: Language) {
  const day = data.lastChange;
  if (!day) {
    return {
      answer: data.lastDay ? 'No new cases since this record began' : 'Nothing was read yet',
      schools: '',
      date: data.lastDay ? text.reportedOn(text.longDate(data.lastDay.date)) : '',
      since: '',
      later: '',
      path: '',
    };
  }
  const before = dayBefore(data, day.date);
  const late = before !== undefined && daysBetween(before.date, day.date) > 1;
  const later = data.ledger.days.filter(({ date }) => date > day.date);
  return {
    // “COVID-19” must not break at its hyphen in so large a type.
    answer: text.newCases(day.newCases, data.settings.counted).replaceAll('-', '\u2011'),
    schools: text.schools(day.schoolsChanged),
    date: text.reportedOn(text.longDate(day.date)),
    since: late ? text.since(text.longDate(before.date)) : '',
    later:
      later.length > 0 ? text.readSince(spread(later.map(({ date }) => text.shortDate(date)))) : '',
    path: `cases/${day.date}/`,
  };
}

/** A few dates by name, many as a span. */
function spread(dates: readonly string[]): string {
  return dates.length > 3 ? `${dates[0]} – ${dates.at(-1)}` : dates.join(', ');
}

function boxes(data: SiteData, text: Language) {
  const { ledger, lastDay, settings } = data;
  if (!lastDay) return [];
  const week = rollingTotal(ledger.days, lastDay.date, WEEK);
  const active = data.schools.filter((school) => windowRow(data, school, text).active).length;
  return [
    {
      figure: text.number(week),
      label: `${settings.counted.plural} in the last 7 days`,
      note: trend(data, text, week),
    },
    {
      figure: text.number(active),
      label: `of ${text.schools(data.schools.length)} with a change in the last 14 days`,
      note: '',
    },
    {
      figure: text.number(lastDay.totalCases),
      label: `${settings.counted.plural} on record in all`,
      note: `The district’s count, including what it held when this record began.`,
    },
  ];
}

/** This week against the one before, in words; not where a day of either was not read. */
function trend({ ledger, lastDay }: SiteData, text: Language, week: number): string {
  if (!lastDay || holdsUnreadDay(ledger.days, lastDay.date, 2 * WEEK)) return text.trend.unknown;
  const before = rollingTotal(ledger.days, addDays(lastDay.date, -WEEK), WEEK);
  if (week === before) return text.trend.same(text.number(week));
  const words = week > before ? text.trend.up : text.trend.down;
  return words(text.number(week), text.number(before));
}

function lastUpdate(data: SiteData, text: Language) {
  const day = data.lastChange;
  if (!day) return null;
  const changes = movers(data, data.linesOn.get(day.date) ?? [], text);
  const updates = data.updatesOn.get(day.date)?.length ?? 0;
  return {
    title: `What changed on ${text.longDate(day.date)}`,
    updates: updates > 1 ? `In ${text.updates(updates)} that day.` : '',
    movers: changes.slice(0, MOVERS_SHOWN),
    more: Math.max(0, changes.length - MOVERS_SHOWN),
    path: `cases/${day.date}/`,
    hasCorrection: changes.some((mover) => mover.isCorrection),
    correction: text.correction,
    source: ledgerLink(data, day.date),
  };
}
