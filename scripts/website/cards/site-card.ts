import { districtSpans } from '../../../site/shared/spans.ts';
import { rollingTotal } from '../../ledger/rolling-window.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import type { CardModel } from './card-svg.ts';
import { chartByDay } from './chart-of-days.ts';

const WEEK = 7;

/** The card of every page that has none of its own: the last change of the district, with its date. */
export function siteCard(data: SiteData, { text, counted }: Edition): CardModel {
  const { settings, lastDay, ledger } = data;
  const day = data.lastChange ?? lastDay;
  const figure = day?.newCases ?? 0;
  return {
    site: settings.site.title,
    district: settings.name,
    title: text.card.site(counted),
    figure: text.number(figure),
    isCorrection: figure < 0,
    counts: `${text.card.newCases(figure, counted)} ${day ? text.at(text.schools(day.schoolsChanged)) : ''}`,
    when: day ? text.home.reportedOn(text.longDate(day.date)) : text.home.nothingRead,
    chart: day
      ? chartByDay(districtSpans(ledger.days), day.date, {
          caption: text.card.byDay,
          number: text.number,
        })
      : null,
    footer: day
      ? [
          text.card.window(rollingTotal(ledger.days, day.date, WEEK), WEEK),
          text.card.inAll(text.cases(day.totalCases, counted)),
        ]
      : [],
  };
}
