import { type Instant, millisecondsOf } from '../domain/time.ts';

/**
 * A change with its sign: `+3`, `−3`, `0`.
 *
 * @param count cases
 * @param minus what a fall begins with; a hyphen where plain ASCII is expected
 */
export function signed(count: number, minus: '−' | '-' = '−'): string {
  if (count > 0) return `+${count}`;
  return count < 0 ? `${minus}${-count}` : '0';
}

/** `1 day`, `3 days`: for words that take an s. */
export function many(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `1 school`, `3 schools`. */
export function schools(count: number): string {
  return many(count, 'school');
}

/**
 * `+5 new cases at 2 schools`: what an update or a day comes to.
 *
 * @param count new cases
 * @param changed how many schools they are at
 * @param counted what is counted, in the plural
 */
export function figureAtSchools(count: number, changed: number, counted = 'new cases'): string {
  return `${signed(count)} ${counted} at ${schools(changed)}`;
}

/** `1.2`: seconds with a decimal. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

/** A text of at most so many characters, with an ellipsis where more of it was cut off. */
export function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

/** `2021-03-02 12:05 (America/Chicago)`, as people there read their clocks. */
export function localTime(instant: Instant, timeZone: string): string {
  // Swedish writes date and time as ISO 8601 does.
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${clock.format(millisecondsOf(instant))} (${timeZone})`;
}
