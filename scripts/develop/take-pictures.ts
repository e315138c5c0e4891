import type { Browser } from 'playwright-core';

/** The site that is pictured, as its sample builds it. */
export interface PicturedSite {
  /** Its first page, ending in a slash. */
  readonly url: string;
  /** The reader's clock, so that the pages always say the same about their age. */
  readonly now: Date;
}

/** One picture for each of the two ways in which a reader's system can be set. */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Name of a scheme's picture in `docs/pictures/`. */
export const pictureName = (scheme: Scheme): string => `site-${scheme}.webp`;

/** Of both pictures together: they are the first thing that a visitor's browser loads. */
export const MOST_BYTES = 150_000;

/** A page in a window of its own size, in CSS pixels. */
interface Shot {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The dashboard as on a desk down to its first chart, and beside it a school as on a phone. */
export const SHOTS: readonly Shot[] = [
  { path: '', width: 1100, height: 1760 },
  { path: 'schools/2030/', width: 400, height: 1760 },
];
const GAP = 40;
/** More than the 880 pixels that GitHub gives a README, and no more than the limit has room for. */
const PIXEL_RATIO = 0.65;
const QUALITY = 45;

/** In CSS pixels. */
export const PICTURE = {
  width: SHOTS.reduce((sum, { width }) => sum + width, GAP * (SHOTS.length - 1)),
  height: Math.max(...SHOTS.map(({ height }) => height)),
  pixelRatio: PIXEL_RATIO,
} as const;

/**
 * What the site looks like: dashboard and school page side by side, as WebP.
 *
 * @param browser fonts are its machine's, so another machine gives other bytes
 */
export async function takePicture(
  browser: Browser,
  { url, now }: PicturedSite,
  scheme: Scheme,
): Promise<Buffer> {
  const context = await browser.newContext({
    colorScheme: scheme,
    deviceScaleFactor: PIXEL_RATIO,
    locale: 'en-US',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    const framed: string[] = [];
    for (const { path, width, height } of SHOTS) {
      await page.setViewportSize({ width, height });
      await page.goto(url + path, { waitUntil: 'networkidle' });
      const shot = await page.screenshot({ animations: 'disabled' });
      framed.push(`<img width="${width}" src="data:image/png;base64,${shot.toString('base64')}">`);
    }
    // A blank page, since the site's own policy keeps styles and pictures like these from its pages.
    await page.goto('about:blank');
    await page.setViewportSize(PICTURE);
    await page.setContent(`<style>${FRAME}</style>${framed.join('')}`, { waitUntil: 'load' });
    return await page.screenshot({ type: 'webp', quality: QUALITY, omitBackground: true });
  } finally {
    await context.close();
  }
}

/** Edges that show on a page of any colour. */
const FRAME = `
  body { align-items: start; display: flex; gap: ${GAP}px; margin: 0; }
  img { border-radius: 12px; outline: 1px solid #8888; outline-offset: -1px; }
`;
