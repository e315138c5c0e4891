import type { DayLine, School } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { CardLink } from '../pages/page.ts';
import type { SiteData } from '../site-data.ts';
import { type CardModel, cardSvg } from './card-svg.ts';
import { caseCard } from './case-card.ts';
import { schoolCard } from './school-card.ts';
import { siteCard } from './site-card.ts';

/**
 * Every social card of an edition.
 *
 * @returns path below the site → SVG; the shell turns each into the PNG of that name
 */
export function cards(data: SiteData, edition: Edition): ReadonlyMap<string, string> {
  const drawings: (readonly [string, CardModel])[] = [
    [siteCardPath, siteCard(data, edition)],
    ...data.entries.map(
      (school) => [schoolPath(school), schoolCard(data, school, edition)] as const,
    ),
    ...daysWithCard(data).map((day) => [casePath(day), caseCard(data, day, edition)] as const),
  ];
  return new Map(drawings.map(([path, model]) => [edition.folder + path, cardSvg(model)]));
}

/** The card of pages that have none of their own. */
export function siteCardLink(data: SiteData, edition: Edition): CardLink {
  return { path: siteCardPath, alt: altOf(siteCard(data, edition)) };
}

/** The card of a school's page. */
export function schoolCardLink(data: SiteData, school: School, edition: Edition): CardLink {
  return { path: schoolPath(school), alt: altOf(schoolCard(data, school, edition)) };
}

/** The card of a date's pages; undefined where it has none. */
export function caseCardLink(data: SiteData, day: DayLine, edition: Edition): CardLink | undefined {
  const has = data.cardDates.has(day.date);
  return has ? { path: casePath(day), alt: altOf(caseCard(data, day, edition)) } : undefined;
}

const siteCardPath = 'cards/site.png';

function schoolPath({ id }: School): string {
  return `cards/schools/${id}.png`;
}

function casePath({ date }: DayLine): string {
  return `cards/cases/${date}.png`;
}

function daysWithCard({ ledger, cardDates }: SiteData): readonly DayLine[] {
  return ledger.days.filter(({ date }) => cardDates.has(date));
}

function altOf({ title, figure, counts, when }: CardModel): string {
  return `${title}: ${figure} ${counts}. ${when}.`;
}
