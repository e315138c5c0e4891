import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticesFile } from '../../scripts/ledger/columns.ts';
import { readLines } from '../../scripts/ledger/csv-file.ts';
import { buildSite } from '../../scripts/website/build-site.ts';
import { instantFromMilliseconds, reportingDate, reportingDateAt } from '../../site/shared/time.ts';
import { projectFolder } from '../command-line.ts';
import { noAssets } from '../website/html.ts';
import { instant, settingsOf, World, world } from '../world.ts';
import { builtPromises } from './built-promises.ts';
import { brokenPromises } from './promises.ts';

const FILE = 'docs/published-contract.json';
const path = join(projectFolder, FILE);

const contract = z.object({
  $comment: z.string(),
  promises: z.record(z.string(), z.string()),
  retired: z.array(
    z.object({
      promise: z.string(),
      from: z.string().transform(reportingDate),
      successor: z.string(),
    }),
  ),
});
const read = (text: string) => contract.parse(JSON.parse(text));

const site = { title: 'Prairie Falls', languages: ['en', 'es'], originalFiles: true };
/** A district in which everything happens that has an address or a feed item of its own. */
const eventful = world(settingsOf({ site }))
  .school('a', 3, { name: 'Adams', latitude: 41.9, longitude: -87.7, enrollment: 300 })
  .school('b', 1, { name: 'Brown', latitude: 41.8, longitude: -87.6 })
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-02', { a: [5, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-05T15:00:00Z', { a: [4, 'Adams'], b: [2, 'Brown'] })
  .reads('2021-03-05T17:00:00Z', { a: [6, 'Adams'], b: [2, 'Browne'] });
const noted = new World(
  {
    ...eventful.ledger,
    notices: [
      {
        noticedAt: instant('2021-03-06'),
        kind: 'accepted',
        date: reportingDate('2021-03-05'),
        schoolId: null,
        text: null,
      },
    ],
  },
  eventful.settings,
);
const built = builtPromises(
  buildSite(
    {
      ledger: noted.ledger,
      settings: noted.settings,
      at: instant('2021-03-10'),
      baseUrl: 'https://example.org/tracker/',
      commit: null,
    },
    noAssets,
  ),
  noted.ledger,
  noted.settings.feedAuthority,
);

// Only ever adds: `UPDATE_CONTRACT=1 npx vitest run --project=unit test/contract`.
if (process.env.UPDATE_CONTRACT) {
  const { $comment, promises, retired } = JSON.parse(readFileSync(path, 'utf8'));
  const merged = { ...Object.fromEntries(built), ...promises };
  const sorted = Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify({ $comment, promises: sorted, retired }, null, 2)}\n`);
}

const pinned = read(readFileSync(path, 'utf8'));
const notices = join(projectFolder, 'data', 'notices.csv');
const before = contractBefore();

describe('what is published', () => {
  it('keeps every promise', () => {
    const broken = brokenPromises({
      pinned: new Map(Object.entries(pinned.promises)),
      built,
      retired: pinned.retired,
      notices: readLines(
        noticesFile,
        existsSync(notices) ? readFileSync(notices, 'utf8') : undefined,
      ),
      today: reportingDateAt(instantFromMilliseconds(Date.now()), 'UTC'),
    });
    expect(broken).toEqual([]);
  });

  it(`is all pinned in ${FILE}, from where it can not vanish unseen`, () => {
    const missing = [...built.keys()].filter((promise) => !(promise in pinned.promises));
    expect(missing, 'UPDATE_CONTRACT=1 npx vitest run --project=unit test/contract').toEqual([]);
  });

  it.skipIf(before === undefined)('pins all that the commit before has pinned', () => {
    const kept = Object.entries(pinned.promises).map(([promise, shape]) => `${promise} ${shape}`);
    const old = Object.entries(before?.promises ?? {}).map(([name, shape]) => `${name} ${shape}`);
    expect(old.filter((promise) => !kept.includes(promise))).toEqual([]);
  });

  it('covers addresses, columns, keys and feed ids', () => {
    for (const kind of ['address', 'column', 'key', 'feed id']) {
      const some = [...built.keys()].filter((promise) => promise.startsWith(`${kind} `));
      expect(some.length, kind).toBeGreaterThan(10);
    }
  });
});

/** The contract of the commit before; of a merged pull request, that of its base. */
function contractBefore() {
  try {
    const options = { cwd: projectFolder, encoding: 'utf8', stdio: 'pipe' } as const;
    return read(execFileSync('git', ['show', `HEAD^1:${FILE}`], options));
  } catch {
    return undefined;
  }
}
