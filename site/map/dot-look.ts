import type { CircleMarkerOptions } from 'leaflet';
import type { ClassKey } from '../shared/map/classes.ts';

/**
 * The style of a class's dots on the canvas, the same as the style sheet gives to the static picture.
 *
 * @param colour returns the value of a custom property, given its name without `--`
 */
export function lookOf(key: ClassKey, colour: (name: string) => string): CircleMarkerOptions {
  const hollow = { fill: true, fillOpacity: 1, fillColor: colour('map-land'), weight: 1 };
  if (key === 'ku')
    return { ...hollow, fillOpacity: 0, color: colour('map-quiet'), dashArray: '2 2' };
  if (key === 'k0') return { ...hollow, color: colour('map-quiet'), dashArray: '' };
  if (key === 'kc') return { ...hollow, color: colour('alert'), weight: 3, dashArray: '' };
  const fillColor = colour(`map-${key.slice(1)}`);
  return { ...hollow, fillColor, color: colour('map-ring'), dashArray: '' };
}
