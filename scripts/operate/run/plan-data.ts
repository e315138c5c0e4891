import type { Refusal } from '../../domain/refusal.ts';
import { type Instant, reportingDateAt } from '../../domain/time.ts';
import { closedOnRecord } from '../../ledger/closed-on-record.ts';
import type { Cadence, Hold, Ledger, NoticeLine } from '../../ledger/model.ts';
import { type FileChanges, ledgerChanges } from '../../ledger/store.ts';
import type { UpdatePlan } from '../../update/plan-update.ts';
import type { World } from '../../update/world.ts';
import { commitMessage } from '../../wording/commit-message.ts';
import { failingAfter, shouldAlarm } from '../alarm/failed-read.ts';
import type { Streak } from '../alarm/run-verdict.ts';

/** What a run has found out and puts on record. */
export interface DataNews {
  readonly read:
    | { readonly kind: 'planned'; readonly plan: UpdatePlan }
    | {
        readonly kind: 'rejected';
        readonly refusal: Refusal;
        /** Failures in a row; null: readers need not hear of this failure. */
        readonly streak: Streak | null;
      };
  /** The key that a person has just declined. */
  readonly declined: string | null;
  /** How often the source was really read; null: not measured in this run. */
  readonly cadence: Cadence | null;
}

/** A commit of the data folder, planned before anything is written. */
export interface DataPlan {
  /** The ledger after the commit. */
  readonly ledger: Ledger;
  /** Files that change, settings included; empty: there is nothing to commit. */
  readonly files: FileChanges;
  readonly message: string;
}

/**
 * Plans the commit of a run: its update, a hold that begins or continues, a failure that readers
 * should know about, how often the source was read. Pure, so that it can be planned again after a
 * lost push.
 */
export function planData(world: World, news: DataNews): DataPlan {
  const recorded = ledgerAfter(world, news);
  const ledger = news.cadence ? { ...recorded, cadence: news.cadence } : recorded;
  const files = new Map(ledgerChanges(world.texts, world.ledger, ledger));
  const settings = settingsChange(world, news);
  if (settings !== null) files.set('district.json', settings);
  return { ledger, files, message: commitMessage(news.read) };
}

function ledgerAfter(world: World, { read, declined }: DataNews): Ledger {
  if (read.kind === 'rejected') return withFailure(world, read.refusal, read.streak);
  const { plan } = read;
  switch (plan.kind) {
    case 'unread':
      return world.ledger;
    case 'held':
      return withHold(world, { ...plan.hold, declined: declined ?? plan.hold.declined });
    default:
      return plan.ledger;
  }
}

function settingsChange(world: World, { read }: DataNews): string | null {
  if (read.kind === 'rejected' || read.plan.kind === 'held' || read.plan.kind === 'unread') {
    return null;
  }
  const { settingsText } = read.plan;
  return settingsText === world.settingsText ? null : settingsText;
}

/**
 * `held.json` is written only when the key changes, when a person has declined it, and with the
 * first read of each day. A hold that begins is also a notice to readers, and so is one that shows
 * that the last day with news is over.
 */
function withHold({ ledger, settings }: World, hold: Hold): Ledger {
  const { timeZone } = settings;
  const isElsewhereQuiet = ledger.failing === null && ledger.oldCopy === null;
  if (isOnRecord(ledger.held, hold, timeZone) && isElsewhereQuiet) return ledger;
  const isDue = ledger.held === null || closesADay(ledger, hold.checkedAt, timeZone);
  const notices = isDue ? withNotice(ledger, 'held', hold.checkedAt, timeZone) : ledger.notices;
  return { ...ledger, held: hold, failing: null, oldCopy: null, notices };
}

/**
 * `failing.json` is written once a failed read is worth an alarm, and kept up to date from then on.
 * An outage that begins is also a notice to readers, as a hold is.
 */
function withFailure(world: World, refusal: Refusal, streak: Streak | null): Ledger {
  const { ledger, settings, now } = world;
  if (streak === null) return ledger;
  const isWorthIt =
    ledger.failing !== null || shouldAlarm(refusal.code, streak, now, settings.alarm);
  if (!isWorthIt) return ledger;
  const failing = failingAfter(ledger.failing, refusal.code, streak, now, settings.timeZone);
  if (failing === ledger.failing) return ledger;
  const { timeZone } = settings;
  const isDue = ledger.failing === null || closesADay(ledger, failing.checkedAt, timeZone);
  const notices = isDue
    ? withNotice(ledger, 'outage', failing.checkedAt, timeZone)
    : ledger.notices;
  return { ...ledger, failing, notices };
}

/**
 * Whether nothing on record shows yet that the last day with news is over, although it is. While
 * there are no good reads, only a notice can show it, and the day's item waits for that.
 */
function closesADay(ledger: Ledger, at: Instant, timeZone: string): boolean {
  const last = ledger.days.findLast((day) => day.schoolsChanged > 0)?.date;
  return (
    last !== undefined &&
    reportingDateAt(at, timeZone) > last &&
    closedOnRecord(ledger, last, timeZone) === undefined
  );
}

function isOnRecord(present: Hold | null, hold: Hold, timeZone: string): boolean {
  const dateOf = (instant: Instant) => reportingDateAt(instant, timeZone);
  return (
    present !== null &&
    present.key === hold.key &&
    present.declined === hold.declined &&
    dateOf(present.checkedAt) === dateOf(hold.checkedAt)
  );
}

function withNotice(
  { notices }: Ledger,
  kind: 'held' | 'outage',
  noticedAt: Instant,
  timeZone: string,
): readonly NoticeLine[] {
  const date = reportingDateAt(noticedAt, timeZone);
  return [...notices, { noticedAt, kind, date, schoolId: null, text: null }];
}
