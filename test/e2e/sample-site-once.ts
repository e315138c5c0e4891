import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { browserPath, serveBrowser } from '../../scripts/develop/browser.ts';
import { replaySample } from '../../scripts/develop/replay-sample.ts';
import { serveFolder } from '../../scripts/develop/serve-folder.ts';
import type { Instant } from '../../site/shared/time.ts';
import { projectFolder } from '../command-line.ts';
import { instant } from '../world.ts';
import { buildInto, PREFIX } from './build-into.ts';

/** The sample as every test file of the browser finds it; nobody writes to its folders. */
export interface SharedSample {
  /** The sample's ledger. */
  readonly dataDir: string;
  readonly lastRead: Instant;
  /** The folder of its site. */
  readonly dist: string;
  /** Address of its first page, ending in the prefix. */
  readonly url: string;
  /** Where the browser is connected to; undefined: this machine has none. */
  readonly browser: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly sample: SharedSample;
  }
}

/** Replays the sample, builds and serves its site and starts a browser: once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-sample-'));
  const [dataDir, dist] = [join(folder, 'data'), join(folder, 'dist')];
  mkdirSync(dataDir);
  const lastRead = await replaySample({
    sample: join(projectFolder, 'data', 'sample'),
    dataDir,
    sheetFile: join(folder, 'sheet.csv'),
    now: instant('2026-01-01'),
    onProgress: () => undefined,
  });
  const served = await serveFolder(dist, { port: 0, basePath: PREFIX });
  await buildInto(dist, dataDir, lastRead, served.url);
  const browser = browserPath === undefined ? undefined : await serveBrowser();
  project.provide('sample', {
    dataDir,
    lastRead,
    dist,
    url: served.url,
    browser: browser?.address,
  });
  return async () => {
    await browser?.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
