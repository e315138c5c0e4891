import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { type CardChart, drawChart } from './card-chart.ts';
import { fitText, type Room } from './fit-text.ts';
import { COLOURS, markSvg } from './mark.ts';
import { FACES, type Face } from './measure-text.ts';

/** Pixels of a social card, as the networks that show one ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
const MARGIN = 64;
const INNER = CARD_SIZE.width - 2 * MARGIN;
const COLUMN = 560;

/** What stands on a card, ready to draw. */
export interface CardModel {
  readonly site: string;
  readonly district: string;
  /** The school's name, the date, or what the site is about. */
  readonly title: string;
  readonly figure: string;
  readonly isCorrection: boolean;
  /** What the figure counts. */
  readonly counts: string;
  readonly when: string;
  readonly chart: CardChart | null;
  readonly footer: readonly string[];
}

/** A card as SVG, in our own fonts and few colours. */
export function cardSvg(card: CardModel): string {
  const parts = [
    `<rect width="${CARD_SIZE.width}" height="${CARD_SIZE.height}" fill="${COLOURS.paper}"/>`,
    `<rect width="${CARD_SIZE.width}" height="12" fill="${COLOURS.bar}"/>`,
    ...masthead(card),
    titleOf(card.title),
    ...answer(card),
    card.chart
      ? drawChart(card.chart, { left: 690, top: 330, width: 446, height: 170 }, paint)
      : '',
    card.chart ? text(card.chart.caption, { x: 690, y: 536, colour: COLOURS.soft }, CAPTION) : '',
    `<rect x="${MARGIN}" y="563" width="${INNER}" height="2" fill="${COLOURS.line}"/>`,
    text(card.footer.join('  ·  '), { x: MARGIN, y: 602, colour: COLOURS.soft }, FOOTER),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">${parts.join('')}</svg>`;
}

const SHORT: Room = { face: 'serif', width: INNER, maxLines: 1, sizes: [88, 80, 72, 66] };
const LONG: Room = { face: 'serif', width: INNER, maxLines: 2, sizes: [72, 66, 60, 54, 48, 42] };
const BRAND: Room = { face: 'serif', width: 520, maxLines: 1, sizes: [32, 28, 24] };
const DISTRICT: Room = { face: 'sans', width: 460, maxLines: 1, sizes: [26, 22, 19] };
const CAPTION: Room = { face: 'sans', width: 446, maxLines: 1, sizes: [24, 22, 20, 18] };
const FOOTER: Room = { face: 'sans', width: INNER, maxLines: 1, sizes: [26, 24, 22, 20] };
const COUNTS: Room = { face: 'sans', width: COLUMN, maxLines: 1, sizes: [36, 32, 28, 24] };
const WHEN: Room = { face: 'sans', width: COLUMN, maxLines: 1, sizes: [27, 25, 23, 20] };

function paint(part: 'gains' | 'corrections' | 'axis'): string {
  const colour = { gains: COLOURS.bar, corrections: COLOURS.alert, axis: COLOURS.ink }[part];
  return `fill="${colour}"`;
}

function masthead({ site, district }: CardModel): readonly string[] {
  return [
    `<svg x="${MARGIN}" y="46" width="52" height="52" viewBox="0 0 64 64">${markSvg('rounded')}</svg>`,
    text(site, { x: MARGIN + 68, y: 83, colour: COLOURS.ink }, BRAND),
    text(district, { x: MARGIN + INNER, y: 82, colour: COLOURS.soft, anchor: 'end' }, DISTRICT),
  ];
}

/** On one line where it fits in a large size, else on two. */
function titleOf(title: string): string {
  const { lines } = fitText(title, SHORT);
  const isShort = !lines[0]?.endsWith('…') || title.endsWith('…');
  const place = { x: MARGIN, y: isShort ? 222 : 190, leading: 1.1, colour: COLOURS.ink };
  return text(title, place, isShort ? SHORT : LONG);
}

function answer({ figure, isCorrection, counts, when }: CardModel): readonly string[] {
  const colour = isCorrection ? COLOURS.alert : COLOURS.accent;
  const room: Room = { face: 'serif', width: COLUMN, maxLines: 1, sizes: [150, 130, 110, 90] };
  return [
    text(figure, { x: MARGIN - 4, y: 438, colour }, room),
    text(counts, { x: MARGIN, y: 492, colour: COLOURS.ink }, COUNTS),
    text(when, { x: MARGIN, y: 536, colour: COLOURS.soft }, WHEN),
  ];
}

interface Place {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly colour: string;
  readonly anchor?: 'end';
  /** Line height, as a multiple of the font size. */
  readonly leading?: number;
}

function text(words: string, place: Place, room: Room): string {
  const { lines, size } = fitText(words, room);
  const weight = room.face === 'serif' ? ' font-weight="700"' : '';
  const anchor = place.anchor ? ` text-anchor="${place.anchor}"` : '';
  return lines
    .map((line, index) => {
      const y = Math.round(place.y + index * size * (place.leading ?? 1));
      return `<text x="${place.x}" y="${y}" font-family="${familyOf(room.face)}"${weight} font-size="${size}" fill="${place.colour}"${anchor}>${escapeHtml(line)}</text>`;
    })
    .join('');
}

function familyOf(face: Face): string {
  return FACES[face].family;
}
