import type { Ring, Shape } from '../geography/shapes.ts';

/** What a map shows besides its schools. */
export interface MapShapes {
  /** What lies around the district; empty: nothing is drawn. */
  readonly land: readonly Ring[];
  /** The district's border; empty: none is drawn. */
  readonly outline: readonly Ring[];
  /** The parts of the district with their names; empty: none are known. */
  readonly areas: readonly Shape[];
}

/** A map of nothing but schools. */
export const NO_SHAPES: MapShapes = { land: [], outline: [], areas: [] };
