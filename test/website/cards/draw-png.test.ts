import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawPng } from '../../../scripts/website/cards/draw-png.ts';
import { canWrite, textWidth } from '../../../scripts/website/cards/measure-text.ts';

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="63"><rect width="120" height="63" fill="#fbfaf6"/>${inside}</svg>`;

/** Chunks of a PNG by their type. */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

describe('drawPng', () => {
  it('gives a palette PNG of the drawing’s size, with its flat colours exact', async () => {
    const png = await drawPng(svg('<rect x="0" y="0" width="50" height="63" fill="#0b5c6b"/>'));
    const chunks = chunksOf(png);
    const header = chunks.get('IHDR') ?? Buffer.alloc(13);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([120, 63]);
    expect([...header.subarray(8)]).toEqual([4, 3, 0, 0, 0]);
    expect([...(chunks.get('PLTE') ?? [])]).toEqual([0xfb, 0xfa, 0xf6, 0x0b, 0x5c, 0x6b]);
    const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
    expect(rows.length).toBe(61 * 63);
    expect([rows[0], rows[1], rows[31]]).toEqual([0, 0x11, 0x00]);
  });

  it('gives the same bytes for the same drawing', async () => {
    const drawing = svg(
      '<text x="9" y="40" font-family="Tracker Serif" font-size="30">Ñandú</text>',
    );
    expect(await drawPng(drawing)).toEqual(await drawPng(drawing));
  });

  it('keeps edges smooth with few colours', async () => {
    const png = await drawPng(svg('<circle cx="60" cy="30" r="25" fill="#1b2430"/>'));
    expect(chunksOf(png).get('PLTE')?.length).toBe(12 * 3);
  });
});

describe('textWidth', () => {
  it.each([
    ['serif', 'Tracker Serif', 'Alder Creek Elementary'],
    ['sans', 'Tracker Sans', 'Reported on 5 de marzo, −2 · ñ'],
  ] as const)('is what the %s face takes, or a little more', async (face, family, words) => {
    const { Resvg } = await import('@resvg/resvg-js');
    const { FACES } = await import('../../../scripts/website/cards/measure-text.ts');
    const drawn = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="90"><text x="0" y="60" font-family="${family}" font-weight="${face === 'serif' ? 700 : 400}" font-size="50">${words}</text></svg>`,
      { font: { loadSystemFonts: false, fontFiles: [FACES[face].file] } },
    ).getBBox();
    const width = textWidth(words, face, 50);
    expect(drawn?.width).toBeGreaterThan(0.93 * width);
    expect(drawn?.width).toBeLessThan(1.01 * width);
  });

  it.each([...'Ññáéíóúü¿¡ŁódźĞ−…’“”→'])('knows %s in both faces', (character) => {
    expect(canWrite(character)).toBe(true);
  });

  it.each([...'学م🏫'])('knows that neither has %s', (character) => {
    expect(canWrite(character)).toBe(false);
  });
});
