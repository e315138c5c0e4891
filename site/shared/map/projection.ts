/** A place on the earth, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A rectangle of latitudes and longitudes, in degrees; it does not cross the date line. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * How degrees are converted to the units of a drawing, in the Web Mercator projection that map tiles
 * and Leaflet use.
 */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Longitude of the left edge, in degrees. */
  readonly west: number;
  /** The Mercator y coordinate of the upper edge, in degrees. */
  readonly top: number;
  /** Units of the drawing per degree of longitude. */
  readonly scale: number;
}

/** The longer side of a drawing, in its own units. */
const LONG_SIDE = 480;
/** The margin around the outermost places, as a share of the span. */
const ROOM = 0.06;
/**
 * The smallest span of a drawing, in degrees, so that even one school is shown with surroundings.
 */
const LEAST_SPAN = 0.02;
/** The largest ratio of the sides; a long and narrow district gets wider margins. */
const MOST_STRETCHED = 1.8;
const RADIANS = Math.PI / 180;

/**
 * The frame that shows all places, or the whole bounds if there are none.
 *
 * @param places all of them inside `bounds`
 */
export function frameOf(places: readonly Place[], bounds: Bounds): Frame {
  const corners: readonly Place[] =
    places.length > 0
      ? places
      : [
          { latitude: bounds.south, longitude: bounds.west },
          { latitude: bounds.north, longitude: bounds.east },
        ];
  const x = spread(corners.map((place) => place.longitude));
  const y = spread(corners.map((place) => mercator(place.latitude)));
  const span = {
    x: Math.max(x.span, y.span / MOST_STRETCHED),
    y: Math.max(y.span, x.span / MOST_STRETCHED),
  };
  const scale = LONG_SIDE / Math.max(span.x, span.y);
  return {
    width: Math.round(span.x * scale),
    height: Math.round(span.y * scale),
    west: x.middle - span.x / 2,
    top: y.middle + span.y / 2,
    scale,
  };
}

/**
 * Projects a place onto the drawing.
 *
 * @returns x to the right and y downwards, in the units of the frame
 */
export function project(frame: Frame, place: Place): readonly [x: number, y: number] {
  return [
    (place.longitude - frame.west) * frame.scale,
    (frame.top - mercator(place.latitude)) * frame.scale,
  ];
}

/** The inverse of `project`. */
export function unproject(frame: Frame, x: number, y: number): Place {
  const degrees = frame.top - y / frame.scale;
  return {
    longitude: frame.west + x / frame.scale,
    latitude: Math.atan(Math.sinh(degrees * RADIANS)) / RADIANS,
  };
}

/** Whether a place lies within the bounds, edges included. */
export function isInside({ latitude, longitude }: Place, bounds: Bounds): boolean {
  return (
    latitude >= bounds.south &&
    latitude <= bounds.north &&
    longitude >= bounds.west &&
    longitude <= bounds.east
  );
}

function mercator(latitude: number): number {
  return Math.asinh(Math.tan(latitude * RADIANS)) / RADIANS;
}

function spread(values: readonly number[]) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return {
    middle: (least + most) / 2,
    span: Math.max(most - least, LEAST_SPAN) * (1 + 2 * ROOM),
  };
}
