import { type Refusal, refuseUsage } from '../domain/refusal.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import type { Instant } from '../domain/time.ts';
import { schoolNames } from '../ledger/match-schools.ts';
import { type MergedLedger, mergeLedger } from '../ledger/merge-ledger.ts';
import type { Ledger, School } from '../ledger/model.ts';
import { ALIKE, likenessAmong } from '../ledger/name-likeness.ts';
import { learntIds, mergedInto } from '../ledger/school-aliases.ts';
import { ledgerChanges, writeChanges } from '../ledger/store.ts';
import { checkInstant } from './check-instant.ts';
import { boundsOf, openWorld } from './world.ts';

/** Which two entries are one place. */
export interface MergeRequest {
  readonly dataDir: string;
  /** Id or name of the entry that ends. */
  readonly from: string;
  /** Id or name of the entry that it is counted as from now on. */
  readonly into: string;
  /** The instant under which to record it; undefined: now. */
  readonly at: Instant | undefined;
  /** The machine's clock. */
  readonly now: Instant;
  /** Whether to report what would be written without writing it. */
  readonly dryRun: boolean;
}

/** What came of it. */
export interface MergeResult extends MergedLedger {
  readonly from: School;
  readonly into: School;
  /** Names of the files that changed or, in a dry run, would change. */
  readonly files: readonly string[];
}

/**
 * Makes one entry of two: the names of one become aliases of the other, and its cases go over as lines
 * of today.
 *
 * @throws Refusal (exit 2) for places that are unknown, ambiguous, the same or merged already, and for
 *   an instant that is not later than the last one on record; nothing was written then
 */
export async function mergePlaces(request: MergeRequest): Promise<MergeResult> {
  const { dataDir, now, at, dryRun } = request;
  const world = await openWorld(dataDir, now);
  const { ledger, settings, texts } = world;
  const from = placeOf(ledger, request.from);
  const into = placeOf(ledger, request.into);
  if (from.id === into.id) throw samePlace(request, from);
  for (const school of [from, into]) refuseMerged(ledger, school);
  const when = instantOf(ledger, at, now, settings.timeZone);
  const merged = mergeLedger(ledger, { from: from.id, into: into.id, at: when, rules: settings });
  const files = ledgerChanges(texts, ledger, merged.ledger);
  if (!dryRun) await writeChanges(dataDir, files, merged.ledger, boundsOf(world));
  return { ...merged, from, into, files: [...files.keys()].sort() };
}

/** An id decides before a name: ids are one place's alone. */
function placeOf({ schools }: Ledger, asked: string): School {
  const id = parseSchoolId(asked);
  const own = id && schools.get(id);
  if (own) return own;
  const learnt = [...schools.values()].find((school) => learntIds(school).includes(asked));
  const school = learnt ?? schoolNames(schools).find(asked);
  if (school) return school;
  throw notOnePlace([...schools.values()], asked);
}

const SUGGESTED = 5;

function notOnePlace(schools: readonly School[], asked: string): Refusal {
  const likeness = likenessAmong(schools.map(({ name }) => name));
  const near = schools
    .map((school) => ({
      school,
      like: Math.max(...[school.name, ...school.aliases].map((name) => likeness(asked, name))),
    }))
    .filter(({ like, school }) => like >= ALIKE && mergedInto(school) === undefined)
    .sort((a, b) => b.like - a.like)
    .slice(0, SUGGESTED)
    .map(({ school }) => `${school.id} (${school.name})`);
  const isAmbiguous = schools.filter((school) => isCalled(school, asked)).length > 1;
  return refuseUsage(
    isAmbiguous ? 'ambiguous-place' : 'unknown-place',
    isAmbiguous
      ? `Several places on record go by "${asked}"`
      : `No place on record has the id or the name "${asked}"`,
    `Nothing was written. ${near.length > 0 ? `Did you mean ${near.join(', ')}? ` : ''}Ids are in the first column of data/schools.csv.`,
    { file: 'data/schools.csv', value: asked },
  );
}

function isCalled(school: School, name: string): boolean {
  return schoolNames(new Map([[school.id, school]])).find(name) !== undefined;
}

function samePlace({ from, into }: MergeRequest, { id, name }: School): Refusal {
  return refuseUsage(
    'same-place',
    `"${from}" and "${into}" are one place already: ${name} (${id})`,
    'Nothing was written. Name two entries of data/schools.csv.',
    { file: 'data/schools.csv', value: id },
  );
}

function refuseMerged({ schools }: Ledger, school: School): void {
  const into = mergedInto(school);
  if (into === undefined) return;
  throw refuseUsage(
    'merged-already',
    `${school.name} (${school.id}) was merged already: it is counted as ${schools.get(into)?.name ?? into} (${into})`,
    `Nothing was written. Name ${into} instead; to undo the earlier merge, \`git revert\` its commit.`,
    { file: 'data/schools.csv', value: school.id },
  );
}

function instantOf(
  ledger: Ledger,
  asked: Instant | undefined,
  now: Instant,
  timeZone: string,
): Instant {
  const at = asked ?? now;
  const last = ledger.updates.at(-1)?.detectedAt;
  const isNext = checkInstant(ledger, asked, now, timeZone) === 'ok' && at !== last;
  if (isNext) return at;
  throw refuseUsage(
    'instant-before-the-ledger',
    `${at} is not later than the last update on record, ${last ?? ledger.days.at(-1)?.date}`,
    'Nothing was written. The ledger only grows forward: give a later instant with --at.',
    { value: at },
  );
}
