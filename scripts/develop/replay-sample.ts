import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../domain/time.ts';
import { isAddress } from '../geography/map-files.ts';
import { editSettings } from '../settings/edit-settings.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Settings } from '../settings/schema.ts';
import type { Acceptance } from '../update/accept-update.ts';
import { mapAddresses } from '../update/ask-map.ts';
import { registrySources } from '../update/ask-registry.ts';
import type { HeldPlan, UpdatePlan } from '../update/plan-update.ts';
import { refreshRegistry } from '../update/refresh-registry.ts';
import { runUpdate, type UpdateRequest } from '../update/run-update.ts';
import { updateText } from '../wording/update-text.ts';
import { type SampleColumns, type SampleRead, sampleReads } from './sample-reads.ts';
import { sheetFiles } from './sheet-files.ts';

const SECONDS_TO_READ = 10;

/** What a replay of the sample needs. */
export interface Replay {
  /** The folder of the sample: settings, sheets, and whatever its settings name besides. */
  readonly sample: string;
  /** An empty folder for the ledger. */
  readonly dataDir: string;
  /** File into which the sheet of each read is written, to be read like any other source. */
  readonly sheetFile: string;
  readonly now: Instant;
  /** Called after each read. */
  readonly onProgress: (progress: ReplayProgress) => void;
}

/** How far a replay has come, and what its last read brought. */
export interface ReplayProgress {
  /** Reads done, and reads in all. */
  readonly done: number;
  readonly of: number;
  readonly text: string;
  /** Something a person would want to see: an update, a hold, what was done about it. */
  readonly notable: boolean;
}

/**
 * Replays the sample read by read through the real pipeline, and does what a maintainer would: when
 * a new sheet begins, it declares the restart in the settings and runs again; when a place may have
 * been renamed, it accepts that.
 *
 * @returns the instant of the last read
 */
export async function replaySample(replay: Replay): Promise<Instant> {
  const { sample, dataDir, sheetFile } = replay;
  await copyFile(join(sample, 'district.json'), join(dataDir, 'district.json'));
  const settings = await loadSettings(dataDir);
  await copyMapFiles(sample, dataDir, settings);
  const reads = await readsOf(sample, settings);
  for (const [index, { at, sheet, isNewSheet }] of reads.entries()) {
    await writeFile(sheetFile, sheet);
    const report = (text: string, notable: boolean) =>
      replay.onProgress({ done: index + 1, of: reads.length, text, notable });
    const plan = await readOnce(replay, at);
    report(updateText(plan, false), plan.kind === 'published' || plan.kind === 'held');
    if (plan.kind === 'held') {
      const answer = await answerTo(plan, replay, isNewSheet);
      if (answer) {
        report(`${answer.said}, as its maintainer would; reading again:`, true);
        report(updateText(await readOnce(replay, at, answer.accept), false), true);
      }
    }
    const isNews = plan.kind !== 'held' && plan.kind !== 'unread' && plan.update.unknown.length > 0;
    if (isNews && registrySources(settings).length + mapAddresses(settings).size > 0) {
      await refreshRegistry({
        dataDir,
        locations: join(sample, 'locations.csv'),
        vaccination: join(sample, 'vaccination.json'),
        outline: join(sample, 'outline.geojson'),
        areas: join(sample, 'areas.geojson'),
        now: replay.now,
        dryRun: false,
        seconds: SECONDS_TO_READ,
        allowHosts: [],
        guardPrivateAddresses: false,
      });
    }
  }
  const last = reads.at(-1);
  if (!last) throw new RangeError('the sample has no reads');
  return last.at;
}

/** What the settings draw from files of the data folder, such as a person puts there. */
async function copyMapFiles(sample: string, dataDir: string, { map }: Settings): Promise<void> {
  const named = [map.outline, map.areas?.address].filter((name) => typeof name === 'string');
  for (const name of named.filter((name) => !isAddress(name))) {
    await copyFile(join(sample, name), join(dataDir, name));
  }
}

/** A line list is kept as the changes of its one file, a table as a file for each read. */
async function readsOf(sample: string, settings: Settings): Promise<readonly SampleRead[]> {
  if (settings.source.rows !== 'case') return sheetFiles(join(sample, 'sheets'));
  const compact = await readFile(join(sample, 'sheets.csv'), 'utf8');
  return sampleReads(compact, columnsOf(settings));
}

/** What a person who knows the sheet does about a held update. */
interface Answer {
  readonly said: string;
  readonly accept?: Acceptance;
}

/** @returns undefined: they wait until the sheet is as it was */
async function answerTo(
  { hold, update }: HeldPlan,
  { dataDir }: Replay,
  isNewSheet: boolean,
): Promise<Answer | undefined> {
  if (isNewSheet) {
    await declareRestart(dataDir, update.date);
    return { said: 'Declared the restart in district.json' };
  }
  if (!hold.reasons.every(({ guard }) => guard === 'possible-rename')) return undefined;
  return { said: 'Accepted the rename', accept: { digest: update.countsDigest } };
}

async function readOnce(
  { dataDir, sheetFile, now }: Replay,
  at: Instant,
  accept?: Acceptance,
): Promise<UpdatePlan> {
  const request: UpdateRequest = {
    dataDir,
    source: sheetFile,
    at,
    now,
    accept,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
  };
  return (await runUpdate(request, async (_title, action) => action())).plan;
}

async function declareRestart(dataDir: string, date: string): Promise<void> {
  const file = join(dataDir, 'district.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, editSettings(text, { addRestarts: [date] }));
}

/**
 * Prints the progress of a replay: on a terminal in one line that is overwritten, elsewhere as a
 * line for each notable read.
 */
export function progressPrinter(
  say: (text: string) => void,
  output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): Replay['onProgress'] {
  return ({ done, of, text, notable }) => {
    const first = text.split('\n')[0] ?? '';
    if (output.isTTY) {
      output.write(`\r\u001b[K[${done}/${of}] ${first.slice(0, 70)}`);
      if (done === of) output.write('\n');
    } else if (notable) say(text.includes('held') ? text : first);
  };
}

function columnsOf({ source }: Settings): SampleColumns {
  const { id, name } = source.columns;
  if (id !== null && typeof name === 'string') return { id, name };
  throw new RangeError('the sample has an id and a name');
}
