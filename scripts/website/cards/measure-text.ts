import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FONTS = fileURLToPath(new URL('fonts', import.meta.url));

/** The two typefaces of drawings: their names in SVG, and their files. */
export const FACES = {
  serif: { family: 'Tracker Serif', file: join(FONTS, 'tracker-serif-bold.ttf') },
  sans: { family: 'Tracker Sans', file: join(FONTS, 'tracker-sans-medium.otf') },
} as const;

/** A typeface of drawings. */
export type Face = keyof typeof FACES;

interface Metrics {
  /** Width of a character by its code point, in font units. */
  readonly widths: ReadonlyMap<number, number>;
  readonly unitsPerEm: number;
}

const read = new Map<Face, Metrics>();

/**
 * Width of a text, without kerning, which only makes it narrower.
 *
 * @param size of the font
 * @returns in the unit of `size`
 */
export function textWidth(text: string, face: Face, size: number): number {
  const { widths, unitsPerEm } = metricsOf(face);
  let sum = 0;
  for (const character of text) {
    sum += widths.get(character.codePointAt(0) ?? 0) ?? unitsPerEm;
  }
  return (sum * size) / unitsPerEm;
}

/** Whether both typefaces have a character. */
export function canWrite(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return metricsOf('serif').widths.has(code) && metricsOf('sans').widths.has(code);
}

function metricsOf(face: Face): Metrics {
  const known = read.get(face);
  if (known) return known;
  const metrics = parseFont(readFileSync(FACES[face].file));
  read.set(face, metrics);
  return metrics;
}

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` (format 4) of an OpenType font. */
function parseFont(font: Buffer): Metrics {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
  }
  const at = (table: string) => {
    const offset = tables.get(table);
    if (offset === undefined) throw new Error(`The font has no table ${table}`);
    return offset;
  };
  const measured = font.readUInt16BE(at('hhea') + 34);
  const advance = (glyph: number) =>
    font.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, measured - 1));
  const glyphs = glyphsOf(font, at('cmap'));
  return {
    widths: new Map([...glyphs].map(([code, glyph]) => [code, advance(glyph)])),
    unitsPerEm: font.readUInt16BE(at('head') + 18),
  };
}

/** Glyph of each code point of the Basic Multilingual Plane. */
function glyphsOf(font: Buffer, cmap: number): ReadonlyMap<number, number> {
  const count = font.readUInt16BE(cmap + 2);
  const subtable = Array.from(
    { length: count },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  ).find((offset) => font.readUInt16BE(offset) === 4);
  if (subtable === undefined) throw new Error('The font has no character map of format 4');
  const bytes = font.readUInt16BE(subtable + 6);
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = font.readUInt16BE(subtable + 14 + segment);
    const start = font.readUInt16BE(subtable + 16 + bytes + segment);
    const delta = font.readUInt16BE(subtable + 16 + 2 * bytes + segment);
    const rangeAt = subtable + 16 + 3 * bytes + segment;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const own = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start));
      const glyph = own === 0 ? 0 : (own + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
