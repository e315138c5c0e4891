import { describe, expect, it } from 'vitest';
import { jsonPathText, parseJsonPath } from '../../scripts/domain/json-path.ts';

describe('a JSON path', () => {
  it.each([
    ['result.records', ['key', 'key']],
    ['features[*].attributes', ['key', 'entries', 'key']],
    ['*', ['values']],
    ['counties.*', ['key', 'values']],
    ['[0].rows', ['entry', 'key']],
    ['a["b.c"]', ['key', 'key']],
    ['a.b[*][2].*', ['key', 'key', 'entries', 'entry', 'values']],
    ['__proto__', ['key']],
  ])('%s', (text, kinds) => {
    const path = parseJsonPath(text);
    expect(path?.map(({ kind }) => kind)).toEqual(kinds);
    expect(jsonPathText(path ?? [])).toBe(text);
  });

  it.each(['', '.', 'a.', '.a', 'a..b', 'a[', 'a[x]', 'a[]', '**', 'a[-1]', '$..a'])(
    'is not %j',
    (text) => {
      expect(parseJsonPath(text)).toBeUndefined();
    },
  );
});
