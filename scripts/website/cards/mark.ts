/** The light colours of `site/style.css`, which drawings cannot use. */
export const COLOURS = {
  paper: '#fbfaf6',
  ink: '#1b2430',
  soft: '#566171',
  line: '#d9d5c9',
  accent: '#0b5c6b',
  bar: '#1f7a8c',
  alert: '#8a3b12',
} as const;

/** Left edge and top of each bar in a square of 64; their foot is at 48. */
const BARS = [
  { x: 15, top: 36 },
  { x: 25, top: 27 },
  { x: 35, top: 32 },
] as const;
const LATEST = '#ffc48f';

/** Parts of an SVG: the site's mark in a square of 64, days as bars, the latest in its own colour. */
export function markSvg(shape: 'rounded' | 'whole'): string {
  const corner = shape === 'rounded' ? ' rx="14"' : '';
  const bars = BARS.map(({ x, top }) => `<path fill="#fff" d="M${x},${top}h7V48h-7z"/>`).join('');
  return `<rect width="64" height="64"${corner} fill="${COLOURS.accent}"/>${bars}<path fill="${LATEST}" d="M45,16h7V48h-7z"/>`;
}

/** The mark as an SVG; `whole` fills its square, for systems that cut icons to shape themselves. */
export function iconSvg(shape: 'rounded' | 'whole', pixels: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 64 64">${markSvg(shape)}</svg>\n`;
}
