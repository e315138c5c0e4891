import { cpSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { replaySample } from '../../../scripts/develop/replay-sample.ts';
import { addMinutes, type Instant } from '../../../scripts/domain/time.ts';
import type { Ledger } from '../../../scripts/ledger/model.ts';
import { openLedger } from '../../../scripts/ledger/store.ts';
import { loadSettings } from '../../../scripts/settings/load-settings.ts';
import type { Settings } from '../../../scripts/settings/schema.ts';
import { importHistory } from '../../../scripts/update/import-history.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { dailyFeed } from '../../../scripts/website/feeds/daily.ts';
import { noticesFeed } from '../../../scripts/website/feeds/notices.ts';
import { schoolFeed, updatesFeed } from '../../../scripts/website/feeds/updates.ts';
import { writeFeed } from '../../../scripts/website/feeds/write-feed.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { hasSharedData, sharedFile, sheetDates } from '../../shared-data.ts';
import { updateOnce } from '../../update-once.ts';
import { type Counts, instant, World, world } from '../../world.ts';

/** The feeds as they were served after a run. */
export interface Build {
  /** A minute after the run. */
  readonly polledAt: Instant;
  /** Path below the site → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** A history, built after each of its runs. */
export interface History {
  readonly name: string;
  readonly isThere: boolean;
  /** Made once, however many tests ask. */
  readonly builds: () => Promise<readonly Build[]>;
  /** Paths of feeds that grow in it, without their endings. */
  readonly feeds: readonly string[];
}

const DISTRICT = ['feeds/daily', 'feeds/updates', 'es/feeds/daily'];

/** Where the feeds say that they are. */
const BASE = 'https://example.org/tracker/';

/** Every history that readers poll in these tests. */
export const HISTORIES: readonly History[] = [
  {
    name: 'an eventful fortnight',
    isThere: true,
    builds: once(async () => eventful()),
    feeds: [...DISTRICT, 'feeds/notices', 'schools/a/feed'],
  },
  {
    name: 'the sample',
    isThere: true,
    builds: once(sample),
    feeds: [...DISTRICT, 'feeds/notices', 'schools/2006/feed', 'schools/2030/feed'],
  },
  { name: 'the real history', isThere: hasSharedData, builds: once(realHistory), feeds: DISTRICT },
];

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Schools whose feeds are made, where a history has them. */
const SCHOOLS = ['a', '2006', '2030'];

const RUNS: readonly (readonly [when: string, counts: Counts | 'outage'])[] = [
  ['2021-03-01T15:00:00Z', { a: [3, 'Adams'], b: [9, 'Brown'] }],
  ['2021-03-01T23:00:00Z', { a: 5, b: 9 }],
  ['2021-03-02T15:00:00Z', { a: 5, b: 9 }],
  ['2021-03-02T16:00:00Z', { a: 6, b: 9 }],
  ['2021-03-02T17:00:00Z', { a: 7, b: 8 }],
  ['2021-03-02T22:00:00Z', { a: 7, b: 10 }],
  ['2021-03-03T07:00:00Z', { a: [7, 'Madison'], b: 10 }],
  ['2021-03-03T15:00:00Z', { a: 8, b: 10, c: [2, 'Carver'] }],
  ['2021-03-03T20:00:00Z', 'outage'],
  ['2021-03-04T15:00:00Z', 'outage'],
  ['2021-03-07T15:00:00Z', { a: 8, b: 10, c: 2 }],
  ['2021-03-08T15:00:00Z', { a: 8, b: 12, c: 2 }],
  ['2021-03-08T16:00:00Z', { a: 8, b: 11, c: 2 }],
  ['2021-03-09T05:30:00Z', { a: 9, b: 11, c: 2 }],
  ['2021-03-09T06:30:00Z', { a: 9, b: 11, c: 2 }],
  ['2021-03-09T15:00:00Z', { a: 9, b: [11, 'Browne'], c: 3 }],
  ['2021-03-10T15:00:00Z', { a: 9, b: 11, c: 3 }],
  ['2021-03-11T15:00:00Z', { a: 10, b: 11, c: 3 }],
  ['2021-03-12T15:00:00Z', { a: 11, b: 11, c: 3 }],
  ['2021-03-13T15:00:00Z', { a: 11, b: 11, c: 3 }],
  // Daylight saving time begins on March 14.
  ['2021-03-14T15:00:00Z', { a: 12, b: 11, c: 3 }],
  ['2021-03-15T05:10:00Z', { a: 12, b: 11, c: 3 }],
];

function eventful(): readonly Build[] {
  let w = world();
  return RUNS.map(([when, counts]) => {
    const at = instant(when);
    w = counts === 'outage' ? outage(w, at) : w.reads(when, counts);
    return buildOf(w.ledger, w.settings, at);
  });
}

function outage(w: World, noticedAt: Instant): World {
  const notice = { noticedAt, kind: 'outage' as const, date: null, schoolId: null, text: null };
  return new World({ ...w.ledger, notices: [...w.ledger.notices, notice] }, w.settings);
}

/** How many of the sample's reads are built: from before its busiest weeks to its end. */
const SAMPLE_READS = 24;

async function sample(): Promise<readonly Build[]> {
  const folder = await scratch();
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const kept: string[] = [];
  await replaySample({
    sample: join(projectFolder, 'data', 'sample'),
    dataDir,
    sheetFile: join(folder, 'sheet.csv'),
    now: instant('2026-01-01'),
    onProgress: ({ done, of }) => {
      if (of - done >= SAMPLE_READS) return;
      const copy = join(folder, String(done));
      cpSync(dataDir, copy, { recursive: true });
      if (kept.at(-1) !== copy) kept.push(copy);
    },
  });
  return Promise.all(kept.map(buildFrom));
}

/** Each day of the real sheets is read twice: in the morning as it was the evening before, and then. */
async function realHistory(): Promise<readonly Build[]> {
  const dataDir = join(await scratch(), 'data');
  await mkdir(dataDir);
  await cp(join(projectFolder, 'test', 'chicago', 'district.json'), join(dataDir, 'district.json'));
  const now = instant('2026-01-01');
  const file = sharedFile('history/2021-02-09-wide.csv');
  await importHistory({ file, dataDir, now, force: false }, async (_title, action) => action());
  const dates = sheetDates('line-list').filter((date) => date > '2021-02-09');
  const builds: Build[] = [];
  for (const [index, date] of dates.entries()) {
    for (const [sheet, hour] of [[dates[index - 1] ?? date, 14] as const, [date, 20] as const]) {
      await updateOnce({
        dataDir,
        source: sharedFile(`sheets/line-list/${sheet}.csv`),
        at: instant(`${date}T${hour}:00:00Z`),
        now,
        accept: undefined,
        dryRun: false,
        allowHosts: [],
        guardPrivateAddresses: false,
      });
      builds.push(await buildFrom(dataDir));
    }
  }
  return builds;
}

async function buildFrom(dataDir: string): Promise<Build> {
  const settings = await loadSettings(dataDir);
  const notAfter = instant('2026-01-01');
  const ledger = await openLedger(dataDir, { notAfter, timeZone: settings.timeZone });
  return buildOf(ledger, settings, newestInstant(ledger));
}

function newestInstant({ days, updates, notices }: Ledger): Instant {
  const instants = [
    days.at(-1)?.firstReadAt,
    updates.at(-1)?.detectedAt,
    notices.at(-1)?.noticedAt,
  ].flatMap((each) => each ?? []);
  return instants.sort().at(-1) ?? instant('1970-01-01');
}

/** The feeds alone, as a site's build a minute after the run has them. */
function buildOf(ledger: Ledger, settings: Settings, ranAt: Instant): Build {
  const polledAt = addMinutes(ranAt, 1);
  const data = siteData({ ledger, settings, at: polledAt, baseUrl: BASE, commit: null });
  const schools = data.entries.filter(({ id }) => SCHOOLS.includes(id));
  const files = editionsOf(settings).flatMap((edition) =>
    [
      dailyFeed(data, edition),
      updatesFeed(data, edition),
      noticesFeed(data, edition),
      ...schools.map((school) => schoolFeed(data, school, edition)),
    ].flatMap((feed) => [...writeFeed(feed, BASE)]),
  );
  return { polledAt, files: new Map(files) };
}
