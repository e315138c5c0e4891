import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenIn, searchOf, WAYS } from '../../../site/find/subscribe-state.ts';

const LANGUAGES = ['en', 'es', 'fr'];
const nothing = { school: null, language: null, way: null };

describe('chosenIn', () => {
  it.each([
    ['', nothing],
    ['?school=2006&lang=es&way=mail', { school: '2006', language: 'es', way: 'mail' }],
    ['?school=2006&utm_source=x', { ...nothing, school: '2006' }],
    ['?school=../7&lang=de&way=constructor', nothing],
    ['?school=%3Cb%3E&lang=__proto__&way=', nothing],
    ['?school=1&school=2', { ...nothing, school: '1' }],
  ])('reads %s', (search, chosen) => {
    expect(chosenIn(search, LANGUAGES)).toEqual(chosen);
  });

  it('reads back every choice', () => {
    const choice = fc.record({
      school: fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)),
      language: fc.option(fc.constantFrom(...LANGUAGES)),
      way: fc.option(fc.constantFrom(...WAYS)),
    });
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(chosenIn(searchOf(chosen), LANGUAGES)).toEqual(chosen);
      }),
    );
  });

  it('never throws, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(Object.keys(chosenIn(search, LANGUAGES))).toEqual(Object.keys(nothing));
      }),
    );
  });
});

describe('searchOf', () => {
  it('leaves nothing in the address for no choice', () => {
    expect(searchOf({ school: null, language: null, way: null })).toBe('');
  });
});
