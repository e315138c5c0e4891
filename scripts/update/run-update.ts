import { nounsOf } from '../domain/nouns.ts';
import type { Step } from '../domain/step.ts';
import { type Instant, reportingDateAt } from '../domain/time.ts';
import { knownPlaces } from '../ledger/match-schools.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { writeChanges } from '../ledger/store.ts';
import { emptySheetIsPlausible } from '../ledger/totals.ts';
import type { FetchOptions } from '../source/open-source.ts';
import type { Acceptance } from './accept-update.ts';
import { askAboutStrangers, askForUpdate } from './ask-registry.ts';
import { planLearnt } from './plan-registry.ts';
import { planUpdate, type UpdatePlan, whyUnread } from './plan-update.ts';
import { readOwnTotal } from './read-own-total.ts';
import { boundsOf, openWorld, type World } from './world.ts';

/** How to read the source, whatever is done with the result. */
export interface SourceOptions {
  /** An address or file to read instead of the settings' source. */
  readonly source: string | undefined;
  /** The instant under which to record the read; undefined: now. */
  readonly at: Instant | undefined;
  /** Hosts that may be read even though their addresses are private (`TRACKER_ALLOW_HOSTS`). */
  readonly allowHosts: readonly string[];
  /** Whether to refuse private addresses; true under GitHub Actions. */
  readonly guardPrivateAddresses: boolean;
  /** Limits and delays that replace the usual ones. */
  readonly fetch?: FetchOptions;
  /** Called with the body as it was read, before it is parsed. */
  readonly onBody?: (body: Uint8Array) => Promise<void>;
}

/** One update of a data folder, as `npm run update` asks for it. */
export interface UpdateRequest extends SourceOptions {
  readonly dataDir: string;
  /** The machine's clock. */
  readonly now: Instant;
  /** undefined: nobody accepted anything. */
  readonly accept: Acceptance | undefined;
  /** Whether to plan the update without writing it. */
  readonly dryRun: boolean;
}

/** The plan of an update, with the world for which it was made. */
export interface UpdateResult {
  readonly world: World;
  readonly plan: UpdatePlan;
  /** What the source showed; undefined: it was not read. */
  readonly snapshot: Snapshot | undefined;
}

/**
 * Runs one update on a person's machine from end to end: opens the world, reads the source, plans,
 * and writes the plan, unless the update is held or this is a dry run.
 *
 * @throws Refusal exit 2 (settings, ledger, instants) or 3 (source); nothing was written then
 */
export async function runUpdate(request: UpdateRequest, step: Step): Promise<UpdateResult> {
  const { dataDir, now, accept, dryRun } = request;
  const world = await step('Open the ledger', () => openWorld(dataDir, now));
  const why = whyUnread(world, request.at);
  if (why) return { world, plan: why, snapshot: undefined };
  const snapshot = await step('Read the source', () => readSource(world, request));
  const options = { at: request.at, accept };
  let plan = await step('Work out what is new', () => planUpdate(world, snapshot, options));
  const located =
    request.source === undefined
      ? await askAboutStrangers(world.settings, plan, request)
      : undefined;
  if (located) plan = planUpdate(world, snapshot, { ...options, located });
  if (plan.kind === 'held' || plan.kind === 'unread') return { world, plan, snapshot };
  const recorded = plan;
  const learnt = await step(`Locate new ${nounsOf(world.settings).places}`, async () => {
    if (request.source !== undefined) return recorded;
    const answers = await askForUpdate(world.settings, recorded, { ...request, isDaily: false });
    return planLearnt(world, recorded, answers);
  });
  if (!dryRun) {
    await step('Write the ledger', () =>
      writeChanges(dataDir, learnt.files, learnt.ledger, boundsOf(world)),
    );
  }
  return { world, plan: learnt, snapshot };
}

/**
 * Reads the source that the world's settings name, or the one given in the options; with the first,
 * the own total that they name elsewhere.
 *
 * @throws Refusal (exit 3) if it cannot be fetched or is not the expected sheet
 */
export async function readSource(world: World, reading: SourceOptions): Promise<Snapshot> {
  const { settings, ledger, now } = world;
  const { takeSnapshot } = await import('../source/take-snapshot.ts');
  const date = reportingDateAt(reading.at ?? now, settings.timeZone);
  const { source, allowHosts, guardPrivateAddresses, fetch, onBody } = reading;
  const { snapshot } = await takeSnapshot({
    addresses: source === undefined ? settings.source.addresses : [source],
    settings: settings.source,
    district: { name: settings.name, languages: settings.site.languages },
    known: knownPlaces(ledger),
    ignore: settings.ignore,
    limits: settings.guards,
    allowEmpty: emptySheetIsPlausible(ledger, date, settings),
    allowHosts,
    guardPrivateAddresses,
    ...(fetch ? { fetch } : {}),
    ...(onBody ? { onBody } : {}),
  });
  if (settings.districtTotal === null) return snapshot;
  // Another copy of the sheet is of another time than the total; a total row is another total.
  const own = source === undefined ? await readOwnTotal(world, reading) : null;
  const findings = [...snapshot.findings, ...(own?.findings ?? [])];
  return { ...snapshot, districtTotal: own?.total ?? null, findings };
}
