import type { Refusal } from '../../domain/refusal.ts';
import { type Instant, reportingDateAt } from '../../domain/time.ts';
import type { Cadence, Held, Ledger, NoticeLine } from '../../ledger/model.ts';
import { type HeldFile, readHeld } from '../../ledger/state-files.ts';
import { openLedger, writeLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { failingAfter, shouldAlarm } from '../alarm/failed-read.ts';
import type { Streak } from '../alarm/run-verdict.ts';

export interface Keeping {
  readonly dataDir: string;
  readonly now: Instant;
}

/**
 * Writes a hold into `held.json`: when its key changes, when a person declined it, and at the first
 * read of each day, never otherwise. A hold that begins is a notice to readers.
 */
export async function keepHold({ dataDir, now }: Keeping, file: HeldFile): Promise<void> {
  const { ledger, timeZone, bounds } = await open(dataDir, now);
  const held = readHeld(JSON.stringify(file));
  if (held === null || (isKept(ledger.held, held, timeZone) && ledger.failing === null)) return;
  const notices = ledger.held === null ? withHeldNotice(ledger, held, timeZone) : ledger.notices;
  await writeLedger(dataDir, ledger, { ...ledger, held, failing: null, notices }, bounds);
}

/** Writes `failing.json` when a failed read is worth an alarm and readers do not know of it yet. */
export async function keepFailing(
  { dataDir, now }: Keeping,
  rejection: Refusal,
  streak: Streak,
): Promise<void> {
  const { ledger, settings, timeZone, bounds } = await open(dataDir, now);
  const isWorthIt =
    ledger.failing !== null || shouldAlarm(rejection.code, streak, now, settings.alarm);
  if (!isWorthIt) return;
  const failing = failingAfter(ledger.failing, rejection.code, streak, now, timeZone);
  if (failing !== ledger.failing) {
    await writeLedger(dataDir, ledger, { ...ledger, failing }, bounds);
  }
}

/** Writes how often the source was really read, for the status page. */
export async function keepCadence({ dataDir, now }: Keeping, cadence: Cadence): Promise<void> {
  const { ledger, bounds } = await open(dataDir, now);
  await writeLedger(dataDir, ledger, { ...ledger, cadence }, bounds);
}

async function open(dataDir: string, now: Instant) {
  const settings = await loadSettings(dataDir);
  const { timeZone } = settings;
  const bounds = { notAfter: now, timeZone };
  return { settings, timeZone, bounds, ledger: await openLedger(dataDir, bounds) };
}

function isKept(present: Held | null, held: Held, timeZone: string): boolean {
  return (
    present !== null &&
    present.key === held.key &&
    present.declined === held.declined &&
    reportingDateAt(present.checkedAt, timeZone) === reportingDateAt(held.checkedAt, timeZone)
  );
}

function withHeldNotice(ledger: Ledger, held: Held, timeZone: string): readonly NoticeLine[] {
  const date = reportingDateAt(held.checkedAt, timeZone);
  const notice = {
    noticedAt: held.checkedAt,
    kind: 'held',
    date,
    schoolId: null,
    text: null,
  } as const;
  return [...ledger.notices, notice];
}
