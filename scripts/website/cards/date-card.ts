import type { ReportingDate } from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { cardSvg } from './card-svg.ts';
import { caseCard } from './case-card.ts';
import { drawPng } from './draw-png.ts';
import { caseCardLink } from './index.ts';

/** The social card of one date, drawn when it is needed. */
export interface DateCard {
  /** Where the site has it, below its address. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly png: () => Promise<Uint8Array>;
}

/**
 * The card of a date's page without building the site: the same picture that the page names.
 *
 * @returns undefined where the page has none
 */
export function drawDateCard(
  data: SiteData,
  date: ReportingDate,
  edition: Edition,
): DateCard | undefined {
  const day = data.ledger.days.find((line) => line.date === date);
  const link = day && caseCardLink(data, day, edition);
  if (!day || !link) return undefined;
  const path = `${edition.folder}${link.path}`;
  return { path, alt: link.alt, png: () => drawPng(cardSvg(caseCard(data, day, edition))) };
}
