import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { EXIT } from '../domain/refusal.ts';
import { type Instant, reportingDateAt } from '../domain/time.ts';
import { applyLocations } from '../ledger/apply-locations.ts';
import { judge, type Verdict } from '../ledger/judge.ts';
import type { Ledger } from '../ledger/model.ts';
import { reconcile, type Update } from '../ledger/reconcile.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { heldFile } from '../ledger/state-files.ts';
import { openLedger, writeLedger } from '../ledger/store.ts';
import { emptySheetIsPlausible } from '../ledger/totals.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { editSettings } from '../settings/edit-settings.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Settings } from '../settings/schema.ts';
import type { FetchOptions } from '../source/take-snapshot.ts';
import { type Acceptance, acceptedEdits, isAccepted, type SettingsEdits } from './accept-update.ts';
import { checkInstant } from './check-instant.ts';
import { comingsAndGoings } from './comings-and-goings.ts';
import { withNotices } from './update-notices.ts';
import { blankReport, reconciledPart, type UpdateReport } from './update-report.ts';

const SECONDS_TO_ASK_FOR_LOCATIONS = 10;

export interface UpdateRequest {
  readonly dataDir: string;
  /** An address or file to read instead of the settings' source. */
  readonly source: string | undefined;
  /** A body that was read before and kept, to decide on once more; read instead of the source. */
  readonly body?: string;
  /** The instant to record the read under; undefined: now. */
  readonly at: Instant | undefined;
  /** The machine's clock. */
  readonly now: Instant;
  readonly accept: Acceptance | undefined;
  readonly dryRun: boolean;
  /** Hosts that may be read although their addresses are private (`TRACKER_ALLOW_HOSTS`). */
  readonly allowHosts: readonly string[];
  /** Refuse private addresses: on under GitHub Actions. */
  readonly guardPrivateAddresses: boolean;
  /** Other limits and waits than the usual ones. */
  readonly fetch?: FetchOptions;
  /** Given the body as it was read, before anything is made of it. */
  readonly onBody?: (body: Uint8Array) => Promise<void>;
}

/** Runs one named step; the frame titles and times it. */
export type Step = <T>(title: string, action: () => T | Promise<T>) => Promise<T>;

/**
 * One update from end to end: opens the ledger, reads the source, works out what is new, and writes
 * it or holds it.
 *
 * @returns what happened; a held update is a result (exit 4), not an error
 * @throws Refusal exit 2 (settings, ledger, instants) or 3 (source); nothing was written
 */
export async function runUpdate(request: UpdateRequest, step: Step): Promise<UpdateReport> {
  const { settings, ledger } = await step('Open the ledger', () => open(request));
  const at = request.at ?? request.now;
  if (settings.endedOn !== null && reportingDateAt(at, settings.timeZone) > settings.endedOn) {
    return nothingRead(
      `The source ended on ${settings.endedOn}; nothing is read any more`,
      'ended',
    );
  }
  const order = checkInstant(ledger, request.at, request.now, settings.timeZone);
  if (order === 'newer-read') {
    return nothingRead('A newer read is already recorded; this one is dropped', 'newer-read');
  }

  const snapshot = await step('Read the source', () => read(request, settings, ledger, at));
  const update = await step('Work out what is new', () =>
    reconcile(ledger, snapshot, at, settings),
  );
  const verdict = judge({ ledger, update, snapshot, rules: settings });
  const report = {
    ...blankReport,
    ...reconciledPart(update, snapshot),
    findings: snapshot.findings,
  };

  const accepted = verdict.kind === 'held' && isAccepted(verdict, request.accept, update);
  if (verdict.kind === 'held' && !accepted) {
    return {
      ...report,
      outcome: 'held',
      exit: EXIT.held,
      held: heldFile(verdict.held),
      restart_suspected: verdict.restartSuspected,
    };
  }

  const located = await step('Locate new schools', () => locate(request, settings, update));
  const after = {
    ...located.ledger,
    notices: withNotices(ledger, update, verdict, accepted, settings),
  };
  const edits = settingsEdits(verdict, update, snapshot);
  const files = await step('Write the ledger', () =>
    write(request, settings, ledger, after, edits),
  );
  const news = update.line !== undefined;
  return {
    ...report,
    first_read: ledger.days.at(-1)?.date !== update.date,
    outcome: news ? 'published' : files.length > 0 ? 'checked' : 'unchanged',
    released: verdict.kind === 'released',
    accepted,
    findings: [...report.findings, ...located.findings, ...comingsAndGoings(update)],
    files,
  };
}

async function open(request: UpdateRequest): Promise<{ settings: Settings; ledger: Ledger }> {
  await finishWrite(request.dataDir);
  const settings = await loadSettings(request.dataDir);
  const bounds = { notAfter: request.now, timeZone: settings.timeZone };
  return { settings, ledger: await openLedger(request.dataDir, bounds) };
}

async function read(
  request: UpdateRequest,
  settings: Settings,
  ledger: Ledger,
  at: Instant,
): Promise<Snapshot> {
  const { takeSnapshot } = await import('../source/take-snapshot.ts');
  const date = reportingDateAt(at, settings.timeZone);
  const { snapshot } = await takeSnapshot({
    addresses: addressesOf(request, settings),
    format: settings.source.format,
    columns: settings.source.columns,
    ignore: settings.ignore,
    limits: settings.guards,
    allowEmpty: emptySheetIsPlausible(ledger, date, settings),
    allowHosts: request.allowHosts,
    guardPrivateAddresses: request.guardPrivateAddresses,
    ...(request.fetch ? { fetch: request.fetch } : {}),
    ...(request.onBody ? { onBody: request.onBody } : {}),
  });
  return snapshot;
}

function addressesOf({ body, source }: UpdateRequest, settings: Settings): readonly string[] {
  const instead = body ?? source;
  return instead === undefined ? settings.source.addresses : [instead];
}

/** Asks where unknown schools are; only for the settings' own source, and it never fails for it. */
async function locate(
  request: UpdateRequest,
  settings: Settings,
  update: Update,
): Promise<{ ledger: Ledger; findings: readonly Finding[] }> {
  if (update.unknown.length === 0 || settings.locations === null || request.source !== undefined) {
    return { ledger: update.after, findings: [] };
  }
  const { readLocations } = await import('../source/locations.ts');
  try {
    const { entries, findings } = await readLocations(settings.locations, {
      bounds: settings.map.bounds,
      seconds: SECONDS_TO_ASK_FOR_LOCATIONS,
      allowHosts: request.allowHosts,
      guardPrivateAddresses: request.guardPrivateAddresses,
    });
    const onlyIds = new Set(update.unknown.map((school) => school.id));
    const located = applyLocations(update.after.schools, entries, { onlyIds });
    return {
      ledger: { ...update.after, schools: located.schools },
      findings: [...findings, ...located.findings],
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const finding: Finding = {
      level: 'warning',
      code: 'locations-not-read',
      message: `The locations of ${update.unknown.length} new school(s) could not be read: ${message}`,
      tip: 'They are listed everywhere but on the map; `npm run schools` tries again.',
    };
    return { ledger: update.after, findings: [finding] };
  }
}

/** An accepted state of the source becomes the usual one; a school that came back is gone no more. */
function settingsEdits(verdict: Verdict, update: Update, snapshot: Snapshot): SettingsEdits {
  if (verdict.kind === 'held') return acceptedEdits(verdict, update, snapshot);
  return { addGone: [], removeGone: update.returned, addIgnore: [], rowsWithoutId: null };
}

async function write(
  request: UpdateRequest,
  settings: Settings,
  before: Ledger,
  after: Ledger,
  edits: SettingsEdits,
): Promise<readonly string[]> {
  const extra = new Map<string, string>();
  const isEdited =
    edits.addGone.length + edits.removeGone.length + edits.addIgnore.length > 0 ||
    edits.rowsWithoutId !== null;
  if (isEdited) {
    const text = await readFile(join(request.dataDir, 'district.json'), 'utf8');
    extra.set('district.json', editSettings(text, edits));
  }
  const bounds = { notAfter: request.now, timeZone: settings.timeZone };
  return writeLedger(request.dataDir, before, after, bounds, { extra, dryRun: request.dryRun });
}

function nothingRead(message: string, code: string): UpdateReport {
  return { ...blankReport, findings: [{ level: 'notice', code, message }] };
}
