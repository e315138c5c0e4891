import { canvas, type LatLngBoundsExpression, type Map as LeafletMap, map, polygon } from 'leaflet';
import type { Drawing } from '../shared/map/drawing.ts';
import type { MapView } from '../shared/map/view.ts';
import { liveDots, REACH } from './live-dots.ts';
import { districtOf, ringsOf } from './on-earth.ts';
import type { Parts, Words } from './parts.ts';
import { CLOSEST, offerStreets } from './streets.ts';

type Position = NonNullable<MapView['at']>;

/** A movable map, as the rest of the page uses it. */
export interface LiveMap {
  /** Shows another drawing of the schools. */
  readonly show: (drawing: Drawing) => void;
  /** Marks a school's dot; null: none. */
  readonly find: (id: string | null) => void;
  readonly moveTo: (at: Position) => void;
}

interface LiveMapOptions {
  /** Where to open; null: show the whole district. */
  readonly at: Position | null;
  /** Called with the new position and the ids of the visible schools; null: all of them. */
  readonly moved: (at: Position, ids: ReadonlySet<string> | null) => void;
}

/** Replaces the picture with a movable map: a single tab stop, with its dots on a canvas. */
export function openLiveMap(parts: Parts, words: Words, { at, moved }: LiveMapOptions): LiveMap {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const district = districtOf(parts.frame);
  takeStage(parts, words);
  const leaflet = emptyMap(parts.live, isCalm);
  if (at) leaflet.setView([at.latitude, at.longitude], at.zoom);
  else showWhole(leaflet, district);
  const land = polygon(ringsOf(parts.land, parts.frame), { interactive: false, weight: 1 });
  land.addTo(leaflet);
  const dots = liveDots(leaflet, parts);

  const paint = () => {
    const colours = getComputedStyle(parts.live);
    const colour = (name: string) => colours.getPropertyValue(`--${name}`).trim();
    land.setStyle({ color: colour('map-shore'), fillColor: colour('map-land'), fillOpacity: 1 });
    const zoomedIn = Math.max(0, leaflet.getZoom() - leaflet.getBoundsZoom(district));
    dots.paint(colour, 1.3 + zoomedIn * 0.25);
  };
  const report = () => moved(positionOf(leaflet), dots.inside());
  leaflet.on('zoomend', paint).on('moveend', report);
  leaflet.on('popupopen', ({ popup }) => {
    const close = popup.getElement()?.querySelector('.leaflet-popup-close-button');
    close?.setAttribute('aria-label', words.close);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  followTools(parts.tools, leaflet, district);
  offerStreets(parts.streets, leaflet, land);

  return {
    show: (drawing) => {
      leaflet.closePopup();
      dots.set(drawing.dots);
      paint();
      report();
    },
    find: (id) => {
      if (dots.ring(id)) paint();
    },
    moveTo: ({ latitude, longitude, zoom }) => {
      leaflet.setView([latitude, longitude], zoom, { animate: !isCalm });
    },
  };
}

/** Reveals the movable map with its buttons, and names it for screen readers. */
function takeStage({ live, tools }: Parts, words: Words): void {
  live.hidden = false;
  tools.hidden = false;
  live.setAttribute('role', 'application');
  live.setAttribute('aria-label', words.mapName);
}

function emptyMap(element: HTMLElement, isCalm: boolean): LeafletMap {
  return map(element, {
    zoomControl: false,
    attributionControl: false,
    renderer: canvas({ tolerance: REACH, padding: 0.3 }),
    maxZoom: CLOSEST,
    zoomSnap: 0.5,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    inertia: !isCalm,
  });
}

function followTools(tools: HTMLElement, leaflet: LeafletMap, district: LatLngBoundsExpression) {
  tools.addEventListener('click', ({ target }) => {
    const zoom = target instanceof HTMLElement ? target.dataset.zoom : undefined;
    if (zoom === 'in') leaflet.zoomIn();
    if (zoom === 'out') leaflet.zoomOut();
    if (zoom === 'whole') showWhole(leaflet, district);
  });
}

function showWhole(leaflet: LeafletMap, district: LatLngBoundsExpression): void {
  leaflet.fitBounds(district, { animate: false });
}

function positionOf(leaflet: LeafletMap): Position {
  const { lat, lng } = leaflet.getCenter();
  return { latitude: lat, longitude: lng, zoom: leaflet.getZoom() };
}
