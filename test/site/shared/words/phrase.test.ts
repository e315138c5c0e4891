import { describe, expect, it } from 'vitest';
import {
  countIn,
  fill,
  numberIn,
  percentIn,
  textUnder,
} from '../../../../site/shared/words/phrase.ts';

/** What every object inherits. */
const HOSTILE = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const forms = { one: '{count} school of {name}', other: '{count} schools of {name}' };

describe('countIn', () => {
  it.each([
    [1, 'en-US', '1 school of Elm'],
    [0, 'en-US', '0 schools of Elm'],
    [1234, 'en-US', '1,234 schools of Elm'],
    [1234, 'es-US', '1,234 schools of Elm'],
    [1_000_000, 'es-US', '1,000,000 schools of Elm'],
  ])('chooses the form for %d in %s', (count, locale, text) => {
    expect(countIn(forms, count, locale, { name: 'Elm' })).toBe(text);
  });
});

describe('fill', () => {
  it('leaves a name that has no value, and does not fill what was filled in', () => {
    expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
    expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  });

  it.each(HOSTILE)('knows no value that it was not given: {%s}', (name) => {
    expect(fill(`{${name}} of {a}`, { a: 'Elm' })).toBe(`{${name}} of Elm`);
  });
});

describe('textUnder', () => {
  it.each(HOSTILE)('gives back a key without a text: %s', (key) => {
    expect(textUnder({ surge: 'A surge' }, key)).toBe(key);
    expect(textUnder({ surge: 'A surge' }, 'surge')).toBe('A surge');
  });
});

describe('percentIn', () => {
  it.each([
    ['en-US', 62.5, '62.5%'],
    ['es-US', 62.5, '62.5%'],
    ['fr-FR', 62.5, '62,5\u202f%'],
    ['en-US', 100, '100%'],
    ['en-US', 28.8, '28.8%'],
    ['en-US', 62.55, '62.55%'],
  ])('writes a share as %s does: %d', (locale, share, text) => {
    expect(percentIn(locale, share).replace('\u00a0', '\u202f')).toBe(text);
  });
});

describe('numberIn', () => {
  it('writes a correction with a minus sign, not a hyphen', () => {
    expect(numberIn('en-US', -2)).toBe('−2');
    expect(numberIn('en-US', 0.04, 1)).toBe('0.0');
  });
});
