import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denseLedger } from '../../scripts/develop/bench/dense-ledger.ts';
import { type PreviewServer, serveFolder } from '../../scripts/develop/serve-folder.ts';
import { emptyLedger } from '../../scripts/ledger/model.ts';
import { writeLedger } from '../../scripts/ledger/store.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../browser.ts';
import { scratch } from '../command-line.ts';
import { buildInto, hasBrowser, PREFIX } from '../e2e/built-site.ts';
import { instant, settingsOf } from '../world.ts';

/** Machines are noisy, and the score of speed is a measurement: the best of a few counts. */
const TRIES = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

describe.skipIf(!hasBrowser)('the site at its real size', () => {
  let served: PreviewServer;
  let port: number;
  let close: () => Promise<void>;
  let date = '';
  let school = '';

  beforeAll(async () => {
    const folder = await scratch();
    const [data, dist] = [join(folder, 'data'), join(folder, 'dist')];
    await mkdir(data);
    const settings = settingsOf({ site: { title: 'Tracker', languages: ['en', 'es'] } });
    await writeFile(join(data, 'district.json'), JSON.stringify(settings));
    const { ledger, lastDate } = denseLedger(518, 300);
    date = lastDate;
    school = [...ledger.schools.keys()][0] ?? '';
    const bounds = { notAfter: instant('2026-01-01'), timeZone: settings.timeZone };
    await writeLedger(data, emptyLedger, ledger, bounds);
    served = await serveFolder(dist, { port: 0, basePath: PREFIX });
    await buildInto(dist, data, instant(`${lastDate}T23:00:00Z`), served.url);
    port = await freePort();
    const browser = await chromium.launch({
      ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
      args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    });
    close = () => browser.close();
  });
  afterAll(async () => {
    await close?.();
    await served?.close();
  });

  it.each([
    ['the dashboard', () => ''],
    ['a school', () => `schools/${school}/`],
    ['the map', () => 'map/'],
    ['a date', () => `cases/${date}/`],
  ])('passes Lighthouse on a phone: %s', async (_, path) => {
    const best: Record<string, number> = {};
    const faults = new Set<string>();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const url = new URL(path(), served.url).href;
      const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent' });
      for (const name of CATEGORIES) {
        const score = Math.round((result?.lhr.categories[name]?.score ?? 0) * 100);
        best[name] = Math.max(best[name] ?? 0, score);
      }
      for (const audit of Object.values(result?.lhr.audits ?? {})) {
        if (audit.score === 0 && audit.scoreDisplayMode === 'binary') faults.add(audit.id);
      }
      if ((best.performance ?? 0) >= 98) break;
    }
    expect(best, [...faults].join(', ')).toMatchObject({
      accessibility: 100,
      'best-practices': 100,
      seo: 100,
    });
    expect(best.performance).toBeGreaterThanOrEqual(98);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
