import { openLedger } from '../../scripts/ledger/store.ts';
import { loadSettings } from '../../scripts/settings/load-settings.ts';
import { buildSite, drawingsOf } from '../../scripts/website/build-site.ts';
import { drawKept } from '../../scripts/website/cards/draw-kept.ts';
import { readMapShapes } from '../../scripts/website/read-map-shapes.ts';
import { readAssets, writeSite } from '../../scripts/website/write-site.ts';
import type { Instant } from '../../site/shared/time.ts';

/** The path that the site lies under, as a project's pages do on GitHub. */
export const PREFIX = '/tracker/';

/** Builds a ledger's site as `npm run build -- --no-cards` does. */
export async function buildInto(
  dist: string,
  dataDir: string,
  at: Instant,
  baseUrl: string,
): Promise<void> {
  const settings = await loadSettings(dataDir);
  const ledger = await openLedger(dataDir, { notAfter: at, timeZone: settings.timeZone });
  const shapes = await readMapShapes(dataDir, settings.map);
  const input = { ledger, settings, at, baseUrl, commit: null, shapes, cards: false };
  const files = buildSite(input, await readAssets());
  const pictures = await drawKept(drawingsOf(files), { folder: `${dist}.pictures` });
  await writeSite(dist, files, pictures.files);
}
