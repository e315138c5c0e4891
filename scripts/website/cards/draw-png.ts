import { FACES } from './measure-text.ts';
import { palettePng } from './palette-png.ts';

const OPTIONS = {
  font: {
    loadSystemFonts: false,
    fontFiles: Object.values(FACES).map(({ file }) => file),
    defaultFontFamily: FACES.sans.family,
  },
};

/**
 * Draws an SVG of a given width and height, with our own fonts and no others.
 *
 * @returns a PNG with a palette, the same bytes on every machine
 */
export async function drawPng(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { pixels, width, height } = await renderAsync(svg, OPTIONS);
  return palettePng(pixels, width, height);
}
