/** A point on the earth in degrees (WGS 84), in the order of GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed line; the last point may repeat the first. */
export type Ring = readonly Position[];

/**
 * A named piece of the earth. Inside is what an odd number of its rings go around, so it does not
 * matter in which direction they run.
 */
export interface Shape {
  /** Cleaned, but hostile until escaped; empty where shapes have no names. */
  readonly name: string;
  /** Of each polygon, the ring around it and those around its holes. */
  readonly polygons: readonly (readonly Ring[])[];
}

/** The rings of shapes, polygon by polygon. */
export function ringsOf(shapes: readonly Shape[]): readonly Ring[] {
  return shapes.flatMap(({ polygons }) => polygons.flat());
}
