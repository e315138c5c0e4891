import { daysBetween } from '../../domain/reporting-date.ts';
import { rollingTotal } from '../../ledger/rolling-window.ts';
import type { Edition } from '../language/index.ts';
import { mapModel } from '../map/map-model.ts';
import { dayBefore, ledgerLink, type SiteData } from '../site-data.ts';
import { districtSpans } from '../spans.ts';
import { districtCharts } from './chart-model.ts';
import { movers } from './movers.ts';
import type { PageKind } from './page.ts';
import { trend } from './trend.ts';
import { windowRow } from './window-row.ts';

const MOVERS_SHOWN = 8;
const WEEK = 7;

/** The dashboard: the answer first, then what changed, the course, and every school. */
export const home: PageKind = {
  name: 'home',
  description: 'The dashboard: new cases and their date, what changed, the course, every school',
  pages: (data, edition) => {
    const { settings } = data;
    const { text, counted } = edition;
    const headline = headlineOf(data, edition);
    return [
      {
        template: 'home',
        head: {
          path: '',
          title: settings.site.title,
          description: text.home.description(
            headline.answer,
            headline.date,
            settings.name,
            counted,
          ),
          section: 'home',
        },
        model: {
          headline,
          boxes: boxes(data, edition),
          last: lastUpdate(data, text),
          charts: districtCharts(districtSpans(data.ledger.days), edition),
          map: mapModel(data, edition),
          rows: data.schools.map((school) => windowRow(data, school, text)),
          windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
        },
      },
    ];
  },
};

function headlineOf(data: SiteData, { text, counted }: Edition) {
  const day = data.lastChange;
  if (!day) {
    return {
      answer: data.lastDay ? text.home.noChange : text.home.nothingRead,
      schools: '',
      date: data.lastDay ? text.home.reportedOn(text.longDate(data.lastDay.date)) : '',
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
    answer: text.newCases(day.newCases, counted).replaceAll('-', '\u2011'),
    schools: text.at(text.schools(day.schoolsChanged)),
    date: text.home.reportedOn(text.longDate(day.date)),
    since: late ? text.since(text.longDate(before.date)) : '',
    later:
      later.length > 0
        ? text.home.alsoRead(spread(later.map(({ date }) => text.shortDate(date))))
        : '',
    path: `cases/${day.date}/`,
  };
}

/** A few dates by name, many as a span. */
function spread(dates: readonly string[]): string {
  return dates.length > 3 ? `${dates[0]} – ${dates.at(-1)}` : dates.join(', ');
}

function boxes(data: SiteData, { text, counted }: Edition) {
  const { ledger, lastDay } = data;
  if (!lastDay) return [];
  const week = rollingTotal(ledger.days, lastDay.date, WEEK);
  const active = data.schools.filter((school) => windowRow(data, school, text).active).length;
  return [
    {
      figure: text.number(week),
      label: text.home.week(counted),
      note: trend(data, ledger.days, text),
    },
    {
      figure: text.number(active),
      label: text.home.active(data.schools.length),
      note: '',
    },
    {
      figure: text.number(lastDay.totalCases),
      label: text.home.all(counted),
      note: text.home.allNote,
    },
  ];
}

function lastUpdate(data: SiteData, text: Edition['text']) {
  const day = data.lastChange;
  if (!day) return null;
  const changes = movers(data, data.linesOn.get(day.date) ?? [], text);
  const updates = data.updatesOn.get(day.date)?.length ?? 0;
  return {
    title: text.home.changedOn(text.longDate(day.date)),
    updates: updates > 1 ? text.home.inUpdates(text.updates(updates)) : '',
    movers: changes.slice(0, MOVERS_SHOWN),
    link:
      changes.length > MOVERS_SHOWN
        ? text.home.more(changes.length - MOVERS_SHOWN)
        : text.home.wholeDay,
    path: `cases/${day.date}/`,
    hasCorrection: changes.some((mover) => mover.isCorrection),
    correction: text.correction,
    source: ledgerLink(data, day.date),
  };
}
