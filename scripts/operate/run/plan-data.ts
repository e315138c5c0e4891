import type { Refusal } from '../../domain/refusal.ts';
import { type Instant, reportingDateAt } from '../../domain/time.ts';
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
 * first read of each day. A hold that begins is also a notice to readers.
 */
function withHold({ ledger, settings }: World, hold: Hold): Ledger {
  const { timeZone } = settings;
  const isElsewhereQuiet = ledger.failing === null && ledger.oldCopy === null;
  if (isOnRecord(ledger.held, hold, timeZone) && isElsewhereQuiet) return ledger;
  const notices =
    ledger.held === null ? [...ledger.notices, heldNotice(hold, timeZone)] : ledger.notices;
  return { ...ledger, held: hold, failing: null, oldCopy: null, notices };
}

/**
 * `failing.json` is written once a failed read is worth an alarm, and kept up to date from then on.
 */
function withFailure(world: World, refusal: Refusal, streak: Streak | null): Ledger {
  const { ledger, settings, now } = world;
  if (streak === null) return ledger;
  const isWorthIt =
    ledger.failing !== null || shouldAlarm(refusal.code, streak, now, settings.alarm);
  if (!isWorthIt) return ledger;
  const failing = failingAfter(ledger.failing, refusal.code, streak, now, settings.timeZone);
  return failing === ledger.failing ? ledger : { ...ledger, failing };
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

function heldNotice({ checkedAt }: Hold, timeZone: string): NoticeLine {
  const date = reportingDateAt(checkedAt, timeZone);
  return { noticedAt: checkedAt, kind: 'held', date, schoolId: null, text: null };
}
