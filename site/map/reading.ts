import { element } from '../element.ts';
import type { Dots } from './dots.ts';
import type { Parts } from './parts.ts';

/** The line beside the map that says what a dot is; screen readers announce it. */
export interface ReadingLine {
  /** Reads a school's dot; null: none. */
  readonly show: (id: string | null) => void;
  /** Reads the same dot again, after the map shows something else. */
  readonly renew: () => void;
}

/** Takes the line over; while nothing is read, it says how to. */
export function readingLine(parts: Parts, dots: Dots): ReadingLine {
  const hint = parts.reading.textContent ?? '';
  let shown: string | null = null;
  const show = (id: string | null) => {
    shown = id;
    dots.ring(id);
    const reading = id === null ? undefined : dots.read(id);
    if (!reading) {
      parts.reading.textContent = hint;
      return;
    }
    parts.reading.replaceChildren(
      element('a', { href: reading.href }, reading.name),
      ` ${parts.shown.textContent ?? ''}: `,
      element('b', {}, reading.figure),
    );
  };
  return { show, renew: () => shown !== null && show(shown) };
}
