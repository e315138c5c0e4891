import type { Point } from './camera.ts';

interface KeyHandlers {
  readonly isZoomed: () => boolean;
  readonly pan: (by: Point) => void;
  readonly glide: (factor: number) => void;
  readonly whole: () => void;
}

/** How far an arrow key moves the map, in CSS pixels. */
const STEP = 80;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

/**
 * Follows the keys while an element has the focus: arrows move the map once it is zoomed in (before
 * that they scroll the page), plus and minus zoom, 0 shows the whole district.
 */
export function followKeys(element: SVGElement, handlers: KeyHandlers): void {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = handlers.isZoomed() ? ARROWS[event.key] : undefined;
    if (by) handlers.pan(by);
    else if (event.key === '+' || event.key === '=') handlers.glide(2);
    else if (event.key === '-') handlers.glide(1 / 2);
    else if (event.key === '0') handlers.whole();
    else return;
    event.preventDefault();
  });
}
