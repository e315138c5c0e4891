import type { Point } from './camera.ts';

/** What gestures do. Points are those of pointer events, in CSS pixels of the window. */
interface GestureHandlers {
  /** Whether the map is zoomed in: only then one finger moves it, else it scrolls the page. */
  readonly isZoomed: () => boolean;
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly tap: (at: Point) => void;
}

/** A pointer that moves less is a tap, in CSS pixels. */
const SLOP = 6;
/** Two taps within so many milliseconds are a double tap. */
const DOUBLE_TAP = 350;
/** By how much the wheel zooms for each pixel that it would scroll. */
const WHEEL = 0.002;
/** Pixels of a line and a page, as some wheels count (`deltaMode`). */
const WHEEL_STEPS = [1, 16, 400] as const;

/**
 * Follows mouse, pen, fingers and wheel on an element. The page keeps what is the page's: one finger
 * scrolls it while the map is whole, and so does the wheel unless Ctrl is pressed (which pinching a
 * touchpad sends) or the map has the focus and is zoomed in.
 */
export function followGestures(element: SVGElement, handlers: GestureHandlers): void {
  const pointers = new Map<number, Point>();
  let start: Point = { x: 0, y: 0 };
  let isTap = true;
  let lastTap = { at: start, time: Number.NEGATIVE_INFINITY };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const at = pointOf(event);
    if (pointers.size === 0) [start, isTap] = [at, true];
    pointers.set(event.pointerId, at);
    if (pointers.size > 1) isTap = false;
  });
  element.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId);
    if (isTap && distance(start, now) >= SLOP) isTap = false;
    if (!other && (isTap || !handlers.isZoomed())) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, now);
    if (other) {
      const [middle, spread] = [middleOf(before, other[1]), distance(before, other[1])];
      if (spread > 0) handlers.zoom(distance(now, other[1]) / spread, middle);
      handlers.pan(difference(middleOf(now, other[1]), middle));
    } else handlers.pan(difference(now, before));
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(name, ({ pointerId }) => pointers.delete(pointerId));
  }
  element.addEventListener('click', (event) => {
    // A link that was opened by keyboard, or into another window, is none of the map's.
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!isTap) return;
    const at = pointOf(event);
    const isDouble =
      event.timeStamp - lastTap.time < DOUBLE_TAP && distance(at, lastTap.at) < SLOP * 4;
    lastTap = { at, time: isDouble ? Number.NEGATIVE_INFINITY : event.timeStamp };
    if (isDouble) handlers.zoom(2, at);
    else handlers.tap(at);
  });
  element.addEventListener('dragstart', (event) => event.preventDefault());
  element.addEventListener(
    'wheel',
    (event) => {
      const isEngaged = handlers.isZoomed() && element.matches(':focus-within');
      if (!event.ctrlKey && !isEngaged) return;
      event.preventDefault();
      const step = WHEEL_STEPS[event.deltaMode] ?? 1;
      // Touchpads send a pinch in smaller steps than a wheel's.
      const speed = event.ctrlKey ? WHEEL * 4 : WHEEL;
      handlers.zoom(Math.exp(-event.deltaY * step * speed), pointOf(event));
    },
    { passive: false },
  );
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function difference(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
