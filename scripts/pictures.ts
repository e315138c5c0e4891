import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { main } from './command/main.ts';
import { browserPath, serveBrowser } from './develop/browser.ts';
import { replaySample } from './develop/replay-sample.ts';
import { serveFolder } from './develop/serve-folder.ts';
import { MOST_BYTES, pictureName, SCHEMES, takePicture } from './develop/take-pictures.ts';
import { EXIT, refuseUsage } from './domain/refusal.ts';
import { buildFolder } from './website/build-folder.ts';

const SAMPLE = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'sample');

await main('pictures', async ({ args, report, clock, step }) => {
  if (browserPath === undefined) {
    throw refuseUsage(
      'browser-missing',
      'There is no Chromium on this machine',
      'Install Chromium or Google Chrome; on Debian, `npm test` does.',
    );
  }
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-pictures-'));
  const [dataDir, dist] = [join(scratch, 'data'), join(scratch, 'dist')];
  await mkdir(dataDir);
  const served = await serveFolder(dist, { port: 0, basePath: '/' });
  const browser = await serveBrowser();
  try {
    const sheetFile = join(scratch, 'sheet.csv');
    const replay = {
      sample: SAMPLE,
      dataDir,
      sheetFile,
      now: clock(),
      onProgress: () => undefined,
    };
    const at = await replaySample(replay);
    const cards = { wanted: false, folder: join(scratch, 'cards') };
    const build = { dataDir, out: dist, at, baseUrl: served.url, commit: null, cards };
    await buildFolder(build, step);
    const connected = await chromium.connect(browser.address);
    const out = args.required('out');
    await mkdir(out, { recursive: true });
    let bytes = 0;
    for (const scheme of SCHEMES) {
      const picture = await takePicture(connected, { url: served.url, now: new Date(at) }, scheme);
      await writeFile(join(out, pictureName(scheme)), picture);
      bytes += picture.length;
      report.say(`${join(out, pictureName(scheme))}: ${kilobytes(picture.length)}`);
    }
    if (bytes <= MOST_BYTES) return EXIT.done;
    report.say(`Together they are ${kilobytes(bytes)}, over ${kilobytes(MOST_BYTES)}.`);
    return EXIT.defect;
  } finally {
    await browser.close();
    await served.close();
    await rm(scratch, { recursive: true, force: true });
  }
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
