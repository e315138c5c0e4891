import { describe, expect, it } from 'vitest';
import { inertDiscord, inertPlain, inertSlack } from '../../scripts/wording/inert-text.ts';

describe('text from outside, in posts', () => {
  it.each([
    ['a name as it is', 'Lincoln Park HS', 'Lincoln Park HS'],
    ['an apostrophe, an accent and initials', 'Peña’s (J. F.) No. 5', 'Peña’s (J. F.) No. 5'],
    ['a figure', 'Tue: 1,234.5 (+3)', 'Tue: 1,234.5 (+3)'],
    ['a mention', '@everyone ＠a', '@\u2060everyone ＠\u2060a'],
    ['a hashtag and a cashtag', '#a $B', '#\u2060a $\u2060B'],
    ['an address', 'http://e.org', 'http:\u2060//e.\u2060org'],
    ['an address that would become a link', 'www.e.org', 'www.\u2060e.\u2060org'],
    ['a short code', ':smile:', ':\u2060smile:'],
    ['a tag', '<b>', '<\u2060b>'],
    ['lines and marks of direction', ' a\r\n\u202eb\u0007 ', 'a b'],
  ])('is only words: %s', (_, text, inert) => {
    expect(inertPlain(text)).toBe(inert);
  });

  it('has the three signs of Slack escaped', () => {
    expect(inertSlack('<!channel> & <@U1>')).toBe(
      '&lt;\u2060!channel&gt; &amp; &lt;\u2060@\u2060U1&gt;',
    );
  });

  it('shows the signs of Discord’s Markdown as they are', () => {
    expect(inertDiscord('*a* [b](c) \\ ||d||')).toBe('\\*a\\* \\[b\\]\\(c\\) \\\\ \\|\\|d\\|\\|');
  });
});
