import { element } from '../element.ts';
import { locale, pageAddress } from '../page.ts';
import { barChart } from '../shared/charts/bars.ts';
import type { Chart } from '../shared/charts/chart.ts';
import { formatOf } from '../shared/words/format.ts';
import { fill } from '../shared/words/phrase.ts';
import { chartSvg } from './chart-svg.ts';
import type { ComparedSchool, CompareWords, Comparison } from './comparison.ts';

const format = formatOf(locale);

/** A small chart for each school, all with the same scale, so that they can be compared by eye. */
export function compareCharts({ schools }: Comparison, words: CompareWords): readonly Node[] {
  const figures = schools.flatMap(({ spans }) => spans.map(({ newCases }) => newCases));
  const charts = schools.flatMap((school) => {
    const chart = barChart(school.spans, [], format, figures);
    return chart ? [panel(school, chart, words)] : [];
  });
  return [
    element('h2', {}, words.charts),
    element('p', { class: 'note' }, words.oneScale),
    element('div', { class: 'compared' }, ...charts),
  ];
}

function panel(school: ComparedSchool, chart: Chart, words: CompareWords): Node {
  const { id, name, spans } = school;
  const [first, last] = [spans[0], spans.at(-1)];
  const description = fill(words.chart, {
    name,
    from: first ? format.shortDate(first.date) : '',
    to: last ? format.shortDate(last.date) : '',
    sum: spans.reduce((sum, span) => sum + span.newCases, 0),
    most: Math.max(0, ...spans.map((span) => span.newCases)),
  });
  const link = element('a', { href: pageAddress(`schools/${id}/`) }, name);
  const heading = element('h3', {}, link);
  return element('section', { class: 'chart' }, heading, chartSvg(chart, id, description));
}
