import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, WINDOW_NAMES } from '../../../../site/shared/map/figures.ts';
import {
  FIRST_VIEW,
  type MapView,
  parseThresholds,
  queryOf,
  readView,
} from '../../../../site/shared/map/view.ts';

const all = { windows: WINDOW_NAMES, measures: MEASURES };
const read = (query: string) => readView(query, all);

describe('the address of a view', () => {
  it('is empty for what the map shows at first', () => {
    expect(queryOf(FIRST_VIEW)).toBe('');
    expect(read('')).toEqual({ view: FIRST_VIEW, refused: [] });
  });

  it('can be written by hand', () => {
    const { view, refused } = read('?window=7&measure=rate&thresholds=1,3,6,10');
    expect(view).toEqual({ window: '7', measure: 'rate', thresholds: [1, 3, 6, 10], at: null });
    expect(refused).toEqual([]);
  });

  it('holds everything that can be set, there and back', () => {
    const thresholds = fc
      .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 })
      .map((numbers) => numbers.sort((a, b) => a - b));
    const at = fc.record({
      latitude: fc.integer({ min: -80, max: 80 }),
      longitude: fc.integer({ min: -180, max: 180 }),
      zoom: fc.integer({ min: 1, max: 19 }),
    });
    const views: fc.Arbitrary<MapView> = fc.record({
      window: fc.constantFrom(...WINDOW_NAMES),
      measure: fc.constantFrom(...MEASURES),
      thresholds: fc.option(thresholds),
      at: fc.option(at),
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(read(queryOf(view))).toEqual({ view, refused: [] });
      }),
    );
  });

  it.each([
    ['window', '99'],
    ['window', ''],
    ['measure', '<script>'],
    ['thresholds', '3,1'],
    ['thresholds', '1,1'],
    ['thresholds', '0,2'],
    ['thresholds', '-1'],
    ['thresholds', '1.5'],
    ['thresholds', '1e9'],
    ['thresholds', '1,2,3,4,5,6'],
    ['thresholds', ''],
    ['at', '95,0,3'],
    ['at', '41.8,-87.6'],
    ['at', '41.8,-87.6,99'],
  ])('reports what it cannot use: %s=%s', (name, value) => {
    const query = `?${name}=${encodeURIComponent(value)}`;
    expect(read(query)).toEqual({ view: FIRST_VIEW, refused: [{ name, value }] });
  });

  it('offers no measure without any figures', () => {
    const { view, refused } = readView('measure=rate', { ...all, measures: ['count'] });
    expect(view.measure).toBe('count');
    expect(refused).toHaveLength(1);
  });
});

describe('parseThresholds', () => {
  it('reads commas, blanks and both', () => {
    expect(parseThresholds(' 1, 3  6;10 ', 'count')).toEqual([1, 3, 6, 10]);
    expect(parseThresholds('0.5 1.25', 'rate')).toEqual([0.5, 1.25]);
  });
});
