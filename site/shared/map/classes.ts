import { isOfCases, isWhole, type Measure, type WindowName } from './figures.ts';

/**
 * A class of figures, and how its dots look; the style sheet derives colour and outline from `key`.
 */
export interface MapClass {
  readonly key: ClassKey;
  /** Radius of its dots, in units of the drawing. */
  readonly radius: number;
  /** The smallest figure of the class; if this is 0, the class holds everything above 0. */
  readonly from: number;
  /** The class's figures are smaller than this; null: no limit. */
  readonly under: number | null;
}

/** One class for each threshold that a reader can set, and one for figures below the first. */
const STEPS = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'] as const;
type Step = (typeof STEPS)[number];
/** `ku`: unknown; `kc`: a correction (below 0); `k0`: none; `k1` to `k6`: from few to many. */
export type ClassKey = 'ku' | 'kc' | 'k0' | Step;

const RADII: Readonly<Record<ClassKey, number>> = {
  ku: 2.6,
  kc: 3.6,
  k0: 2.2,
  k1: 3.6,
  k2: 4.3,
  k3: 5,
  k4: 5.8,
  k5: 6.6,
  k6: 7.6,
};

/** From this size, a rate is of the people of a whole county: a few cases make a few in so many. */
const LARGE_RATE = 1000;

/**
 * The thresholds of a measure if the reader sets none: cases, cases per so many people, or percent.
 *
 * @param ratePer of how many people rates are
 */
export function ownThresholds(
  measure: Measure,
  window: WindowName,
  ratePer = 100,
): readonly number[] {
  const isLong = window === 'year' || window === 'all';
  if (!isOfCases(measure)) return [20, 40, 60, 80];
  if (measure === 'rate' && ratePer >= LARGE_RATE) {
    return isLong ? [5, 20, 100, 500] : [1, 5, 20, 100];
  }
  if (measure === 'rate') return isLong ? [1, 2, 5, 10] : [0.2, 0.5, 1, 2];
  return isLong ? [1, 10, 25, 50] : [1, 3, 6, 10];
}

/**
 * Every class of a map, in the order of its legend.
 *
 * @param thresholds where classes begin, ascending
 */
export function classesOf(thresholds: readonly number[], measure: Measure): readonly MapClass[] {
  const first = thresholds[0] ?? 0;
  const hasLower = isWhole(measure) ? first > 1 : first > 0;
  const starts = hasLower ? [isWhole(measure) ? 1 : 0, ...thresholds] : thresholds;
  return [
    { ...look('ku'), from: 0, under: null },
    { ...look('kc'), from: Number.NEGATIVE_INFINITY, under: 0 },
    { ...look('k0'), from: 0, under: 0 },
    ...starts.map((from, index) => ({
      ...look(step(index, starts.length)),
      from,
      under: starts[index + 1] ?? null,
    })),
  ];
}

/**
 * The class to which a figure belongs.
 *
 * @param figure null: unknown
 * @throws RangeError if no class holds it, which `classesOf` rules out
 */
export function classOf(figure: number | null, classes: readonly MapClass[]): MapClass {
  const found = classes.filter((one) => holds(one, figure)).at(-1);
  if (!found) throw new RangeError(`no class holds ${figure}`);
  return found;
}

/** Whether a figure reaches the beginning of a class; it belongs to the last such class. */
function holds({ key, from }: MapClass, figure: number | null): boolean {
  if (key === 'ku' || figure === null) return key === 'ku' && figure === null;
  if (key === 'kc') return figure < 0;
  if (key === 'k0') return figure === 0;
  return figure > 0 && figure >= from;
}

/** A line of the legend: a class and how many dots are in it. */
export interface LegendLine {
  readonly of: MapClass;
  readonly dots: number;
}

/**
 * The legend for these figures. The classes for unknown figures and for corrections are left out if
 * they are empty.
 */
export function legendOf(
  figures: readonly (number | null)[],
  classes: readonly MapClass[],
): readonly LegendLine[] {
  const counts = new Map<MapClass, number>();
  for (const figure of figures) {
    const of = classOf(figure, classes);
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  return classes
    .map((of) => ({ of, dots: counts.get(of) ?? 0 }))
    .filter(({ of, dots }) => dots > 0 || (of.key !== 'ku' && of.key !== 'kc'));
}

/**
 * The drawing order, for sorting: dots without cases or of unknown figures are at the bottom, and
 * small dots are above large ones.
 */
export function drawingOrder(a: MapClass, b: MapClass): number {
  return rank(a) - rank(b) || b.radius - a.radius;
}

function rank({ key }: MapClass): number {
  return key === 'ku' || key === 'k0' ? 0 : 1;
}

function look(key: ClassKey) {
  return { key, radius: RADII[key] };
}

/**
 * Spreads the classes over the whole colour scale, so that the last one always has the strongest
 * colour.
 */
function step(index: number, of: number): Step {
  const last = STEPS.length - 1;
  return STEPS[of === 1 ? last : Math.round((index * last) / (of - 1))] ?? 'k6';
}
