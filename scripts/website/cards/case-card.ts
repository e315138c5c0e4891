import { districtSpans } from '../../../site/shared/spans.ts';
import type { DayLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import { movers } from '../pages/movers.ts';
import type { SiteData } from '../site-data.ts';
import type { CardModel } from './card-svg.ts';
import { chartByDay } from './chart-of-days.ts';

const MOVERS_SHOWN = 3;

/** The card of a date with changes: how many, at how many schools, and where most. */
export function caseCard(data: SiteData, day: DayLine, edition: Edition): CardModel {
  const { text, counted } = edition;
  const most = movers(data, data.linesOn.get(day.date) ?? [], text).slice(0, MOVERS_SHOWN);
  return {
    site: data.settings.site.title,
    district: data.settings.name,
    title: text.longDate(day.date),
    figure: text.number(day.newCases),
    isCorrection: day.newCases < 0,
    counts: text.card.newCases(day.newCases, counted),
    when: text.at(text.schools(day.schoolsChanged)),
    chart: chartByDay(districtSpans(data.ledger.days), day.date, {
      caption: text.card.byDay,
      number: text.number,
    }),
    footer: most.map(({ name, change }) => `${name} ${change}`),
  };
}
