import { isOfCases, isWhole, type Measure, type WindowName } from './figures.ts';

/** A class of figures, and how its dots look: colour and outline by `key`, in the style. */
export interface MapClass {
  readonly key: ClassKey;
  /** Radius of its dots, in units of the drawing. */
  readonly radius: number;
  /** Its least figure; for the lowest class above 0, the figure that it is above. */
  readonly from: number;
  /** The figure that it stays under; null: no limit. */
  readonly under: number | null;
}

/** One for each threshold that a reader may set, and one for what is below the first. */
const STEPS = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'] as const;
type Step = (typeof STEPS)[number];
/** `ku` unknown, `kc` a correction (below 0), `k0` none, `k1` to `k6` from few to many. */
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

/** Where classes begin when a reader sets nothing. */
export function ownThresholds(measure: Measure, window: WindowName): readonly number[] {
  const isLong = window === 'year' || window === 'all';
  if (!isOfCases(measure)) return [20, 40, 60, 80];
  if (measure === 'rate') return isLong ? [1, 2, 5, 10] : [0.2, 0.5, 1, 2];
  return isLong ? [1, 10, 25, 50] : [1, 3, 6, 10];
}

/** Every class of a map, in the order of its legend. */
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

/** @param figure null: unknown */
export function classOf(figure: number | null, classes: readonly MapClass[]): MapClass {
  const found = classes.filter((one) => holds(one, figure)).at(-1);
  if (!found) throw new RangeError(`no class holds ${figure}`);
  return found;
}

/** Whether a figure is at least where a class begins; the last such class is its own. */
function holds({ key, from }: MapClass, figure: number | null): boolean {
  if (key === 'ku' || figure === null) return key === 'ku' && figure === null;
  if (key === 'kc') return figure < 0;
  if (key === 'k0') return figure === 0;
  return figure > 0 && figure >= from;
}

/** A line of the legend: a class and how many dots of it are drawn. */
export interface LegendLine {
  readonly of: MapClass;
  readonly dots: number;
}

/** The legend, counted from the figures that are drawn; what is rare is told only where it is. */
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

/** Order of drawing: what says least lies lowest, and a small dot is not hidden by a large one. */
export function drawingOrder(a: MapClass, b: MapClass): number {
  return rank(a) - rank(b) || b.radius - a.radius;
}

function rank({ key }: MapClass): number {
  return key === 'ku' || key === 'k0' ? 0 : 1;
}

function look(key: ClassKey) {
  return { key, radius: RADII[key] };
}

/** Spreads the classes over the whole scale, so that the last is always the strongest. */
function step(index: number, of: number): Step {
  const last = STEPS.length - 1;
  return STEPS[of === 1 ? last : Math.round((index * last) / (of - 1))] ?? 'k6';
}
