import {
  type CircleMarker,
  canvas,
  circleMarker,
  control,
  map as makeMap,
  polygon,
  tileLayer,
} from 'leaflet';
import type { Dot, Drawing } from '../../scripts/site/map/drawing.ts';
import type { MapView } from '../../scripts/site/map/view.ts';
import { element } from '../element.ts';
import { lookOf } from './dot-look.ts';
import { districtOf, ringsOf } from './on-earth.ts';
import type { Parts, Words } from './parts.ts';

type Position = NonNullable<MapView['at']>;

export interface LiveMap {
  readonly show: (drawing: Drawing) => void;
  readonly find: (id: string | null) => void;
  readonly moveTo: (at: Position) => void;
}

interface Opening {
  /** Where it opens; null: the whole district. */
  readonly at: Position | null;
  /** It stands elsewhere now, and shows these schools; null: all. */
  readonly moved: (at: Position, ids: ReadonlySet<string> | null) => void;
}

const CLOSEST = 17;
/** Pixels beside a dot that still hit it: fingers are broad. */
const REACH = 6;

/** A map that moves, in place of the picture: one stop for the keyboard, its dots on a canvas. */
export function openLiveMap(parts: Parts, words: Words, { at, moved }: Opening): LiveMap {
  const { live, tools, frame } = parts;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  live.hidden = false;
  tools.hidden = false;
  live.setAttribute('role', 'application');
  live.setAttribute('aria-label', words.mapName);
  const map = makeMap(live, {
    zoomControl: false,
    attributionControl: false,
    renderer: canvas({ tolerance: REACH, padding: 0.3 }),
    maxZoom: CLOSEST,
    zoomSnap: 0.5,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    inertia: !isCalm,
  });
  const district = districtOf(frame);
  const whole = () => map.fitBounds(district, { animate: false });
  const land = polygon(ringsOf(parts.land, frame), { interactive: false, weight: 1 });
  if (at) map.setView([at.latitude, at.longitude], at.zoom);
  else whole();
  land.addTo(map);

  const markers = new Map<string, CircleMarker>();
  let dots: readonly Dot[] = [];
  let ring: string | null = null;
  const paint = () => {
    const colours = getComputedStyle(live);
    const colour = (name: string) => colours.getPropertyValue(`--${name}`).trim();
    land.setStyle({ color: colour('map-shore'), fillColor: colour('map-land'), fillOpacity: 1 });
    const grown = 1.3 + Math.max(0, map.getZoom() - map.getBoundsZoom(district)) * 0.25;
    for (const { school, of } of dots) {
      const marker = markers.get(school.id);
      marker?.setStyle(lookOf(of.key, colour)).setRadius(of.radius * grown);
      if (school.id === ring) marker?.setStyle({ color: colour('focus'), weight: 4 });
      marker?.bringToFront();
    }
    if (ring !== null) markers.get(ring)?.bringToFront();
  };
  const tell = () => {
    const { lat, lng } = map.getCenter();
    const bounds = map.getBounds();
    const inside = [...markers].filter(([, marker]) => bounds.contains(marker.getLatLng()));
    const ids = new Set(inside.map(([id]) => id));
    moved(
      { latitude: lat, longitude: lng, zoom: map.getZoom() },
      ids.size < markers.size ? ids : null,
    );
  };
  const popupOf = (id: string) => {
    const dot = dots.find(({ school }) => school.id === id);
    const href = parts.dots.get(id)?.getAttribute('href') ?? '';
    const name = element('a', { href }, dot?.school.name ?? id);
    const figure = element('b', {}, dot?.figure ?? '');
    const shown = parts.shown.textContent ?? '';
    return element('div', {}, element('p', {}, name), element('p', {}, `${shown}: `, figure));
  };

  map.on('zoomend', paint).on('moveend', tell);
  map.on('popupopen', ({ popup }) => {
    popup
      .getElement()
      ?.querySelector('.leaflet-popup-close-button')
      ?.setAttribute('aria-label', words.close);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  tools.addEventListener('click', ({ target }) => {
    const zoom = target instanceof HTMLElement ? target.dataset.zoom : undefined;
    if (zoom === 'in') map.zoomIn();
    if (zoom === 'out') map.zoomOut();
    if (zoom === 'whole') whole();
  });
  offerStreets();

  function offerStreets() {
    const { streets } = parts;
    const button = streets?.querySelector('button');
    if (!streets || !button) return;
    streets.hidden = false;
    button.addEventListener('click', () => {
      streets.hidden = true;
      land.remove();
      const owed = element('span', {}, streets.dataset.attribution ?? '');
      tileLayer(streets.dataset.tiles ?? '', { attribution: owed.outerHTML, maxZoom: CLOSEST })
        .addTo(map)
        .bringToBack();
      control.attribution({ prefix: false }).addTo(map).addAttribution(owed.outerHTML);
    });
  }

  return {
    show: (drawing) => {
      dots = drawing.dots;
      map.closePopup();
      for (const { school } of dots) {
        const { id, latitude, longitude } = school;
        if (markers.has(id) || latitude === null || longitude === null) continue;
        const marker = circleMarker([latitude, longitude]).addTo(map);
        markers.set(
          id,
          marker.bindPopup(() => popupOf(id)),
        );
      }
      paint();
      tell();
    },
    find: (id) => {
      if (id === ring) return;
      ring = id;
      paint();
    },
    moveTo: ({ latitude, longitude, zoom }) => {
      map.setView([latitude, longitude], zoom, { animate: !isCalm });
    },
  };
}
