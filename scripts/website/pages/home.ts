import { districtSpans } from '../../../site/shared/spans.ts';
import { daysBetween } from '../../domain/time.ts';
import { rollingTotal } from '../../ledger/rolling-window.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, type SiteData } from '../site-data.ts';
import { districtCharts } from './chart-model.ts';
import { clocksOf } from './clocks.ts';
import { lastUpdate } from './last-update.ts';
import { mapModel } from './map-model.ts';
import type { PageKind } from './page.ts';
import { todayWords } from './today.ts';
import { trend, windowRow } from './window-figures.ts';

const WEEK = 7;

/** The dashboard: the answer first, then how fresh it is, what changed, the course, the schools. */
export const home: PageKind = {
  name: 'home',
  description:
    'The dashboard: new cases and their date, where today’s number is, what changed, the course',
  pages: (data, edition) => {
    const { settings } = data;
    const { text, counted } = edition;
    const headline = headlineOf(data, edition);
    const active = data.schools
      .map((school) => windowRow(data, school, text))
      .filter((row) => row.active);
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
          boxes: boxes(data, edition, active.length),
          last: lastUpdate(data, edition),
          today: todayWords(data, edition),
          clocks: clocksOf(data, text),
          timeZone: settings.timeZone,
          charts: districtCharts(districtSpans(data.ledger.days), edition),
          map: mapModel(data, edition),
          rows: active,
          everySchool: text.home.everySchool(data.schools.length),
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
    answer: text.newCases(day.newCases, counted),
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

function boxes(data: SiteData, { text, counted }: Edition, active: number) {
  const { ledger, lastDay } = data;
  if (!lastDay) return [];
  const week = rollingTotal(ledger.days, lastDay.date, WEEK);
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
