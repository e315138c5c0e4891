import fc from 'fast-check';
import { parseTweet } from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { reportingDate } from '../../../scripts/domain/time.ts';
import { ChannelFailure } from '../../../scripts/operate/channels/ask.ts';
import { graphemes, type PostNews } from '../../../scripts/operate/channels/channel.ts';
import { fitPost } from '../../../scripts/operate/channels/fit-post.ts';
import { recordKey } from '../../../scripts/operate/channels/record-key.ts';
import { WEIGHTED } from '../../../scripts/operate/channels/weighted-length.ts';
import { instant } from '../../world.ts';

describe('X’s counting', () => {
  it.each([
    ['plain words', 'Tue, Mar 2, 2021: 7 new cases'],
    ['accents in either form', 'Peña Peña'],
    ['signs that count twice', '日本語 ⁠'],
    ['a link', 'See https://example.org/a/very/long/path/that/goes/on/and/on/2021-03-02/ there'],
    ['emoji', '👍 👨‍👩‍👧 🇺🇸 ☀️'],
    ['typographic signs', 'a–b “c” … −1 ±2'],
  ])('is that of its own library: %s', (_, text) => {
    expect(WEIGHTED.lengthOf(text)).toBe(parseTweet(text).weightedLength);
  });

  it('is that of its own library for any words', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abz 09,()+−’éñ中あ한\u2060') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(WEIGHTED.lengthOf(text)).toBe(parseTweet(text).weightedLength);
      }),
    );
  });
});

describe('a record key of Bluesky', () => {
  it('is a TID that follows from the post', () => {
    const key = recordKey('tag:example.org,2020:day/2021-03-02', instant('2021-03-03T06:00:00Z'));
    expect(key).toMatch(/^[234567abcdefghij][2-7a-z]{12}$/);
    expect(recordKey('tag:example.org,2020:day/2021-03-02', instant('2021-03-03T06:00:00Z'))).toBe(
      key,
    );
    const spanish = recordKey(
      'tag:example.org,2020:es/day/2021-03-02',
      instant('2021-03-03T06:00:00Z'),
    );
    expect(spanish).not.toBe(key);
    expect(
      recordKey('tag:example.org,2020:day/2021-03-03', instant('2021-03-04T06:00:00Z')) > key,
    ).toBe(true);
  });

  it('holds the instant where a TID holds it', () => {
    const alphabet = '234567abcdefghijklmnopqrstuvwxyz';
    let value = 0n;
    for (const sign of recordKey('a', instant('2021-03-03T06:00:00Z'))) {
      value = (value << 5n) | BigInt(alphabet.indexOf(sign));
    }
    expect(new Date(Number((value >> 10n) / 1000n)).toISOString()).toBe('2021-03-03T06:00:00.000Z');
  });
});

describe('a text', () => {
  const most = ['Adams High +5', 'Brown High +3', 'Clark High +1'];
  const news: PostNews = {
    id: 'tag:example.org,2020:day/2021-03-02',
    language: 'en',
    date: reportingDate('2021-03-02'),
    update: null,
    dueSince: instant('2021-03-03T06:00:00Z'),
    model: {
      headline: 'Tue, Mar 2, 2021: 9 new cases at 3 schools',
      district: 'Prairie Falls Schools',
      since: '',
      note: 'A minus means a correction.',
      link: '',
    },
    most,
    facts: {},
    card: null,
  };
  const textWithin = (length: number) =>
    fitPost('mastodon', news, graphemes(length), instant('2021-03-03')).text;

  it('names as many schools as there is room for, then leaves out the note', () => {
    const whole = textWithin(500);
    expect(whole).toContain('Most: Adams High +5, Brown High +3, Clark High +1');
    const lengths = Array.from({ length: 78 }, (_, index) => whole.length - index);
    const named = lengths.map((length) => {
      const text = textWithin(length);
      expect(text.length).toBeLessThanOrEqual(length);
      return [most.filter((school) => text.includes(school)).length, text.includes('minus')];
    });
    expect([...new Set(named.map(String))]).toEqual([
      '3,true',
      '2,true',
      '1,true',
      '0,true',
      '0,false',
    ]);
  });

  it('is refused where not even the figure fits', () => {
    expect(() => textWithin(20)).toThrow(ChannelFailure);
  });
});
