import { readWhenUsed } from '../charts/when-used.ts';
import { element } from '../element.ts';
import { locale, pageAddress } from '../page.ts';
import { historyFrom, writeHistory } from '../shared/charts/case-history.ts';
import type { Days } from '../shared/charts/chart.ts';
import { type ChartSpans, chartSpans } from '../shared/charts/chart-spans.ts';
import { stopsOf } from '../shared/charts/stops.ts';
import { dayNumber, reportingDate } from '../shared/time.ts';
import { formatOf } from '../shared/words/format.ts';
import { fill } from '../shared/words/phrase.ts';
import { chartSvg } from './chart-svg.ts';
import { type ComparedChart, comparedCharts } from './compared-charts.ts';
import type { ComparedSchool, CompareWords, Comparison } from './comparison.ts';

const format = formatOf(locale);
let redraw = () => {};

addEventListener('hashchange', () => redraw());

/**
 * A small chart for each school, or a word where the source has shown no figure of it yet. The address
 * says how far back they reach.
 *
 * @returns nothing while no day was read
 */
export function compareCharts(
  { schools, record }: Comparison,
  words: CompareWords,
): readonly Node[] {
  if (!record) return [];
  const began = words.yearBegan === null ? null : reportingDate(words.yearBegan);
  const spans = chartSpans(record, began);
  const links = element('nav', { class: 'spans is-first', 'aria-label': words.spans });
  const measure = element('p', { class: 'measure' });
  const charts = element('div', { class: 'compared' });
  redraw = () => {
    const key = location.hash.replace('#span-', '');
    const span = spans.choices.find((choice) => choice.key === key) ?? firstOf(spans);
    const days = { from: span?.from ?? record.from, to: record.to };
    links.replaceChildren(...linksTo(spans, span?.key, words));
    measure.textContent = fill(words.fromTo, {
      from: format.shortDate(days.from),
      to: format.shortDate(days.to),
    });
    charts.replaceChildren(
      ...comparedCharts(schools, days, format).map((compared) => panel(compared, days, words)),
    );
  };
  redraw();
  return [
    element('h2', {}, words.charts),
    element('p', { class: 'note' }, words.oneScale),
    element('div', { class: 'charts' }, links, measure),
    charts,
  ];
}

function firstOf({ choices, first }: ChartSpans) {
  return choices.find(({ key }) => key === first);
}

function linksTo({ choices }: ChartSpans, current: string | undefined, words: CompareWords) {
  if (choices.length < 2) return [];
  const items = choices.map(({ key }) => {
    const isCurrent = key === current ? 'true' : undefined;
    const link = element('a', { href: `#span-${key}`, 'aria-current': isCurrent });
    link.append(words.spanLabels[key]);
    return element('li', {}, link);
  });
  return [element('ul', {}, ...items)];
}

function panel(
  { school, chart }: ComparedChart<ComparedSchool>,
  days: Days,
  words: CompareWords,
): Node {
  const { id, name, history } = school;
  const link = element('a', { href: pageAddress(`schools/${id}/`) }, name);
  const heading = element('h3', {}, link);
  if (!chart) {
    return element('section', { class: 'chart' }, heading, element('p', {}, words.noFigure));
  }
  const { reports } = historyFrom(history, days.from);
  const description = fill(words.chart, {
    name,
    from: format.shortDate(days.from),
    to: format.shortDate(days.to),
    sum: reports.reduce((sum, report) => sum + report.newCases, 0),
    most: Math.max(0, ...reports.map((report) => report.newCases)),
  });
  const plot = element(
    'div',
    { class: 'plot', 'data-chart': 'reports', 'data-from': dayNumber(days.from) },
    chartSvg(chart, id, description),
    sliderOf(school, days, words),
  );
  readWhenUsed(plot);
  return element(
    'section',
    {
      class: 'chart',
      'data-days': writeHistory(history),
      'data-words': JSON.stringify(words.reading),
    },
    heading,
    plot,
  );
}

function sliderOf({ name, history }: ComparedSchool, days: Days, words: CompareWords): Node {
  const last = stopsOf('reports', history, days.from).length - 1;
  const label = `${name}: ${words.readBy}`;
  const slider = element('input', { type: 'range', max: last, 'aria-label': label });
  slider.value = String(last);
  return slider;
}
