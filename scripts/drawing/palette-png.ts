import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { choosePalette } from './choose-palette.ts';

const compress = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** How many colours to try, the most first: flat areas and soft edges of a drawing need no more. */
const COLOURS = [12, 9, 6] as const;
/** A picture of more bytes than this is drawn with fewer colours. */
const LIMIT = 20_000;
const BITS = 4;
/** The hardest level takes four times as long and saves a twentieth. */
const DEFLATE = { level: 8, memLevel: 9 };
const INDEXED = 3;

/**
 * A PNG with a palette of a few colours: half the bytes of one with all, and edges still smooth.
 * The same pixels give the same bytes.
 *
 * @param pixels opaque RGBA, row by row
 * @param width and height in pixels
 * @returns at most 20,000 bytes, but for pictures that no few colours show
 */
export async function palettePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const histogram = histogramOf(words);
  let png = Buffer.alloc(0);
  for (const colours of COLOURS) {
    const { palette, places } = choosePalette(histogram, colours);
    const rows = packedRows(words, width, height, places);
    png = assembled(width, height, palette.flat(), await compress(rows, DEFLATE));
    if (png.length <= LIMIT) break;
  }
  return png;
}

function assembled(width: number, height: number, palette: readonly number[], data: Buffer) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function histogramOf(words: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let run = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    run += 1;
    if (words[index + 1] === word) continue;
    const colour = word & 0xffffff;
    counts.set(colour, (counts.get(colour) ?? 0) + run);
    run = 0;
  }
  return counts;
}

/** Two pixels a byte; each row begins with its filter: none, the best for a palette. */
function packedRows(
  words: Uint32Array,
  width: number,
  height: number,
  places: ReadonlyMap<number, number>,
): Buffer {
  const rowLength = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(rowLength * height);
  let before = -1;
  let place = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const word = words[y * width + x] ?? 0;
      if (word !== before) {
        before = word;
        place = places.get(word & 0xffffff) ?? 0;
      }
      const at = y * rowLength + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (place << (x & 1 ? 0 : BITS));
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
