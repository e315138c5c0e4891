import { project, unproject } from '../shared/map/projection.ts';
import type { MapView } from '../shared/map/view.ts';
import { fitNames } from './area-names.ts';
import {
  between,
  type Camera,
  levelOf,
  type Point,
  pixelsAt,
  viewBoxOf,
  wholeOf,
  within,
  zoomedAt,
} from './camera.ts';
import type { Dots } from './dots.ts';
import { followGestures } from './gestures.ts';
import { followKeys } from './keys.ts';
import type { Parts, Words } from './parts.ts';
import { CLOSEST, offerStreets } from './streets.ts';

type Position = NonNullable<MapView['at']>;

/** A map that can be moved, as the rest of the page uses it. */
export interface LiveMap {
  /** Shows a position; null: the whole district. */
  readonly moveTo: (at: Position | null) => void;
}

interface LiveMapOptions {
  readonly dots: Dots;
  /** Called with the school nearest to a tap; null: there is none. */
  readonly picked: (id: string | null) => void;
  /**
   * Called when the map has come to rest, with its position (null: the whole district) and the ids of
   * the schools that are seen (null: all of them).
   */
  readonly moved: (at: Position | null, ids: ReadonlySet<string> | null) => void;
}

/** How long a button's zoom takes, in milliseconds. */
const GLIDE = 220;
/** The map is at rest after so many milliseconds. */
const REST = 200;
/** The map of a tiny district can be zoomed so many times at least. */
const LEAST_ZOOM = 8;

/** Makes the picture movable: by its buttons, by mouse, fingers and wheel, and by keys. */
export function makeLive(parts: Parts, words: Words, options: LiveMapOptions): LiveMap {
  const { svg, frame, names, tools } = parts;
  const { dots, moved, picked } = options;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let camera = wholeOf(frame);
  let isDue = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let glide = 0;

  /** How many CSS pixels a unit of the drawing has. */
  const pixels = () => {
    const { width, height } = svg.getBoundingClientRect();
    return Math.min(width / frame.width, height / frame.height) * camera.zoom;
  };
  const most = () =>
    Math.max(LEAST_ZOOM, pixelsAt(CLOSEST, frame.scale) / (pixels() / camera.zoom));
  const unitAt = ({ x, y }: Point): Point => {
    const box = svg.getBoundingClientRect();
    const size = pixels();
    return {
      x: camera.x + (x - box.left - box.width / 2) / size,
      y: camera.y + (y - box.top - box.height / 2) / size,
    };
  };
  const seen = () => {
    const [{ width, height }, size] = [svg.getBoundingClientRect(), pixels()];
    const [across, down] = [width / size, height / size];
    return new DOMRect(camera.x - across / 2, camera.y - down / 2, across, down);
  };
  const streets = offerStreets(parts.streets, svg, frame, () => draw());
  const draw = () => {
    isDue = false;
    svg.setAttribute('viewBox', viewBoxOf(camera, frame));
    dots.size(camera.zoom);
    fitNames(names, pixels());
    streets.draw(seen(), levelOf(pixels(), frame.scale));
    showZoom(parts, camera.zoom, most());
  };
  const rest = () => {
    const isWhole = camera.zoom === 1;
    moved(isWhole ? null : positionOf(), isWhole ? null : dots.seen(seen()));
  };
  const positionOf = (): Position => {
    const { latitude, longitude } = unproject(frame, camera.x, camera.y);
    return { latitude, longitude, zoom: Math.round(levelOf(pixels(), frame.scale) * 10) / 10 };
  };
  const see = (wanted: Camera) => {
    camera = within(wanted, frame, most());
    if (!isDue) requestAnimationFrame(draw);
    isDue = true;
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  };
  const glideTo = (wanted: Camera) => {
    cancelAnimationFrame(glide);
    const [from, to] = [camera, within(wanted, frame, most())];
    if (calm.matches) return see(to);
    const begin = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - begin) / GLIDE));
      see(share < 1 ? between(from, to, 1 - (1 - share) ** 3) : to);
      if (share < 1) glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  };
  const handlers = {
    isZoomed: () => camera.zoom > 1,
    pan: ({ x, y }: Point) => {
      cancelAnimationFrame(glide);
      const size = pixels();
      see({ ...camera, x: camera.x - x / size, y: camera.y - y / size });
    },
    zoom: (factor: number, at: Point) => {
      cancelAnimationFrame(glide);
      see(zoomedAt(camera, factor, unitAt(at)));
    },
    tap: (at: Point) => picked(dots.near(unitAt(at), pixels()) ?? null),
    glide: (factor: number) => glideTo(zoomedAt(camera, factor, camera)),
    whole: () => glideTo(wholeOf(frame)),
  };
  // Its height must not follow the last decimals of what is seen.
  svg.style.aspectRatio = `${frame.width} / ${frame.height}`;
  svg.setAttribute('tabindex', '0');
  svg.setAttribute('role', 'application');
  svg.setAttribute('aria-label', `${svg.getAttribute('aria-label')} ${words.mapName}`);
  followGestures(svg, handlers);
  followKeys(svg, handlers);
  tools.addEventListener('click', ({ target }) => {
    const name = target instanceof Element ? target.closest('button')?.dataset.zoom : undefined;
    if (name === 'in') handlers.glide(2);
    if (name === 'out') handlers.glide(1 / 2);
    if (name === 'whole') handlers.whole();
  });
  for (const button of tools.querySelectorAll('button')) button.disabled = false;
  showZoom(parts, camera.zoom, LEAST_ZOOM);

  return {
    moveTo: (at) => {
      if (at === null) return see(wholeOf(frame));
      const [x, y] = project(frame, at);
      const whole = pixels() / camera.zoom;
      see({ x, y, zoom: pixelsAt(at.zoom, frame.scale) / whole });
    },
  };
}

/** Says which buttons do nothing. They stay in the order of tabs, so that the focus is not lost. */
function showZoom({ stage, tools }: Parts, zoom: number, most: number): void {
  stage.classList.toggle('is-zoomed', zoom > 1);
  for (const button of tools.querySelectorAll('button')) {
    const isIdle = button.dataset.zoom === 'in' ? zoom >= most : zoom === 1;
    button.setAttribute('aria-disabled', String(isIdle));
  }
}
