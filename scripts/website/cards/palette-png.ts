import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { choosePalette } from './choose-palette.ts';

const compress = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** How many colours to try, most first: flat areas and smooth edges need no more. */
const COLOURS = [12, 9, 6] as const;
/** Bytes; a larger picture is encoded again with fewer colours. */
const LIMIT = 20_000;
const BITS = 4;
/** Level 9 takes four times as long and saves a twentieth. */
const DEFLATE = { level: 8, memLevel: 9 };
const INDEXED = 3;

/**
 * A PNG with a palette of a few colours: half the bytes of one with all of them, and edges are still
 * smooth. The same pixels give the same bytes.
 *
 * @param pixels opaque RGBA, row by row
 * @param width and height in pixels
 * @returns at most 20,000 bytes, except where even the fewest colours need more
 */
export async function palettePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const rows = differingRows(pixels, width, height);
  const histogram = histogramOf(rows);
  let png = Buffer.alloc(0);
  for (const colours of COLOURS) {
    const { palette, places } = choosePalette(histogram, colours);
    const packed = packedRows(rows, width, height, places);
    png = assembled(width, height, palette.flat(), await compress(packed, DEFLATE));
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

/** A row of pixels (0xAABBGGRR), and how many rows in a run look like it. */
interface Row {
  readonly words: Uint32Array;
  readonly times: number;
}

/** Half the rows of a drawing look like the one above, so each run of them is encoded once. */
function differingRows(pixels: Buffer, width: number, height: number): readonly Row[] {
  const length = width * 4;
  const rows: Row[] = [];
  let start = 0;
  for (let y = 1; y <= height; y += 1) {
    const [first, next] = [start * length, y * length];
    if (y < height && pixels.compare(pixels, first, first + length, next, next + length) === 0) {
      continue;
    }
    const words = new Uint32Array(pixels.buffer, pixels.byteOffset + first, width);
    rows.push({ words, times: y - start });
    start = y;
  }
  return rows;
}

function histogramOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { words, times } of rows) {
    let before = words[0] ?? 0;
    let start = 0;
    const add = (end: number) => {
      const colour = before & 0xffffff;
      counts.set(colour, (counts.get(colour) ?? 0) + (end - start) * times);
    };
    for (let x = 1; x < words.length; x += 1) {
      const word = words[x] ?? 0;
      if (word === before) continue;
      add(x);
      before = word;
      start = x;
    }
    add(words.length);
  }
  return counts;
}

/** Two pixels a byte. Each row begins with its filter type, 0 (none), the best for a palette. */
function packedRows(
  rows: readonly Row[],
  width: number,
  height: number,
  places: ReadonlyMap<number, number>,
): Buffer {
  const rowLength = 1 + Math.ceil(width / 2);
  const packed = Buffer.alloc(rowLength * height);
  let at = 0;
  for (const { words, times } of rows) {
    packRow(words, places, packed.subarray(at + 1, at + rowLength));
    for (let copy = 1; copy < times; copy += 1) {
      packed.copyWithin(at + copy * rowLength, at, at + rowLength);
    }
    at += times * rowLength;
  }
  return packed;
}

function packRow(words: Uint32Array, places: ReadonlyMap<number, number>, into: Buffer): void {
  let before = -1;
  let place = 0;
  const placeOf = (word: number) => {
    if (word !== before) {
      before = word;
      place = places.get(word & 0xffffff) ?? 0;
    }
    return place;
  };
  for (let x = 0; x < words.length; x += 2) {
    const left = placeOf(words[x] ?? 0);
    const right = x + 1 < words.length ? placeOf(words[x + 1] ?? 0) : 0;
    into[x >> 1] = (left << BITS) | right;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
