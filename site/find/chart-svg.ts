import type { Chart } from '../shared/charts/chart.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HATCH = { width: 4, height: 4, patternUnits: 'userSpaceOnUse' };

/**
 * Draws a chart as SVG, with the same markup as the build's templates.
 *
 * @param id unique on the page, such as the school's id
 * @param label describes the chart to readers who cannot see it
 */
export function chartSvg(chart: Chart, id: string, label: string): SVGElement {
  const hatch = `hatch-${id}`;
  const lines = chart.grid.flatMap(({ y, label: text }) => [
    svg('path', { d: `M${chart.left},${y}H${chart.right}` }),
    svg('text', { x: chart.left - 6, y, dy: '.32em', 'text-anchor': 'end' }, text),
  ]);
  const dates = chart.dates.map(({ x, label: text }) => svg('text', { x, y: chart.bottom }, text));
  const marks = chart.marks.map(({ kind, d }) =>
    svg('path', { class: kind, d, ...(kind === 'corrections' ? { fill: `url(#${hatch})` } : {}) }),
  );
  const pattern = svg(
    'pattern',
    { id: hatch, patternTransform: 'rotate(45)', ...HATCH },
    svg('path', { class: 'hatch', d: 'M0,0V4' }),
  );
  return svg(
    'svg',
    { viewBox: chart.viewBox, role: 'img', 'aria-label': label },
    svg('defs', {}, pattern),
    svg('g', { class: 'grid', 'aria-hidden': 'true' }, ...lines, ...dates),
    ...marks,
  );
}

function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made as SVGElement;
}
