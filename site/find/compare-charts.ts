import { element } from '../element.ts';
import { locale, pageAddress } from '../page.ts';
import { formatOf } from '../shared/words/format.ts';
import { fill } from '../shared/words/phrase.ts';
import { chartSvg } from './chart-svg.ts';
import { type ComparedChart, comparedCharts } from './compared-charts.ts';
import type { ComparedSchool, CompareWords, Comparison } from './comparison.ts';

const format = formatOf(locale);

/** A small chart for each school, or a word where the source has shown no figure of it yet. */
export function compareCharts({ schools }: Comparison, words: CompareWords): readonly Node[] {
  const charts = comparedCharts(schools, format).map((compared) => panel(compared, words));
  return [
    element('h2', {}, words.charts),
    element('p', { class: 'note' }, words.oneScale),
    element('div', { class: 'compared' }, ...charts),
  ];
}

function panel({ school, chart }: ComparedChart<ComparedSchool>, words: CompareWords): Node {
  const { id, name, spans } = school;
  const link = element('a', { href: pageAddress(`schools/${id}/`) }, name);
  const heading = element('h3', {}, link);
  if (!chart) {
    return element('section', { class: 'chart' }, heading, element('p', {}, words.noFigure));
  }
  const [first, last] = [spans[0], spans.at(-1)];
  const description = fill(words.chart, {
    name,
    from: first ? format.shortDate(first.date) : '',
    to: last ? format.shortDate(last.date) : '',
    sum: spans.reduce((sum, span) => sum + span.newCases, 0),
    most: Math.max(0, ...spans.map((span) => span.newCases)),
  });
  return element('section', { class: 'chart' }, heading, chartSvg(chart, id, description));
}
