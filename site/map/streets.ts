import { element } from '../element.ts';
import type { Frame } from '../shared/map/projection.ts';

/** The closest zoom level of the map; common tile servers support at least this one. */
export const CLOSEST = 17;

const SVG = 'http://www.w3.org/2000/svg';
const DEGREES = 360;

/** A street map beneath the dots, once a reader has asked for it. */
export interface Streets {
  /** Shows the tiles of what is seen, on the level that is asked for or the nearest to it. */
  readonly draw: (box: DOMRectReadOnly, level: number) => void;
}

/**
 * Offers a street map in place of the outline, from the tile server that the settings name. Nothing
 * is requested from that server until the reader accepts.
 *
 * @param offer null: the settings name no server
 * @param accepted called when the reader accepts, to draw the map
 */
export function offerStreets(
  offer: HTMLElement | null,
  svg: SVGSVGElement,
  frame: Frame,
  accepted: () => void,
): Streets {
  const button = offer?.querySelector('button');
  const tiles = new Map<string, SVGImageElement>();
  let layer: SVGGElement | undefined;
  button?.addEventListener('click', () => {
    if (!offer) return;
    offer.hidden = true;
    layer = document.createElementNS(SVG, 'g');
    svg.querySelector('[data-map-dots]')?.before(layer);
    const stage = svg.parentElement;
    stage?.classList.add('has-streets');
    stage?.append(element('p', { class: 'map-owed' }, offer.dataset.attribution ?? ''));
    accepted();
  });
  return {
    draw: (box, level) => {
      if (!layer || !offer) return;
      const wanted = tilesIn(box, frame, Math.max(0, Math.min(CLOSEST, Math.round(level))));
      for (const [path, tile] of tiles) {
        if (wanted.has(path)) continue;
        tile.remove();
        tiles.delete(path);
      }
      for (const [path, { z, x, y, ...place }] of wanted) {
        if (tiles.has(path)) continue;
        const image = document.createElementNS(SVG, 'image');
        const href = (offer.dataset.tiles ?? '')
          .replace('{z}', String(z))
          .replace('{x}', String(x))
          .replace('{y}', String(y));
        for (const [name, value] of Object.entries({ href, ...place })) {
          image.setAttribute(name, String(value));
        }
        layer.append(image);
        tiles.set(path, image);
      }
    },
  };
}

interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** The rest is where it lies in the drawing; `x` and `y` above count tiles. */
  readonly width: number;
  readonly height: number;
  readonly transform: string;
}

/** The tiles of a level that a part of the drawing shows, by their paths. */
function tilesIn(box: DOMRectReadOnly, frame: Frame, z: number): ReadonlyMap<string, Tile> {
  const across = 2 ** z;
  const side = (DEGREES / across) * frame.scale;
  const [left, top] = [
    (-DEGREES / 2 - frame.west) * frame.scale,
    (frame.top - DEGREES / 2) * frame.scale,
  ];
  const indexes = (from: number, to: number, start: number) => {
    const first = Math.max(0, Math.floor((from - start) / side));
    const last = Math.min(across - 1, Math.floor((to - start) / side));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  };
  const tiles = new Map<string, Tile>();
  for (const x of indexes(box.left, box.right, left)) {
    for (const y of indexes(box.top, box.bottom, top)) {
      const transform = `translate(${left + x * side} ${top + y * side})`;
      tiles.set(`${z}/${x}/${y}`, { z, x, y, width: side, height: side, transform });
    }
  }
  return tiles;
}
