import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { replaySample } from '../../scripts/develop/replay-sample.ts';
import type { Instant } from '../../site/shared/time.ts';
import { projectFolder } from '../command-line.ts';
import { instant } from '../world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The sample's ledger, to be copied and not written to. */
    readonly sample: { readonly dataDir: string; readonly lastRead: Instant };
  }
}

/** Replays the sample before the first test file that wants its site: once for all of them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-sample-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const lastRead = await replaySample({
    sample: join(projectFolder, 'data', 'sample'),
    dataDir,
    sheetFile: join(folder, 'sheet.csv'),
    now: instant('2026-01-01'),
    onProgress: () => undefined,
  });
  project.provide('sample', { dataDir, lastRead });
  return () => rmSync(folder, { recursive: true, force: true });
}
