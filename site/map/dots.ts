import type { Dot } from '../shared/map/drawing.ts';
import type { Camera, Point } from './camera.ts';
import { type Parts, schoolIn } from './parts.ts';

/** A tap picks the nearest dot within so many CSS pixels; fingers are imprecise. */
const REACH = 24;
/** How fast dots grow as one zooms in; 0: not at all, 1: like the map. */
const GROWTH = 0.25;

/** The dots of the picture, which stay readable while one zooms. */
export interface Dots {
  /** Gives them the look and the order of another drawing. */
  readonly draw: (drawn: readonly Dot[]) => void;
  /** Keeps their size while the map is zoomed. */
  readonly size: (zoom: number) => void;
  /** Marks a school's dot with a ring, and no other; null: none. */
  readonly ring: (id: string | null) => void;
  /**
   * The school nearest to a point, within reach of a finger.
   *
   * @param pixels that a unit of the drawing has
   */
  readonly near: (point: Point, pixels: number) => string | undefined;
  /** The ids of those whose middle is seen; null: all of them. */
  readonly seen: (box: DOMRectReadOnly) => ReadonlySet<string> | null;
  /** A dot's school with its figure, and its page. */
  readonly read: (id: string) => Reading | undefined;
}

/** What a dot says. */
export interface Reading {
  readonly name: string;
  readonly figure: string;
  readonly href: string;
}

interface LiveDot {
  readonly id: string;
  readonly link: Element;
  readonly circle: Element;
  /** Where its school is, in units of the drawing. */
  readonly at: Point;
  /** How far it is drawn from there while the map is whole, so that no dot hides another. */
  readonly shift: Point;
  /** Its radius while the map is whole. */
  radius: number;
}

/** Finds the dots when they are first needed: nothing is read while the page loads. */
export function findDots({ group }: Pick<Parts, 'group'>): Dots {
  let found: ReadonlyMap<string, LiveDot> | undefined;
  let zoom = 1;
  let ringed: string | null = null;
  const all = () => {
    found ??= new Map(
      [...group.children].flatMap((link) => {
        const dot = dotOf(link);
        return dot ? [[dot.id, dot]] : [];
      }),
    );
    return found;
  };
  const place = (dot: LiveDot) => {
    const { circle, radius } = dot;
    const { x, y } = shownAt(dot, zoom);
    circle.setAttribute('r', short(radius * zoom ** (GROWTH - 1)));
    if (dot.shift.x === 0 && dot.shift.y === 0) return;
    circle.setAttribute('cx', short(x));
    circle.setAttribute('cy', short(y));
  };
  return {
    draw: (drawn) => {
      for (const { school, of, title } of drawn) {
        const dot = all().get(school.id);
        const words = dot?.link.querySelector('title');
        if (!dot || !words) continue;
        dot.radius = of.radius;
        dot.circle.setAttribute('class', of.key);
        words.textContent = title;
        place(dot);
        group.append(dot.link);
      }
    },
    size: (wanted) => {
      if (wanted === zoom) return;
      zoom = wanted;
      for (const dot of all().values()) place(dot);
    },
    ring: (id) => {
      if (id === ringed) return;
      const { link } = all().get(ringed ?? '') ?? {};
      link?.classList.remove('is-found');
      all()
        .get(id ?? '')
        ?.link.classList.add('is-found');
      ringed = id;
    },
    near: (point, pixels) => {
      const reached = [...all().values()]
        .map((dot) => {
          const { x, y } = shownAt(dot, zoom);
          return { id: dot.id, far: Math.hypot(x - point.x, y - point.y) * pixels };
        })
        .filter(({ far }) => far <= REACH);
      return reached.sort((a, b) => a.far - b.far)[0]?.id;
    },
    seen: ({ left, right, top, bottom }) => {
      const ids = [...all().values()].filter(({ at: { x, y } }) => {
        return x >= left && x <= right && y >= top && y <= bottom;
      });
      return ids.length < all().size ? new Set(ids.map(({ id }) => id)) : null;
    },
    read: (id) => {
      const link = all().get(id)?.link;
      const title = link?.querySelector('title')?.textContent ?? '';
      const colon = title.lastIndexOf(': ');
      const href = link?.getAttribute('href');
      if (!href) return undefined;
      return { name: title.slice(0, colon), figure: title.slice(colon + 2), href };
    },
  };
}

function dotOf(link: Element): LiveDot | undefined {
  const circle = link.querySelector('circle');
  if (!circle) return undefined;
  const number = (name: string) => Number(circle.getAttribute(name) ?? 0);
  const shift = { x: number('data-dx'), y: number('data-dy') };
  return {
    id: schoolIn(link),
    link,
    circle,
    at: { x: number('cx') - shift.x, y: number('cy') - shift.y },
    shift,
    radius: number('r'),
  };
}

/** The shift is as long on the screen at each zoom, so that a dot comes ever nearer to its place. */
function shownAt({ at, shift }: LiveDot, zoom: Camera['zoom']): Point {
  return { x: at.x + shift.x / zoom, y: at.y + shift.y / zoom };
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
