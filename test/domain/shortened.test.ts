import { describe, expect, it } from 'vitest';
import { listed, shortened } from '../../scripts/domain/shortened.ts';

describe('shortened', () => {
  it.each([
    ['shows all of a short list', 3, ['a', 'b', 'c'], 0],
    ['counts what it leaves out', 2, ['a', 'b'], 1],
    ['shows none where there is no room', 0, [], 3],
  ])('%s', (_, most, shown, rest) => {
    expect(shortened(['a', 'b', 'c'], most)).toEqual({ shown, rest });
  });
});

describe('listed', () => {
  it.each([
    ['names all of a few', 3, {}, 'a, b, c'],
    ['counts the rest of a long list', 2, {}, 'a, b, and 1 more'],
    ['parts them as asked', 1, { by: '; ' }, 'a; and 2 more'],
    ['begins the rest as asked', 1, { last: ' and ' }, 'a and 2 more'],
    ['can be a line each', 2, { by: '\n', last: '\n  and ' }, 'a\nb\n  and 1 more'],
  ])('%s', (_, most, options, sentence) => {
    expect(listed(['a', 'b', 'c'], most, options)).toBe(sentence);
  });
});
