import { type CircleMarker, circleMarker, type Map as LeafletMap } from 'leaflet';
import { element } from '../element.ts';
import type { Dot } from '../shared/map/drawing.ts';
import { lookOf } from './dot-look.ts';
import type { Parts } from './parts.ts';

/** Pixels beside a dot that still hit it: fingers are broad. */
export const REACH = 6;

/** The schools on a map that moves. */
export interface LiveDots {
  /** Shows these, in this order; `paint` gives them their looks. */
  readonly set: (dots: readonly Dot[]) => void;
  /** Rings this school's dot and no other's. @returns whether that is a change */
  readonly ring: (id: string | null) => boolean;
  /** @param grown how much larger than in the picture */
  readonly paint: (colour: (name: string) => string, grown: number) => void;
  /** The schools in the part that is seen; null: all. */
  readonly inside: () => ReadonlySet<string> | null;
}

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

/** A school's name, which leads to its page, and what the map shows of it. */
function popupOf(dot: Dot | undefined, parts: Parts): HTMLElement {
  if (!dot) return element('div', {});
  const { school, figure } = dot;
  const href = parts.dots.get(school.id)?.getAttribute('href') ?? '';
  const name = element('p', {}, element('a', { href }, school.name));
  const told = element('p', {}, `${parts.shown.textContent ?? ''}: `, element('b', {}, figure));
  return element('div', {}, name, told);
}
