import { daysBetween } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, type SiteData } from '../site-data.ts';
import type { BrowserWords } from './browser-words.ts';
import type { ChartsModel } from './chart-model.ts';
import { type Clocks, clocksOf } from './clocks.ts';
import { totalBox, weekBox } from './dashboard-boxes.ts';
import { districtCharts } from './district-charts.ts';
import { type LastUpdate, lastUpdate } from './last-update.ts';
import { type MapModel, mapData, mapModel } from './map-model.ts';
import { ownTotal } from './own-total.ts';
import type { PageKind, PartialContext } from './page.ts';
import { type TodayWords, todayWords } from './today.ts';
import {
  type FigureBox,
  type SchoolTable,
  schoolTable,
  windowEnds,
  windowRow,
} from './window-figures.ts';

declare module './page.ts' {
  interface PageModels {
    readonly home: HomeModel;
  }
  interface TemplateModels {
    /** The schools that a reader follows, which the browser fills in. */
    readonly 'partials/mine': Pick<PartialContext, 't'> & { readonly words: BrowserWords };
  }
}

/** The dashboard. */
export interface HomeModel {
  readonly headline: Headline;
  readonly boxes: readonly FigureBox[];
  /** The sheet's own total beside the sum of its places; empty where none was read. */
  readonly ownTotal: string;
  readonly today: TodayWords;
  readonly clocks: Clocks;
  /** IANA name. */
  readonly timeZone: string;
  /** Null while nothing has changed. */
  readonly last: LastUpdate | null;
  /** Null while nothing has been read. */
  readonly charts: ChartsModel | null;
  /** Null where no place is on a map. */
  readonly map: MapModel | null;
  readonly windowEnds: string;
  /** Schools with a change in the last 14 days; null: there is none. */
  readonly active: SchoolTable | null;
  /** Link to all schools. */
  readonly everySchool: string;
}

/** The answer that a reader comes for; what does not apply is empty. */
interface Headline {
  readonly answer: string;
  /** At how many schools. */
  readonly schools: string;
  readonly date: string;
  /** The day read before, where it is not the day before. */
  readonly since: string;
  /** Days read later, without a change. */
  readonly later: string;
  /** Page of the date, below the edition's folder. */
  readonly path: string;
}

/** The dashboard: the answer first, then how fresh it is, what changed, the charts, the schools. */
export const home: PageKind = (data, edition) => {
  const { settings } = data;
  const { text, counted } = edition;
  const headline = headlineOf(data, edition);
  const rows = data.schools
    .map((school) => windowRow(data, school, text))
    .filter((row) => row.active);
  return [
    {
      template: 'home',
      head: {
        path: '',
        title: settings.site.title,
        description: text.home.description(headline.answer, headline.date, settings.name, counted),
        section: 'home',
      },
      model: {
        headline,
        boxes: boxes(data, edition, rows.length),
        ownTotal: ownTotal(data, text),
        today: todayWords(data, edition),
        clocks: clocksOf(data, text),
        timeZone: settings.timeZone,
        last: lastUpdate(data, edition),
        charts: districtCharts(data, edition),
        map: data.known.map ? mapModel(mapData(data, edition), data, edition, 'picture') : null,
        windowEnds: windowEnds(data, text),
        active:
          rows.length > 0
            ? schoolTable(rows, text, { caption: text.home.caption, isList: false })
            : null,
        everySchool: text.home.everySchool(data.schools.length),
      },
    },
  ];
};

function headlineOf(data: SiteData, { text, counted }: Edition): Headline {
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

/** Up to three dates in full, more as a span. */
function spread(dates: readonly string[]): string {
  return dates.length > 3 ? `${dates[0]} – ${dates.at(-1)}` : dates.join(', ');
}

function boxes(data: SiteData, edition: Edition, active: number): readonly FigureBox[] {
  if (!data.lastDay) return [];
  const { text } = edition;
  return [
    weekBox(data, edition),
    {
      figure: text.number(active),
      label: text.home.active(data.schools.length),
      note: '',
    },
    totalBox(data, edition),
  ];
}
