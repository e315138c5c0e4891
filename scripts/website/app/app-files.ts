import { COLOURS, iconSvg } from '../cards/mark.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';

/** Sizes of the icons that systems ask for, in pixels: two for an installed site, one for Apple's. */
const ICONS = [192, 512] as const;
const TOUCH = 180;

/**
 * What a phone needs to keep the site among its apps: a manifest per language, and icons.
 *
 * @returns path below the site → text; an icon's is its drawing
 */
export function appFiles(
  data: SiteData,
  editions: readonly Edition[],
): ReadonlyMap<string, string> {
  return new Map([
    ['favicon.svg', iconSvg('rounded', 64)],
    ...ICONS.map((pixels) => [iconPath(pixels), iconSvg('whole', pixels)] as const),
    ['icons/touch.png', iconSvg('whole', TOUCH)],
    ...editions.map(
      (edition) => [`${edition.folder}site.webmanifest`, manifest(data, edition)] as const,
    ),
  ]);
}

function manifest({ settings }: SiteData, { text, folder, counted }: Edition): string {
  const site = '../'.repeat(folder.split('/').length - 1) || './';
  const content = {
    name: settings.site.title,
    short_name: settings.site.title,
    description: text.card.site(counted),
    lang: text.lang,
    id: './',
    start_url: './',
    scope: site,
    display: 'browser',
    background_color: COLOURS.paper,
    theme_color: COLOURS.paper,
    icons: [
      { src: `${site}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...ICONS.map((pixels) => ({
        src: site + iconPath(pixels),
        sizes: `${pixels}x${pixels}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
    ],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function iconPath(pixels: number): string {
  return `icons/icon-${pixels}.png`;
}
