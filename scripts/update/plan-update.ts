import type { Finding } from '../domain/finding.ts';
import { type EnglishNouns, nounsOf } from '../domain/nouns.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { type Instant, reportingDateAt } from '../domain/time.ts';
import { isRead } from '../ledger/day-line.ts';
import { judge } from '../ledger/judge.ts';
import type { Hold, Ledger } from '../ledger/model.ts';
import { identitiesOf } from '../ledger/possible-renames.ts';
import { reconcile, type Update } from '../ledger/reconcile.ts';
import type { RegistryNews } from '../ledger/registry-changes.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { type FileChanges, ledgerChanges } from '../ledger/store.ts';
import { asksWhetherOne } from '../ledger/told-apart.ts';
import { editSettings, type SettingsEdits } from '../settings/edit-settings.ts';
import { type Acceptance, acceptedEdits, isAccepted } from './accept-update.ts';
import { checkInstant } from './check-instant.ts';
import { comingsAndGoings } from './comings-and-goings.ts';
import { asOldCopy, type OldCopyRead } from './old-copy.ts';
import { movedTotals, withNotices } from './update-notices.ts';
import type { World } from './world.ts';

/** How to record a read. */
export interface PlanOptions {
  /** The instant under which to record it; undefined: `now` of the world. */
  readonly at: Instant | undefined;
  /** undefined: nobody accepted anything. */
  readonly accept: Acceptance | undefined;
  /** Unknown schools that the configured locations know, where they were asked. */
  readonly located?: ReadonlySet<SchoolId>;
}

/** What one read means and what to do about it; nothing has been written yet. */
export type UpdatePlan = UnreadPlan | ReadPlan | HeldPlan;

/** The source should not be read, or what was read is dropped. */
export interface UnreadPlan {
  readonly kind: 'unread';
  readonly why: 'ended' | 'newer-read';
  readonly findings: readonly Finding[];
}

/** What every plan that is based on a read contains. */
interface PlanOfRead {
  /** What the settings call things, for those who put the plan into words. */
  readonly nouns: EnglishNouns;
  readonly update: Update;
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/**
 * A read that goes on record: `published` if counts changed, `checked` if only other data did (a
 * date's first read, a rename, a location), `unchanged` if no file changes at all.
 */
export interface ReadPlan extends PlanOfRead {
  readonly kind: 'published' | 'checked' | 'unchanged';
  /**
   * Why a suspicious update is published: it persisted, or a person accepted it; null: it was
   * clear.
   */
  readonly passedBy: 'persistence' | 'person' | null;
  /** Whether this is the first read of its date, which adds a line to `days.csv`. */
  readonly isFirstRead: boolean;
  /** What was learnt about schools in the same run, one entry per kind of fact. */
  readonly registry: readonly RegistryNews[];
  /** The resulting ledger. */
  readonly ledger: Ledger;
  /** The resulting text of `district.json`. */
  readonly settingsText: string;
  /** The resulting changes in the data folder, settings included. */
  readonly files: FileChanges;
}

/** A read that waits for a person: it changes neither ledger nor settings. */
export interface HeldPlan extends PlanOfRead {
  readonly kind: 'held';
  readonly hold: Hold;
  /** Whether the source may count from zero again; `planProposal` then declares a restart. */
  readonly isRestartSuspected: boolean;
}

/**
 * Why the source need not be read at all, if so.
 *
 * @param at the instant under which to record the read; undefined: `now` of the world
 * @returns undefined if the source should be read
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
 * Works out what a read means for the ledger, and the changes to files that record it. Pure: the
 * result depends only on the world, snapshot and options.
 *
 * @throws Refusal exit 2 (instants, restarts, acceptance) or 3 (an incomplete first read)
 */
export function planUpdate(world: World, snapshot: Snapshot, options: PlanOptions): UpdatePlan {
  const why = whyUnread(world, options.at);
  if (why) return why;
  const { settings, ledger } = world;
  const at = options.at ?? world.now;
  const read = reconcile(ledger, snapshot, at, settings);
  const isAskedFor = options.accept?.digest === read.countsDigest;
  const old = isAskedFor ? undefined : asOldCopy(ledger, read, settings);
  if (old) return planWithoutNews(world, snapshot, old);
  const { located } = options;
  const question = {
    ledger,
    update: read,
    snapshot,
    rules: settings,
    ...(located ? { located } : {}),
  };
  const verdict = judge(question);
  const isTaken = verdict.kind === 'held' && isAccepted(verdict, options.accept, read);
  if (verdict.kind === 'held' && !isTaken) {
    const { hold, isRestartSuspected } = verdict;
    return {
      kind: 'held',
      nouns: nounsOf(settings),
      update: read,
      snapshot,
      hold,
      isRestartSuspected,
      findings: snapshot.findings,
    };
  }
  // What a person accepts may be that two places are one, so that their cases are no news.
  const update =
    isTaken && asksWhetherOne(verdict.hold)
      ? reconcile(ledger, snapshot, at, settings, identitiesOf(question))
      : read;
  const notices = withNotices(ledger, update, snapshot, verdict, isTaken, settings);
  const edits: SettingsEdits = isTaken
    ? acceptedEdits(verdict, update, snapshot, settings)
    : { removeGone: update.returned };
  return finished(world, {
    nouns: nounsOf(settings),
    update,
    snapshot,
    passedBy: isTaken ? 'person' : verdict.kind === 'released' ? 'persistence' : null,
    isFirstRead: !isRead(ledger, update.date),
    registry: [],
    ledger: { ...update.after, notices },
    settingsText: isEdit(edits) ? editSettings(world.settingsText, edits) : world.settingsText,
    findings: [
      ...snapshot.findings,
      ...comingsAndGoings(update),
      ...movedTotals(notices.slice(ledger.notices.length)),
    ],
  });
}

/**
 * Works out what accepting a held update would record. A suspected restart is declared in the
 * settings and the update recounted; the lines of any other update are recorded as they are.
 *
 * @param world as it will be once the hold is on record
 * @throws Refusal as `planUpdate` does
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

function planWithoutNews(world: World, snapshot: Snapshot, old: OldCopyRead): ReadPlan {
  const { update, finding } = old;
  return finished(world, {
    update,
    snapshot,
    passedBy: null,
    isFirstRead: !isRead(world.ledger, update.date),
    registry: [],
    nouns: nounsOf(world.settings),
    ledger: update.after,
    settingsText: world.settingsText,
    findings: [...snapshot.findings, finding],
  });
}

/**
 * The world as it is once a person has declined the hold on record.
 *
 * @param key of the hold that was declined; the world stays as it is if another one is on record
 */
export function asDeclined(world: World, key: string | null): World {
  const { ledger } = world;
  if (key === null || ledger.held?.key !== key) return world;
  return { ...world, ledger: { ...ledger, held: { ...ledger.held, declined: key } } };
}

/** Replaces the schools of a plan with what was learnt about them since, and updates its files. */
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

/** @param plan everything except what follows from the rest: the files and the kind of the plan */
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

function isEdit({ rowsWithoutId, ...lists }: SettingsEdits): boolean {
  return rowsWithoutId != null || Object.values(lists).some((list) => list.length > 0);
}

function unread(why: UnreadPlan['why'], message: string): UnreadPlan {
  return { kind: 'unread', why, findings: [{ level: 'notice', code: why, message }] };
}
