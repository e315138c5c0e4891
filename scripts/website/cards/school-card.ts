import type { School } from '../../ledger/model.ts';
import { rollingTotal } from '../../ledger/rolling-window.ts';
import type { Edition } from '../editions.ts';
import { hasFigure, type SiteData } from '../site-data.ts';
import type { CardModel } from './card-svg.ts';
import { chartByWeek } from './chart-of-days.ts';

const WINDOW = 14;

/**
 * The card of a school: its last report with its date. So a card that a network keeps for weeks stays
 * true, and is drawn again only when the school's own numbers change.
 */
export function schoolCard(data: SiteData, school: School, edition: Edition): CardModel {
  const { text, counted } = edition;
  const lines = data.linesOf.get(school.id) ?? [];
  const isKnown = hasFigure(data, school);
  const total = isKnown
    ? text.card.inAll(text.cases(data.totals.get(school.id) ?? 0, counted))
    : text.school.noFigure;
  const shared = {
    site: data.settings.site.title,
    district: data.settings.name,
    title: school.name,
  };
  const last = lines.at(-1)?.date;
  if (last === undefined) {
    return {
      ...shared,
      figure: isKnown ? text.number(0) : '–',
      isCorrection: false,
      counts: text.card.newCases(0, counted),
      when: text.card.sinceBegan,
      chart: null,
      footer: [total],
    };
  }
  const change = lines
    .filter(({ date }) => date === last)
    .reduce((sum, { newCases }) => sum + newCases, 0);
  return {
    ...shared,
    figure: text.number(change),
    isCorrection: change < 0,
    counts: text.card.newCases(change, counted),
    when: text.home.reportedOn(text.longDate(last)),
    chart: chartByWeek(data.ledger.days, lines, last, {
      caption: text.card.byWeek,
      number: text.number,
    }),
    footer: [text.card.window(rollingTotal(lines, last, WINDOW), WINDOW), total],
  };
}
