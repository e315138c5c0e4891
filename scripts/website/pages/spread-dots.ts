import { forceCollide, forceSimulation, forceX, forceY } from 'd3-force';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far apart the middles of two dots are at least, in units of the drawing: a small dot's width. */
const APART = 4.6;
/** Steps in which dots make room for each other; after these, they hardly move. */
const STEPS = 80;
/** How strongly each is drawn to its place in each step. */
const HOMEWARDS = 0.08;

/**
 * Moves dots that would hide each other apart, no further than they must. All others stay where they
 * are. The same dots always give the same result.
 *
 * @returns where each is drawn, in the same order
 */
export function spreadDots(homes: readonly Point[]): readonly Point[] {
  const dots = homes.map(({ x, y }, index) => ({ index, x, y }));
  forceSimulation(dots)
    .alphaDecay(0)
    .force('apart', forceCollide(APART / 2).iterations(4))
    .force(
      'x',
      forceX<Point & { index: number }>(({ index }) => homes[index]?.x ?? 0).strength(HOMEWARDS),
    )
    .force(
      'y',
      forceY<Point & { index: number }>(({ index }) => homes[index]?.y ?? 0).strength(HOMEWARDS),
    )
    .stop()
    .tick(STEPS);
  return dots.map(({ x, y }) => ({ x, y }));
}
