import type { Finding } from '../domain/finding.ts';
import { type Instant, reportingDateAt } from '../domain/time.ts';
import { judge } from '../ledger/judge.ts';
import type { Hold, Ledger } from '../ledger/model.ts';
import { reconcile, type Update } from '../ledger/reconcile.ts';
import type { RegistryNews } from '../ledger/registry-changes.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { type FileChanges, ledgerChanges } from '../ledger/store.ts';
import { editSettings, type SettingsEdits } from '../settings/edit-settings.ts';
import { type Acceptance, acceptedEdits, isAccepted } from './accept-update.ts';
import { checkInstant } from './check-instant.ts';
import { comingsAndGoings } from './comings-and-goings.ts';
import { withNotices } from './update-notices.ts';
import type { World } from './world.ts';

/** How a read is to be recorded. */
export interface PlanOptions {
  /** The instant to record it under; undefined: the world's. */
  readonly at: Instant | undefined;
  readonly accept: Acceptance | undefined;
}

/** What one read means and what is to be done about it: nothing is written yet. */
export type UpdatePlan = UnreadPlan | ReadPlan | HeldPlan;

/** Nothing is to be read, or what was read is dropped. */
export interface UnreadPlan {
  readonly kind: 'unread';
  readonly why: 'ended' | 'newer-read';
  readonly findings: readonly Finding[];
}

interface Read {
  readonly update: Update;
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/**
 * A read that goes on record: `published` with news, `checked` where data changes without news
 * (a date's first read, a rename, a location), `unchanged` where not a byte does.
 */
export interface ReadPlan extends Read {
  readonly kind: 'published' | 'checked' | 'unchanged';
  /** What let a suspicious update pass: it lasted, or a person took it; null: nothing was wrong. */
  readonly passedBy: 'persistence' | 'person' | null;
  /** Whether `days.csv` gets the first line of its date. */
  readonly isFirstRead: boolean;
  /** What was learnt of schools in the same run, a kind of fact a line. */
  readonly registry: readonly RegistryNews[];
  /** The ledger as it will be. */
  readonly ledger: Ledger;
  readonly settingsText: string;
  /** What that changes in the data folder, settings included. */
  readonly files: FileChanges;
}

/** A read that waits for a person: it changes neither ledger nor settings. */
export interface HeldPlan extends Read {
  readonly kind: 'held';
  readonly hold: Hold;
  /** Whether the source may count from zero again: then `planProposal` declares that. */
  readonly isRestartSuspected: boolean;
}

/**
 * Whether the source need not be read at all.
 *
 * @param at the instant to record the read under; undefined: the world's
 * @throws Refusal (exit 2) for an instant that cannot be recorded
 */
export function whyUnread(world: World, at: Instant | undefined): UnreadPlan | undefined {
  const { settings, ledger, now } = world;
  const { endedOn, timeZone } = settings;
  if (endedOn !== null && reportingDateAt(at ?? now, timeZone) > endedOn) {
    return unread('ended', `The source ended on ${endedOn}; nothing is read any more`);
  }
  if (checkInstant(ledger, at, now, timeZone) === 'newer-read') {
    return unread('newer-read', 'A newer read is already recorded; this one is dropped');
  }
  return undefined;
}

/**
 * What a read means for the ledger, and the files that record it. Pure, and the same for the same
 * world, snapshot and options.
 *
 * @throws Refusal exit 2 (instants, restarts) or 3 (a first read that is not whole)
 */
export function planUpdate(world: World, snapshot: Snapshot, options: PlanOptions): UpdatePlan {
  const why = whyUnread(world, options.at);
  if (why) return why;
  const { settings, ledger } = world;
  const update = reconcile(ledger, snapshot, options.at ?? world.now, settings);
  const verdict = judge({ ledger, update, snapshot, rules: settings });
  const isTaken = verdict.kind === 'held' && isAccepted(verdict, options.accept, update);
  if (verdict.kind === 'held' && !isTaken) {
    const { hold, isRestartSuspected } = verdict;
    return {
      kind: 'held',
      update,
      snapshot,
      hold,
      isRestartSuspected,
      findings: snapshot.findings,
    };
  }
  const notices = withNotices(ledger, update, verdict, isTaken, settings);
  const edits: SettingsEdits = isTaken
    ? acceptedEdits(verdict, update, snapshot)
    : { removeGone: update.returned };
  return finished(world, {
    update,
    snapshot,
    passedBy: isTaken ? 'person' : verdict.kind === 'released' ? 'persistence' : null,
    isFirstRead: ledger.days.at(-1)?.date !== update.date,
    registry: [],
    ledger: { ...update.after, notices },
    settingsText: isEdit(edits) ? editSettings(world.settingsText, edits) : world.settingsText,
    findings: [...snapshot.findings, ...comingsAndGoings(update)],
  });
}

/**
 * What accepting a held update would record: of a suspected restart what follows from declaring it,
 * of any other the lines as they are.
 *
 * @param world as it will be once the hold is on record
 */
export function planProposal(world: World, held: HeldPlan): ReadPlan {
  const accept = { digest: held.update.countsDigest };
  const declared = held.isRestartSuspected ? declareRestart(world, held.update.date) : world;
  const plan = planUpdate(declared, held.snapshot, { at: held.update.at, accept });
  if (plan.kind === 'held' || plan.kind === 'unread') {
    throw new RangeError(`an accepted update is still ${plan.kind}`);
  }
  return finished(world, plan);
}

/** A plan with what was learnt of its schools since it was made. */
export function withRegistry(
  world: World,
  plan: ReadPlan,
  learnt: {
    readonly schools: Ledger['schools'];
    readonly news: readonly RegistryNews[];
    readonly findings: readonly Finding[];
  },
): ReadPlan {
  return finished(world, {
    ...plan,
    registry: learnt.news,
    ledger: { ...plan.ledger, schools: learnt.schools },
    findings: [...plan.findings, ...learnt.findings],
  });
}

/** @param plan all but what follows from the rest: the files, and what kind of plan that makes it */
function finished(world: World, plan: Omit<ReadPlan, 'kind' | 'files'>): ReadPlan {
  const files = new Map(ledgerChanges(world.texts, world.ledger, plan.ledger));
  if (plan.settingsText !== world.settingsText) files.set('district.json', plan.settingsText);
  const isNews = plan.update.line !== undefined;
  return { ...plan, kind: isNews ? 'published' : files.size > 0 ? 'checked' : 'unchanged', files };
}

function declareRestart(world: World, date: string): World {
  const { settings, settingsText } = world;
  const counterRestarts = [...new Set([...settings.counterRestarts, date])].sort();
  return {
    ...world,
    settings: { ...settings, counterRestarts },
    settingsText: editSettings(settingsText, { addRestarts: [date] }),
  };
}

function isEdit({ addGone, removeGone, addIgnore, rowsWithoutId }: SettingsEdits): boolean {
  const lists = [addGone, removeGone, addIgnore];
  return lists.some((list) => (list ?? []).length > 0) || rowsWithoutId != null;
}

function unread(why: UnreadPlan['why'], message: string): UnreadPlan {
  return { kind: 'unread', why, findings: [{ level: 'notice', code: why, message }] };
}
