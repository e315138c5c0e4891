import { describe, expect, it } from 'vitest';
import { barChart, heightsOf, unitOf } from '../../../../site/shared/charts/bars.ts';
import { dailyMeans } from '../../../../site/shared/charts/daily-means.ts';
import { bars, daily, days, history, labels, pathOf, seen, spans, type Written } from './charts.ts';

const draw = (...list: readonly Written[]) =>
  barChart(history(...list), { days: days(list[0]?.[0] ?? '', list.at(-1)?.[0] ?? ''), labels });
const week = (from: number, newCases: number) =>
  Array.from({ length: 7 }, (_, i) => [`2021-03-0${from + i}`, 1, newCases] as const);
const highest = ({ grid }: ReturnType<typeof draw>) =>
  Math.max(...grid.map(({ label }) => Number(label)));

describe('barChart', () => {
  it('draws a correction below the axis, apart from what is new', () => {
    const chart = draw(['2021-03-01', 1, 4], ['2021-03-02', 1, -2]);
    expect(bars(pathOf(chart, 'gains'))).toHaveLength(1);
    const [correction] = bars(pathOf(chart, 'corrections'));
    expect(correction && correction.top > correction.foot).toBe(true);
  });

  it('takes the scale of the charts that it stands beside', () => {
    const whole = history(['2021-03-01', 1, 2], ['2021-03-02', 1, 0]);
    const options = { days: days('2021-03-01', '2021-03-02'), labels };
    expect(highest(barChart(whole, options))).toBe(2);
    expect(highest(barChart(whole, { ...options, alongside: [8, -3] }))).toBe(8);
  });

  it('draws the figure of several days as wide as they are, and as high as their mean', () => {
    const chart = draw(['2021-03-01', 1, 2], ['2021-03-02', 1, 2], ['2021-03-06', 4, 8]);
    const [day] = bars(pathOf(chart, 'gains'));
    const [several] = bars(pathOf(chart, 'several'));
    if (!day || !several) throw new RangeError('a bar is missing');
    expect((several.to - several.from) / (day.to - day.from)).toBeCloseTo(4, 0);
    expect(several.top).toBe(day.top);
    expect(highest(chart)).toBe(2);
  });

  it('draws whole figures where each covers several days', () => {
    const chart = draw(['2021-03-06', 1, 0], ['2021-03-13', 7, 20], ['2021-03-20', 7, 14]);
    expect(pathOf(chart, 'several')).toBe('');
    const [first] = bars(pathOf(chart, 'gains'));
    expect(first && first.to - first.from).toBeGreaterThan(200);
    expect(highest(chart)).toBe(20);
  });

  it('does not draw a weekly figure as one day’s, however often the source is read', () => {
    const weekly = Array.from({ length: 8 }, () => [0, 0, 0, 0, 14, 0, 0]).flat();
    const [reads, later] = [daily('2021-03-01', ...weekly), daily('2021-04-26', 2, 3, 1, 2, 4)];
    const chart = barChart(seen([...reads, ...later]), {
      days: days('2021-03-01', '2021-04-30'),
      labels,
    });
    const drawn = bars(pathOf(chart, 'several'));
    expect(drawn.length).toBeGreaterThanOrEqual(7);
    const [, second] = drawn;
    const [own] = bars(pathOf(chart, 'gains'));
    expect(second?.top).toBe(own?.top);
    expect(highest(chart)).toBe(4);
  });

  it('has room for a mean that days before the chart have raised', () => {
    const reads = daily('2021-03-01', 70, 70, 70, 70, 70, 70, 70, 0, 0, 0, 0);
    const chart = barChart(seen(reads), {
      days: days('2021-03-08', '2021-03-11'),
      labels,
      means: dailyMeans(reads),
    });
    expect(highest(chart)).toBeGreaterThanOrEqual(60);
    const [, top] = /^M[-\d.]+,([-\d.]+)/.exec(pathOf(chart, 'mean')) ?? [];
    expect(Number(top)).toBeGreaterThanOrEqual(8);
  });

  it('cuts off what lies before the first day shown', () => {
    const chart = barChart(
      history(['2021-03-01', 1, 2], ['2021-03-08', 7, 7], ['2021-03-09', 1, 1]),
      {
        days: days('2021-03-06', '2021-03-09'),
        labels,
      },
    );
    const [several] = bars(pathOf(chart, 'several'));
    expect(several?.from).toBe(54);
    expect(bars(pathOf(chart, 'gains'))).toHaveLength(1);
  });

  it('leaves a gap in the axis where days were not read', () => {
    const chart = draw(['2021-03-01', 1, 1], ['2021-03-02', 1, 0], ['2021-03-06', 4, 0]);
    expect(pathOf(chart, 'axis').match(/M/g)).toHaveLength(2);
  });

  it('draws nothing for a day without change', () => {
    const chart = draw(['2021-03-01', 1, 0], ['2021-03-02', 1, 0]);
    expect(chart.marks.map(({ kind }) => kind)).toEqual(['axis']);
  });

  it('breaks the line of means where a window holds a day that was not read', () => {
    const list: Written[] = [...week(1, 7), ['2021-03-08', 1, 0], ['2021-03-10', 2, 0]];
    const later = Array.from({ length: 8 }, (_, i) => [`2021-03-${11 + i}`, 1, 0] as const);
    const means = dailyMeans(spans(...list, ...later));
    const options = { days: days('2021-03-01', '2021-03-18'), labels, means };
    const line = pathOf(barChart(history(...list, ...later), options), 'mean');
    expect(line.match(/M/g)).toHaveLength(2);
  });
});

describe('the dates below a chart', () => {
  it.each([
    ['Mondays, where days are few', '2021-03-03', '2021-04-01', '03-08 03-15 03-22'],
    ['every second Monday', '2021-03-02', '2021-04-29', '03-08 03-22 04-05 04-19'],
    ['months', '2021-03-02', '2021-06-10', '2021-04 2021-05'],
    ['some of many months', '2020-03-02', '2021-12-31', '2020-04 2020-08 2020-12 2021-04 2021-08'],
    ['none of a single day', '2021-03-02', '2021-03-02', ''],
  ])('are %s, none without room', (_, from, to, expected) => {
    const { dates } = barChart(history([to, 1, 1]), { days: days(from, to), labels });
    expect(dates.map(({ label }) => label).join(' ')).toBe(expected);
    for (const { x } of dates) expect(x).toBeLessThan(560);
  });
});

describe('the unit of a chart', () => {
  it.each([
    [
      'is a day where some figure is one day’s',
      [
        ['2021-03-01', 1, 0],
        ['2021-03-02', 1, 1],
        ['2021-03-08', 6, 7],
      ],
      'day',
    ],
    [
      'is a report where none is',
      [
        ['2021-03-01', 1, 0],
        ['2021-03-08', 7, 7],
      ],
      'report',
    ],
    [
      'is a day where nothing changed',
      [
        ['2021-03-01', 1, 0],
        ['2021-03-08', 7, 0],
      ],
      'day',
    ],
  ] as const)('%s', (_, list, expected) => {
    expect(unitOf(spans(...list))).toBe(expected);
  });

  it('decides how high a week is', () => {
    const list = spans(['2021-03-08', 7, 14]);
    expect([heightsOf(list, 'day'), heightsOf(list, 'report')]).toEqual([[2], [14]]);
  });
});
