import type { TextLimit } from './channel.ts';

/**
 * Code points that count once; every other counts twice. From configuration version 3 of X's own
 * counting: https://docs.x.com/fundamentals/counting-characters
 */
const LIGHT: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const LINK = 23;
const EMOJI = 2;
const MOST = 280;

/** A post of X: at most 280, where a link counts 23, an emoji 2, and other signs 1 or 2. */
export const WEIGHTED: TextLimit = { most: MOST, lengthOf: weightedLength };

function weightedLength(text: string): number {
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  const words = text.replace(/https?:\/\/\S+/g, '').normalize('NFC');
  let length = links.length * LINK;
  for (const { segment } of new Intl.Segmenter().segment(words)) {
    length += isEmoji(segment) ? EMOJI : weightOf(segment);
  }
  return length;
}

function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u.test(grapheme);
}

function weightOf(grapheme: string): number {
  let weight = 0;
  for (const sign of grapheme) {
    const code = sign.codePointAt(0) ?? 0;
    weight += LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }
  return weight;
}
