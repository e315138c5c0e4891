import { describe, expect, it } from 'vitest';
import { inertMarkdown } from '../../scripts/wording/markdown.ts';

describe('text from outside, in Markdown', () => {
  it.each([
    ['a name as it is', 'Lincoln Park HS', 'Lincoln Park HS'],
    ['an apostrophe and an accent', 'Peña’s', 'Peña’s'],
    ['emphasis and code', '*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['a link', '[x](https://e.org)', '\\[x\\]\\(https\\:\\/\\/e\\.org\\)'],
    ['an address that would become a link', 'www.e.org', 'www\\.e\\.org'],
    ['HTML', '<img src=x>', '\\<img src\\=x\\>'],
    ['an entity', '&lt;', '\\&lt\\;'],
    ['a mention', 'ask @everyone', 'ask \\@\u2060everyone'],
    ['a reference to an issue', 'fixes #1, GH-2', 'fixes \\#\u20601\\, GH\u2060\\-2'],
    ['a new cell', 'a|b', 'a\\|b'],
    ['new lines and control characters', 'a\r\n\u0007# b', 'a \\#\u2060 b'],
  ])('is only words: %s', (_, text, inert) => {
    expect(inertMarkdown(text)).toBe(inert);
  });
});
