import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaySample } from '../../scripts/develop/replay-sample.ts';
import { projectFolder, scratch } from '../command-line.ts';
import { instant } from '../world.ts';

it('never changes a line that an earlier read has written', async () => {
  const folder = await scratch();
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const kept = new Map<string, string>();
  let reads = 0;
  await replaySample({
    sample: join(projectFolder, 'data', 'sample'),
    dataDir,
    sheetFile: join(folder, 'sheet.csv'),
    now: instant('2022-01-01'),
    onProgress: () => {
      reads += 1;
      for (const name of ['cases.csv', 'updates.csv', 'renames.csv']) {
        const path = join(dataDir, name);
        const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
        expect(text.startsWith(kept.get(name) ?? ''), `${name} after read ${reads}`).toBe(true);
        kept.set(name, text);
      }
    },
  });
  expect(reads).toBeGreaterThan(115);
  expect(kept.get('cases.csv')?.split('\n').length).toBeGreaterThan(300);
});
