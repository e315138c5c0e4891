import { describe, expect, it } from 'vitest';
import { readInstant, readPort } from '../../scripts/command/option-values.ts';

const REFUSED = expect.objectContaining({ exit: 2 });

describe('an instant on the command line', () => {
  it.each([
    ['is not asked for', undefined, undefined],
    ['is in UTC', '2021-03-14T17:00:00Z', '2021-03-14T17:00:00Z'],
    ['has an offset', '2021-03-14T12:00:00-05:00', '2021-03-14T17:00:00Z'],
  ])('is understood when it %s', (_, text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each(['', 'now', '2021-03-14', '2021-02-30T12:00:00Z'])('is refused: "%s"', (text) => {
    expect(() => readInstant(text)).toThrowError(REFUSED);
  });
});

describe('a port on the command line', () => {
  it.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
  ])('is understood: %s', (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  it.each(['', '-1', '65536', '80a'])('is refused: "%s"', (text) => {
    expect(() => readPort(text)).toThrowError(REFUSED);
  });
});
