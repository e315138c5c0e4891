import { describe, expect, it } from 'vitest';
import {
  classesOf,
  classOf,
  drawingOrder,
  legendOf,
  ownThresholds,
} from '../../../../site/shared/map/classes.ts';
import type { Measure } from '../../../../site/shared/map/figures.ts';
import { MEASURES, WINDOW_NAMES } from '../../../../site/shared/map/figures.ts';
import { legendText, type MapWords } from '../../../../site/shared/map/map-words.ts';
import { parseThresholds } from '../../../../site/shared/map/view.ts';
import { english } from '../../../../site/shared/words/en.ts';
import { SCHOOLS } from '../../../../site/shared/words/nouns.ts';

const words: MapWords = { ...english(SCHOOLS).map.words, locale: 'en-US' };

/** What the legend says of these figures: label and number of dots. */
function legend(
  figures: readonly (number | null)[],
  thresholds: readonly number[],
  measure: Measure,
) {
  const classes = classesOf(thresholds, measure);
  const shown = { measure, window: '14' as const };
  return legendText(legendOf(figures, classes), shown, words).map(
    ({ label, dots }) => `${label}: ${dots}`,
  );
}

describe('the classes of a map', () => {
  it.each<[string, number | null, string]>([
    ['an unknown figure is not 0', null, 'ku'],
    ['nothing is hollow', 0, 'k0'],
    ['less than nothing is a correction', -2, 'kc'],
    ['a threshold begins its class', 3, 'k3'],
    ['what is just below belongs to the class before', 2, 'k1'],
    ['the last class has no end', 1000, 'k6'],
  ])('%s', (_, figure, key) => {
    expect(classOf(figure, classesOf([1, 3, 6, 10], 'count')).key).toBe(key);
  });

  it('hold what is above 0 and below the first threshold', () => {
    expect(classOf(0.01, classesOf([0.2, 1], 'rate')).key).toBe('k1');
    expect(classOf(1, classesOf([5], 'count')).key).toBe('k1');
    expect(classOf(0.2, classesOf([0.2, 1], 'rate')).key).toBe('k4');
  });

  it.each([[1], [2], [3], [4], [5]])('grow in size and keep apart with %d thresholds', (count) => {
    const thresholds = [2, 4, 8, 16, 32].slice(0, count);
    const some = classesOf(thresholds, 'count').filter(({ key }) => /k[1-6]/.test(key));
    expect(some).toHaveLength(count + 1);
    expect(new Set(some.map(({ key }) => key)).size).toBe(count + 1);
    expect(some.at(-1)?.key).toBe('k6');
    const radii = some.map(({ radius }) => radius);
    expect(radii).toEqual([...new Set(radii)].sort((a, b) => a - b));
  });

  it('have thresholds of their own that a reader could have written', () => {
    for (const measure of MEASURES) {
      for (const window of WINDOW_NAMES) {
        const own = ownThresholds(measure, window);
        expect(parseThresholds(own.join(','), measure)).toEqual(own);
      }
    }
  });

  it('draw what says least lowest, and small dots over large ones', () => {
    const order = [...classesOf([1, 3, 6, 10], 'count')].sort(drawingOrder).map(({ key }) => key);
    expect(order).toEqual(['ku', 'k0', 'k6', 'k4', 'k3', 'kc', 'k1']);
  });
});

describe('the legend', () => {
  it('counts the dots that are drawn, each once', () => {
    const figures = [null, null, -1, 0, 0, 0, 1, 2, 3, 5, 6, 10, 11];
    expect(legend(figures, [1, 3, 6, 10], 'count')).toEqual([
      'not known: 2',
      'below 0: cases taken back: 1',
      'none: 3',
      '1–2: 2',
      '3–5: 2',
      '6–9: 1',
      '10 or more: 2',
    ]);
  });

  it('lists unknown figures and corrections only if there are some', () => {
    expect(legend([0, 4], [4], 'count')).toEqual(['none: 1', '1–3: 0', '4 or more: 1']);
  });

  it('labels a class of a single number with that number', () => {
    expect(legend([], [1, 2], 'count')).toEqual(['none: 0', '1: 0', '2 or more: 0']);
  });

  it('leaves no figure between two classes of a rate or a share', () => {
    expect(legend([0.1], [0.2, 0.5], 'rate')).toEqual([
      'none: 0',
      'under 0.2: 1',
      '0.2 to under 0.5: 0',
      '0.5 or more: 0',
    ]);
    expect(legend([0, 19.9, 80], [20, 80], 'vaccinated')).toEqual([
      '0%: 1',
      'under 20%: 1',
      '20% to under 80%: 0',
      '80% or more: 1',
    ]);
  });
});
