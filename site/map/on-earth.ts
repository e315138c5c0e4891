import { type Frame, unproject } from '../shared/map/projection.ts';

/** Latitude and longitude, as Leaflet has them. */
type Point = [latitude: number, longitude: number];

/** The corners of the picture, back on the earth: the whole district. */
export function districtOf(frame: Frame): [Point, Point] {
  return [onEarth(frame, 0, 0), onEarth(frame, frame.width, frame.height)];
}

/** The picture's outline, back on the earth. */
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
