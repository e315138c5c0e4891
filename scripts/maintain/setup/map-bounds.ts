/** A box on the map, in degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Room around the outermost schools, in degrees. */
const MARGIN = 0.05;

/** A box around places with some margin; undefined if there are none. */
export function boundsAround(
  places: readonly { readonly latitude: number | null; readonly longitude: number | null }[],
): Bounds | undefined {
  const latitudes = places.flatMap(({ latitude }) => latitude ?? []);
  const longitudes = places.flatMap(({ longitude }) => longitude ?? []);
  if (latitudes.length === 0 || longitudes.length === 0) return undefined;
  return {
    south: hundredths(Math.min(...latitudes) - MARGIN),
    west: hundredths(Math.min(...longitudes) - MARGIN),
    north: hundredths(Math.max(...latitudes) + MARGIN),
    east: hundredths(Math.max(...longitudes) + MARGIN),
  };
}

function hundredths(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
