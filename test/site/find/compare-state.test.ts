import { describe, expect, it } from 'vitest';
import { idsIn, searchOf } from '../../../site/find/compare-state.ts';

describe('idsIn', () => {
  it.each([
    ['?schools=7,2', ['7', '2']],
    ['?schools=7%2C2&utm_source=x', ['7', '2']],
    ['?schools=7,7,2', ['7', '2']],
    ['?schools=1,2,3,4,5', ['1', '2', '3', '4']],
    ['?schools=', []],
    ['', []],
    ['?schools=../7,<b>,,ok', ['ok']],
  ])('reads %s', (search, ids) => {
    expect(idsIn(search)).toEqual(ids);
  });
});

describe('searchOf', () => {
  it.each([[['7', '2']], [['a-b_c']], [[]]])('is read back: %j', (ids) => {
    expect(idsIn(searchOf(ids))).toEqual(ids);
  });

  it('leaves nothing in the address for no school', () => {
    expect(searchOf([])).toBe('');
  });
});
