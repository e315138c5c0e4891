/** An invented town whose areas meet in crooked borders, each published twice, as cities do it. */
export interface Town {
  readonly geoJson: TownGeoJson;
  /** The middle of each area, by its name. */
  readonly middles: ReadonlyMap<string, readonly [longitude: number, latitude: number]>;
}

interface TownGeoJson {
  readonly type: 'FeatureCollection';
  readonly features: readonly TownFeature[];
}

interface TownFeature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Point[][] };
}

type Point = [longitude: number, latitude: number];

const [WEST, SOUTH, STEP] = [-87.9, 41.65, 0.04];

/**
 * @param columns areas beside each other
 * @param rows areas above each other
 * @param points on each border
 */
export function town(columns: number, rows: number, points: number): Town {
  const middles = new Map<string, Point>();
  const features: TownFeature[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const name = `Ward ${features.length + 1}`;
      middles.set(name, [WEST + (column + 0.5) * STEP, SOUTH + (row + 0.5) * STEP]);
      const ring = [
        ...border([column, row], [column + 1, row], points),
        ...border([column + 1, row], [column + 1, row + 1], points),
        ...border([column + 1, row + 1], [column, row + 1], points),
        ...border([column, row + 1], [column, row], points),
      ];
      features.push({
        type: 'Feature',
        properties: { ward: name, number: features.length + 1 },
        geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
      });
    }
  }
  return { geoJson: { type: 'FeatureCollection', features }, middles };
}

/** From one corner up to the other, which is left out; the way back has the same points. */
function border(from: Point, to: Point, points: number): Point[] {
  const isForth = from[0] + from[1] < to[0] + to[1];
  const [a, b] = isForth ? [from, to] : [to, from];
  const line = Array.from({ length: points + 1 }, (_, index): Point => {
    const along = index / points;
    const off = index === 0 || index === points ? 0 : crooked(a[0] * 31 + a[1] * 17 + b[0], along);
    return [
      WEST + (a[0] + (b[0] - a[0]) * along + (b[1] - a[1]) * off) * STEP,
      SOUTH + (a[1] + (b[1] - a[1]) * along + (b[0] - a[0]) * off) * STEP,
    ];
  });
  return (isForth ? line : line.reverse()).slice(0, -1);
}

/** Waves of many lengths, as a river has; at most a tenth of a border to either side. */
function crooked(seed: number, along: number): number {
  let off = 0;
  for (let wave = 1; wave <= 64; wave *= 2) off += Math.sin(seed * wave + along * 7 * wave) / wave;
  return (off / 20) * Math.sin(along * Math.PI);
}
