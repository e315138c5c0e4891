import type { SiteData } from '../site-data.ts';

/** Width of a letter at 11 px, rounded up: a badge may be a little wide, but not cut off. */
const LETTER_WIDTH = 6.6;
const PADDING = 12;
const HEIGHT = 20;

/**
 * `badge.svg` for the README: the median gap between reads in the last 30 days, and the one that the
 * schedule asks for. It is for those who run the project, so it is in English on every site.
 *
 * @returns empty while reads have not been measured
 */
export function badge({ ledger }: SiteData): readonly (readonly [path: string, text: string])[] {
  const { cadence } = ledger;
  if (cadence === null) return [];
  const label = 'read every';
  const value = `${interval(cadence.medianMinutes)} (asked: ${interval(cadence.requested.medianMinutes)})`;
  const title = `Read every ${interval(cadence.medianMinutes)} by the median of ${cadence.days} days, at most ${interval(cadence.longestMinutes)} apart`;
  const [left, right] = [widthOf(label), widthOf(value)];
  const text = (middle: number, words: string) =>
    `<text x="${middle}" y="14" text-anchor="middle">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${title}"><title>${title}</title><rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#24547d"/><path d="M0 3a3 3 0 0 1 3-3h${left - 3}v${HEIGHT}H3a3 3 0 0 1-3-3z" fill="#3b3f45"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(left / 2, label)}${text(left + right / 2, value)}</g></svg>\n`;
  return [['badge.svg', svg]];
}

/** `35 min`, `2 h`, `13 h 5 min`. */
function interval(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return parts.filter(Boolean).join(' ');
}

function widthOf(words: string): number {
  return Math.round(words.length * LETTER_WIDTH) + PADDING;
}
