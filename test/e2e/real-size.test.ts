import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { denseLedger } from '../../scripts/develop/bench/dense-ledger.ts';
import { WEIGHT_LIMITS, weightsOf } from '../../scripts/develop/bench/weights.ts';
import { emptyLedger } from '../../scripts/ledger/model.ts';
import { writeLedger } from '../../scripts/ledger/store.ts';
import { projectFolder, scratch } from '../command-line.ts';
import { instant, settingsOf } from '../world.ts';
import { buildInto } from './build-into.ts';

// Times and memory follow the machine: `npm run bench` has them.
describe('a site of 518 schools and 300 dates in two languages', () => {
  let dist: string;

  beforeAll(async () => {
    const folder = await scratch();
    const data = join(folder, 'data');
    dist = join(folder, 'dist');
    await mkdir(data);
    const settings = settingsOf({
      site: { title: 'Tracker', languages: ['en', 'es'], originalFiles: true },
    });
    await writeFile(join(data, 'district.json'), JSON.stringify(settings));
    const { ledger, lastDate } = denseLedger(518, 300);
    const bounds = { notAfter: instant('2026-01-01'), timeZone: settings.timeZone };
    await writeLedger(data, emptyLedger, ledger, bounds);
    await buildInto(dist, data, instant(`${lastDate}T23:00:00Z`), 'https://example.org/tracker/');
  });

  it('stays within the weight of what a reader loads', async () => {
    const weights = await weightsOf(dist);
    for (const [what, limit] of Object.entries(WEIGHT_LIMITS)) {
      const weight = weights[what as keyof typeof weights];
      expect(weight, what).toBeGreaterThan(500);
      expect(weight, what).toBeLessThan(limit);
    }
  });

  it('has as many pages as docs/figures.md says', async () => {
    const files = await readdir(dist, { recursive: true });
    const pages = files.filter((name) => name.endsWith('.html')).length;
    const page = await readFile(join(projectFolder, 'docs', 'figures.md'), 'utf8');
    expect(page).toContain(`${pages.toLocaleString('en-US')} pages (518 schools)`);
  });
});
