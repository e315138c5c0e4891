import { type Frame, unproject } from '../shared/map/projection.ts';

/** Latitude and longitude in degrees, in Leaflet's order. */
type Point = [latitude: number, longitude: number];

/** The north-west and south-east corners of the picture, which shows the whole district. */
export function districtOf(frame: Frame): [Point, Point] {
  return [onEarth(frame, 0, 0), onEarth(frame, frame.width, frame.height)];
}

/** Converts the path of the picture's outline back to latitudes and longitudes, ring by ring. */
export function ringsOf(land: Element | null, frame: Frame): Point[][] {
  const rings = (land?.getAttribute('d') ?? '').split('M').filter(Boolean);
  return rings.map((ring) =>
    ring
      .replace('Z', '')
      .split('L')
      .map((point) => {
        const [x = 0, y = 0] = point.split(',').map(Number);
        return onEarth(frame, x, y);
      }),
  );
}

function onEarth(frame: Frame, x: number, y: number): Point {
  const { latitude, longitude } = unproject(frame, x, y);
  return [latitude, longitude];
}
