import { canWrite, type Face, textWidth } from './measure-text.ts';

/** A text broken into lines, and the font size at which it fits. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Room for a text; widths and sizes are in units of the drawing. */
export interface Room {
  readonly face: Face;
  readonly width: number;
  readonly maxLines: number;
  /** Font sizes to try, largest first. */
  readonly sizes: readonly number[];
}

/** Replaces a character that our fonts do not have. */
const UNKNOWN = '\ufffd';

/** A text that our fonts can draw: marks that they lack are dropped, letters become `�`. */
export function writable(text: string): string {
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')]
    .map((character) => {
      if (canWrite(character)) return character;
      const plain = [...character.normalize('NFKD')].filter(canWrite).join('');
      return plain === '' && !/\p{M}/u.test(character) ? UNKNOWN : plain;
    })
    .join('')
    .replace(/\ufffd+/g, UNKNOWN)
    .trim();
}

/** The whole text at the largest size that fits; if none does, cut off with `…` at the smallest. */
export function fitText(text: string, room: Room): FittedText {
  const words = writable(text).split(' ');
  for (const size of room.sizes) {
    const lines = wrap(words, room, size);
    if (lines.length <= room.maxLines) return { lines, size };
  }
  const size = room.sizes.at(-1) ?? 0;
  const lines = wrap(
    words.flatMap((word) => pieces(word, room, size)),
    room,
    size,
  );
  const kept = lines.slice(0, room.maxLines);
  const last = kept.length < lines.length ? cutOff(kept.pop() ?? '', room, size) : [];
  return { lines: [...kept, ...last], size };
}

/** Lines no wider than the room; more than fit where a single word is too wide. */
function wrap(words: readonly string[], { face, width, maxLines }: Room, size: number) {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (textWidth(word, face, size) > width) return new Array<string>(maxLines + 1).fill(word);
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, face, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in pieces that each fit on a line. */
function pieces(word: string, { face, width }: Room, size: number): readonly string[] {
  const found: string[] = [''];
  for (const character of word) {
    const piece = `${found.pop()}`;
    if (textWidth(piece + character, face, size) <= width) found.push(piece + character);
    else found.push(piece, character);
  }
  return found;
}

function cutOff(line: string, { face, width }: Room, size: number): readonly string[] {
  let kept = line;
  while (kept !== '' && textWidth(`${kept}…`, face, size) > width) kept = kept.slice(0, -1);
  return [`${kept}…`];
}
