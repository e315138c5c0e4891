import { isWhole, MEASURES, type Measure, WINDOW_NAMES, type WindowName } from './figures.ts';

/** What a map shows: everything that a reader can set and that the page's address records. */
export interface MapView {
  readonly window: WindowName;
  readonly measure: Measure;
  /** Where classes begin, ascending; null: the usual ones of the measure. */
  readonly thresholds: readonly number[] | null;
  /** The centre (degrees) and zoom level of the movable map; null: it is not open. */
  readonly at: {
    readonly latitude: number;
    readonly longitude: number;
    readonly zoom: number;
  } | null;
}

/** The windows and measures for which a district has figures. */
export interface AvailableFigures {
  readonly windows: readonly WindowName[];
  readonly measures: readonly Measure[];
}

/** A parameter of an address whose value cannot be used. */
export interface RefusedParameter {
  readonly name: string;
  readonly value: string;
}

/** The view of an address without parameters. */
export const FIRST_VIEW: MapView = { window: '14', measure: 'count', thresholds: null, at: null };

/** The largest number of thresholds that a reader can set. */
export const MOST_THRESHOLDS = 5;
const LARGEST = 1_000_000;
const ZOOMS = { least: 1, most: 19 } as const;

/**
 * The view that an address asks for. A parameter that cannot be used keeps its value in `FIRST_VIEW`
 * and is listed under `refused`.
 *
 * @param query with or without its question mark
 */
export function readView(
  query: string,
  offered: AvailableFigures,
): { readonly view: MapView; readonly refused: readonly RefusedParameter[] } {
  const asked = new URLSearchParams(query);
  const refused: RefusedParameter[] = [];
  const read = <T>(name: string, first: T, parse: (text: string) => T | undefined): T => {
    const value = asked.get(name);
    if (value === null) return first;
    const parsed = parse(value);
    if (parsed === undefined) refused.push({ name, value });
    return parsed ?? first;
  };
  const window = read<WindowName>('window', FIRST_VIEW.window, (text) =>
    WINDOW_NAMES.find((name) => name === text && offered.windows.includes(name)),
  );
  const measure = read<Measure>('measure', FIRST_VIEW.measure, (text) =>
    MEASURES.find((name) => name === text && offered.measures.includes(name)),
  );
  const thresholds = read<MapView['thresholds']>('thresholds', null, (text) =>
    parseThresholds(text, measure),
  );
  return { view: { window, measure, thresholds, at: read('at', null, parsePosition) }, refused };
}

/**
 * The query of a view's address, with its `?`; values that equal those of `FIRST_VIEW` are left
 * out.
 */
export function queryOf({ window, measure, thresholds, at }: MapView): string {
  const parts = [
    ...(window === FIRST_VIEW.window ? [] : [`window=${window}`]),
    ...(measure === FIRST_VIEW.measure ? [] : [`measure=${measure}`]),
    ...(thresholds ? [`thresholds=${thresholds.join(',')}`] : []),
    ...(at ? [`at=${at.latitude.toFixed(4)},${at.longitude.toFixed(4)},${at.zoom}`] : []),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/**
 * Parses one to five numbers above 0, separated by commas, semicolons or spaces, each larger than the
 * one before; they must be whole numbers if the measure's figures are.
 *
 * @returns undefined for any other text
 */
export function parseThresholds(text: string, measure: Measure): readonly number[] | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = words.map((word) => (/^\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN));
  const fits = numbers.every(
    (number, index) =>
      number > (numbers[index - 1] ?? 0) &&
      number <= LARGEST &&
      (!isWhole(measure) || Number.isInteger(number)),
  );
  return fits && numbers.length >= 1 && numbers.length <= MOST_THRESHOLDS ? numbers : undefined;
}

function parsePosition(text: string): MapView['at'] | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,2}(?:\.\d)?)$/.exec(text);
  const [latitude, longitude, zoom] = (match ?? []).slice(1).map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined) return undefined;
  const fits =
    Math.abs(latitude) <= 85 &&
    Math.abs(longitude) <= 180 &&
    zoom >= ZOOMS.least &&
    zoom <= ZOOMS.most;
  return fits ? { latitude, longitude, zoom } : undefined;
}
