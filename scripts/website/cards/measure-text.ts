import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type opentypeModule from 'opentype.js';
import type { Font } from 'opentype.js';

// Node and Vite pick different builds of this package, and only Node's has a default export.
const opentype: typeof opentypeModule = createRequire(import.meta.url)('opentype.js');

const FONTS = fileURLToPath(new URL('fonts', import.meta.url));

/** The two typefaces of drawings: their names in SVG, and their files. */
export const FACES = {
  serif: { family: 'Tracker Serif', file: join(FONTS, 'tracker-serif-bold.ttf') },
  sans: { family: 'Tracker Sans', file: join(FONTS, 'tracker-sans-medium.otf') },
} as const;

/** A typeface of drawings. */
export type Face = keyof typeof FACES;

const fonts = new Map<Face, Font>();
/** Widths in font units, by face and character: a card measures the same few hundred times over. */
const widths = new Map<string, number>();

/**
 * Width of a text, without kerning, which only makes it narrower.
 *
 * @param size of the font
 * @returns in the unit of `size`
 */
export function textWidth(text: string, face: Face, size: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character, face);
  return (sum * size) / fontOf(face).unitsPerEm;
}

/** Whether both typefaces have a character. */
export function canWrite(character: string): boolean {
  return fontOf('serif').hasChar(character) && fontOf('sans').hasChar(character);
}

/** @returns font units; that of a whole em for what the face does not have */
function widthOf(character: string, face: Face): number {
  const key = face + character;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const font = fontOf(face);
  const width = font.hasChar(character)
    ? (font.charToGlyph(character).advanceWidth ?? font.unitsPerEm)
    : font.unitsPerEm;
  widths.set(key, width);
  return width;
}

function fontOf(face: Face): Font {
  const known = fonts.get(face);
  if (known) return known;
  const { buffer, byteOffset, byteLength } = readFileSync(FACES[face].file);
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
  fonts.set(face, font);
  return font;
}
