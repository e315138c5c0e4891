import { type CircleMarker, circleMarker, type Map as LeafletMap } from 'leaflet';
import { element } from '../element.ts';
import type { Dot } from '../shared/map/drawing.ts';
import { lookOf } from './dot-look.ts';
import type { Parts } from './parts.ts';

/** How far from a dot a tap still hits it, in CSS pixels; fingers are imprecise. */
export const REACH = 6;

/** The dots of the schools on a movable map. */
export interface LiveDots {
  /** Shows these dots, in this order; `paint` applies their styles. */
  readonly set: (dots: readonly Dot[]) => void;
  /** Marks this school's dot with a ring, and no other. @returns whether that is a change */
  readonly ring: (id: string | null) => boolean;
  /** @param grown the factor by which dots are larger than in the static picture */
  readonly paint: (colour: (name: string) => string, grown: number) => void;
  /** The ids of the schools in the visible part; null: all of them. */
  readonly inside: () => ReadonlySet<string> | null;
}

/** Creates the dots on a Leaflet map; each opens a popup with the school's name and figure. */
export function liveDots(leaflet: LeafletMap, parts: Parts): LiveDots {
  const markers = new Map<string, CircleMarker>();
  let dots: readonly Dot[] = [];
  let ringed: string | null = null;
  const popup = (id: string) =>
    popupOf(
      dots.find(({ school }) => school.id === id),
      parts,
    );
  return {
    set: (wanted) => {
      dots = wanted;
      for (const { school } of dots) {
        const { id, latitude, longitude } = school;
        if (markers.has(id) || latitude === null || longitude === null) continue;
        const marker = circleMarker([latitude, longitude]).addTo(leaflet);
        markers.set(
          id,
          marker.bindPopup(() => popup(id)),
        );
      }
    },
    ring: (id) => {
      const isNew = id !== ringed;
      ringed = id;
      return isNew;
    },
    paint: (colour, grown) => {
      for (const { school, of } of dots) {
        const marker = markers.get(school.id);
        marker?.setStyle(lookOf(of.key, colour)).setRadius(of.radius * grown);
        marker?.bringToFront();
      }
      if (ringed === null) return;
      markers
        .get(ringed)
        ?.setStyle({ color: colour('focus'), weight: 4 })
        .bringToFront();
    },
    inside: () => {
      const bounds = leaflet.getBounds();
      const seen = [...markers].filter(([, marker]) => bounds.contains(marker.getLatLng()));
      return seen.length < markers.size ? new Set(seen.map(([id]) => id)) : null;
    },
  };
}

/**
 * The content of a popup: the school's name as a link to its page, and the figure that the map
 * shows.
 */
function popupOf(dot: Dot | undefined, parts: Parts): HTMLElement {
  if (!dot) return element('div', {});
  const { school, figure } = dot;
  const href = parts.dots.get(school.id)?.getAttribute('href') ?? '';
  const name = element('p', {}, element('a', { href }, school.name));
  const text = element('p', {}, `${parts.shown.textContent ?? ''}: `, element('b', {}, figure));
  return element('div', {}, name, text);
}
