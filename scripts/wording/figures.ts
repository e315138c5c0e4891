import type { EnglishNouns } from '../domain/nouns.ts';
import { type Instant, millisecondsOf } from '../domain/time.ts';

/**
 * A change with its sign: `+3`, `−3`, `0`.
 *
 * @param count cases
 * @param minus the sign of a fall; a hyphen where plain ASCII is expected
 */
export function signed(count: number, minus: '−' | '-' = '−'): string {
  if (count > 0) return `+${count}`;
  return count < 0 ? `${minus}${-count}` : '0';
}

/** `1 day`, `3 days`: for words whose plural takes an s. */
export function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `1 school`, `3 schools`: so many places by the settings' noun. */
export function placesOf(count: number, { place, places }: EnglishNouns): string {
  return `${count} ${count === 1 ? place : places}`;
}

/**
 * `+5 new cases at 2 schools`: the figure of an update or a day.
 *
 * @param count new cases
 * @param changed number of places that changed
 * @param counted what is counted, in the plural
 */
export function figureAtPlaces(
  count: number,
  changed: number,
  nouns: EnglishNouns,
  counted = 'new cases',
): string {
  return `${signed(count)} ${counted} at ${placesOf(changed, nouns)}`;
}

/** `1.2`: seconds with one decimal. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

/** The text, cut to `longest` characters; an ellipsis shows that something was cut off. */
export function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

/** `2021-03-02 12:05 (America/Chicago)`: local time in a zone. */
export function localTime(instant: Instant, timeZone: string): string {
  // The Swedish locale formats date and time as ISO 8601 does.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${clock.format(millisecondsOf(instant))} (${timeZone})`;
}
