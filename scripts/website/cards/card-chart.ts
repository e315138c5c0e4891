import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { COLOURS } from './mark.ts';

/** Bars of the last days or weeks. Positions run from 0, the start of the first day shown, to 1. */
export interface CardChart {
  readonly caption: string;
  readonly bars: readonly { readonly from: number; readonly to: number; readonly value: number }[];
  /** Stretches of days that were read; only they have an axis. */
  readonly read: readonly (readonly [from: number, to: number])[];
  /** The highest bar's figure. */
  readonly highest: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the highest bar's figure above the bars. */
const LABEL = 30;

/** Attributes that colour a part: a picture has colours, a drawing in a page has classes. */
export type Paint = (part: 'gains' | 'corrections' | 'axis') => string;

/** A chart as parts of an SVG, within a box in its units. */
export function drawChart({ bars, read, highest }: CardChart, box: Box, paint: Paint): string {
  const values = bars.map(({ value }) => value);
  const most = Math.max(1, ...values);
  const least = Math.min(0, ...values);
  const y = (value: number) =>
    Math.round(box.top + LABEL + ((most - value) / (most - least)) * (box.height - LABEL));
  const x = (part: number) => Math.round(box.left + part * box.width);
  const drawn = bars.map(({ from, to, value }) => {
    const [left, right] = [x(from), x(to)];
    const gap = Math.min(6, Math.floor((right - left) / 4));
    const [top, foot] = [y(Math.max(0, value)), y(Math.min(0, value))];
    return `<rect x="${left}" y="${top}" width="${right - left - gap}" height="${foot - top}" ${paint(value < 0 ? 'corrections' : 'gains')}/>`;
  });
  const axis = read.map(
    ([from, to]) =>
      `<rect x="${x(from)}" y="${y(0)}" width="${x(to) - x(from)}" height="3" ${paint('axis')}/>`,
  );
  const tallest = bars.find(({ value }) => value === most);
  const label = tallest
    ? `<text x="${x((tallest.from + tallest.to) / 2)}" y="${y(most) - 9}" class="highest" font-family="Tracker Sans" font-size="24" fill="${COLOURS.soft}" text-anchor="middle">${escapeHtml(highest)}</text>`
    : '';
  return [...drawn, ...axis, label].join('');
}
