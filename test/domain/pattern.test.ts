import { describe, expect, it } from 'vitest';
import { compilePattern, isPattern, patternProblem } from '../../scripts/domain/pattern.ts';

describe('a pattern of the settings', () => {
  it.each([
    ['/^Q\\d$/', true],
    ['/a/', true],
    ['//', false],
    ['a/b', false],
    ['/a', false],
    ['Total', false],
  ])('is text between slashes: %s', (text, expected) => {
    expect(isPattern(text)).toBe(expected);
  });

  it.each([
    ['/^(Q\\d|Summer) SY\\d\\d$/', 'Q1 SY21', true],
    ['/^(Q\\d|Summer) SY\\d\\d$/', 'Q1 SY211', false],
    ['/2021/', 'September 2021', true],
    ['/(?i)total/', 'TOTAL cases', true],
    ['/^[\\p{L} ]+$/', 'São João', true],
    ['/./', 'x'.repeat(501), false],
    ['/^a?b?c?d?e$/', 'ace', true],
    ['/[+*]/', 'a+b', true],
  ])('%s meets %s: %s', (pattern, text, expected) => {
    expect(patternProblem(pattern)).toBeUndefined();
    expect(compilePattern(pattern)(text)).toBe(expected);
  });

  it.each(['/(/', '/(?=a)/', '/(a)\\1/', '/[/'])(
    'is refused when it cannot be matched: %s',
    (text) => {
      expect(patternProblem(text)).toBeTypeOf('string');
    },
  );
});
