import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  MOST_BYTES,
  PICTURE,
  pictureName,
  SCHEMES,
  SHOTS,
  takePicture,
} from '../../scripts/develop/take-pictures.ts';
import { projectFolder } from '../command-line.ts';
import { hasBrowser } from './built-site.ts';

const [head = ''] = readFileSync(join(projectFolder, 'README.md'), 'utf8').split('\n## ');
const [, alt = ''] = /<img src="docs\/pictures\/site-light\.webp" alt="([^"]+)"/.exec(head) ?? [];

const committed = (scheme: (typeof SCHEMES)[number]) =>
  readFileSync(join(projectFolder, 'docs', 'pictures', pictureName(scheme)));

/** Squares across a picture. */
const SQUARES = 24;
/**
 * Of the range from black to white, on average over all squares: twice what other fonts change, and
 * a twelfth of what the other scheme does.
 */
const ALIKE = 0.06;

interface Looks {
  readonly width: number;
  readonly height: number;
  /** The mean colour of each square: red, green and blue, 0 to 255 each. */
  readonly squares: readonly number[];
}

describe('the README’s pictures', () => {
  it(`are ${MOST_BYTES / 1000} kB together at most`, () => {
    const bytes = SCHEMES.map((scheme) => committed(scheme).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('stand in it before the first heading, dark for who has set their system so', () => {
    expect(head).toContain(
      '<source media="(prefers-color-scheme: dark)" srcset="docs/pictures/site-dark.webp">',
    );
    expect(head).toContain('<img src="docs/pictures/site-light.webp"');
  });
});

describe.skipIf(!hasBrowser)('npm run pictures', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('sample').browser ?? '');
  });
  afterAll(() => browser.close());

  const fresh = (scheme: (typeof SCHEMES)[number]) => {
    const { url, lastRead } = inject('sample');
    return takePicture(browser, { url, now: new Date(lastRead) }, scheme);
  };

  it.each(SCHEMES)('would take what is committed, give or take fonts: %s', async (scheme) => {
    const [now, then] = [await looks(await fresh(scheme)), await looks(committed(scheme))];
    expect([then.width, then.height]).toEqual([now.width, now.height]);
    expect(now.width).toBe(PICTURE.width * PICTURE.pixelRatio);
    // Otherwise the site looks different by now: run `npm run pictures`, look, and commit.
    expect(difference(now, then)).toBeLessThan(ALIKE);
  });

  it.each(SHOTS)('shows what the text beside it says: /$path', async ({ path }) => {
    const page = await browser.newPage();
    await page.goto(inject('sample').url + path);
    const headline = (await page.locator('h1').textContent())?.replaceAll(/\s+/g, ' ').trim();
    await page.close();
    expect(alt).toContain(headline);
  });

  it('would be told of another scheme, and gives the same bytes twice', async () => {
    const [light, again, dark] = [await fresh('light'), await fresh('light'), await fresh('dark')];
    expect(light.equals(again)).toBe(true);
    expect(difference(await looks(light), await looks(dark))).toBeGreaterThan(ALIKE);
  });

  async function looks(picture: Buffer): Promise<Looks> {
    const page = await browser.newPage();
    try {
      return await page.evaluate(
        async ({ source, squares }) => {
          const blob = await (await fetch(source)).blob();
          const bitmap = await createImageBitmap(blob);
          const context = new OffscreenCanvas(squares, squares).getContext('2d');
          if (!context) throw new Error('no canvas');
          context.imageSmoothingQuality = 'high';
          context.drawImage(bitmap, 0, 0, squares, squares);
          const { data } = context.getImageData(0, 0, squares, squares);
          const colours = [...data].filter((_, index) => index % 4 !== 3);
          return { width: bitmap.width, height: bitmap.height, squares: colours };
        },
        { source: `data:image/webp;base64,${picture.toString('base64')}`, squares: SQUARES },
      );
    } finally {
      await page.close();
    }
  }
});

/** 0: the same; 1: black and white. */
function difference(one: Looks, other: Looks): number {
  const sum = one.squares.reduce(
    (total, value, index) => total + Math.abs(value - (other.squares[index] ?? 0)),
    0,
  );
  return sum / one.squares.length / 255;
}
