import type { Finding } from '../domain/finding.ts';
import { EXIT, Refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { RegistryNews } from '../ledger/registry-changes.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { type HeldFile, heldFile } from '../ledger/state-files.ts';
import { moversOf } from './movers.ts';
import type { UpdatePlan } from './plan-update.ts';

/**
 * How an update ended: `published` (counts changed), `checked` (only other data changed),
 * `unchanged` (no file changed), `held` (waits for a person), `refused` (a `Refusal`), `failed` (a
 * bug in this program).
 */
export type Outcome = 'published' | 'checked' | 'unchanged' | 'held' | 'refused' | 'failed';

/** A school's change, in a report. */
interface ReportedMover {
  readonly school_id: string;
  readonly name: string;
  readonly new_cases: number;
  readonly total_cases: number;
}

/** The contents of `--report FILE`. Keys are stable, because steps of the workflow read them. */
export interface UpdateReport {
  readonly outcome: Outcome;
  readonly exit: number;
  readonly checked_at: Instant | null;
  readonly reporting_date: string | null;
  /** Number of the update within its date; null if there is none. */
  readonly update: number | null;
  readonly new_cases: number;
  readonly schools_changed: number;
  /** The day's figures so far, this update included. */
  readonly day: { readonly new_cases: number; readonly schools_changed: number } | null;
  /** Every changed school, biggest change first. */
  readonly movers: readonly ReportedMover[];
  readonly unknown_schools: readonly string[];
  readonly renames: readonly { readonly old_name: string; readonly new_name: string }[];
  readonly counts_digest: string | null;
  readonly body_sha256: string | null;
  /** The address that answered. */
  readonly source: string | null;
  /** The exact contents for `held.json`; null unless the update is held. */
  readonly held: HeldFile | null;
  readonly restart_suspected: boolean;
  /** Whether this was the first read ever, whose counts became the baselines. */
  readonly baseline: boolean;
  /** Whether this was the first read of its date, which adds a line to `days.csv`. */
  readonly first_read: boolean;
  /** What was learnt about schools in the same run, one entry per kind of fact. */
  readonly registry: readonly RegistryNews[];
  readonly released: boolean;
  readonly accepted: boolean;
  readonly refusal: {
    readonly code: string;
    readonly message: string;
    readonly advice: string;
    readonly facts: Refusal['facts'];
  } | null;
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
}

const blankReport: UpdateReport = {
  outcome: 'unchanged',
  exit: 0,
  checked_at: null,
  reporting_date: null,
  update: null,
  new_cases: 0,
  schools_changed: 0,
  day: null,
  movers: [],
  unknown_schools: [],
  renames: [],
  counts_digest: null,
  body_sha256: null,
  source: null,
  held: null,
  restart_suspected: false,
  baseline: false,
  first_read: false,
  registry: [],
  released: false,
  accepted: false,
  refusal: null,
  findings: [],
  files: [],
};

/** The report of a plan, ready to be written as JSON. */
export function reportOf(plan: UpdatePlan): UpdateReport {
  if (plan.kind === 'unread') return { ...blankReport, findings: plan.findings };
  const { update, snapshot, findings } = plan;
  const read = { ...blankReport, ...readPart(update, snapshot), findings };
  if (plan.kind === 'held') {
    const { hold, isRestartSuspected } = plan;
    return {
      ...read,
      outcome: 'held',
      exit: EXIT.held,
      held: heldFile(hold),
      restart_suspected: isRestartSuspected,
    };
  }
  return {
    ...read,
    outcome: plan.kind,
    first_read: plan.isFirstRead,
    registry: plan.registry,
    released: plan.passedBy === 'persistence',
    accepted: plan.passedBy === 'person',
    files: [...plan.files.keys()].sort(),
  };
}

/** The report of an update that ended in an error: nothing was written. */
export function reportOfError(error: unknown, checkedAt: Instant): UpdateReport {
  if (!(error instanceof Refusal)) {
    return { ...blankReport, outcome: 'failed', exit: EXIT.defect, checked_at: checkedAt };
  }
  const { code, message, advice, facts, exit } = error;
  const refusal = { code, message, advice, facts };
  return { ...blankReport, outcome: 'refused', exit, refusal, checked_at: checkedAt };
}

function readPart(update: Update, snapshot: Snapshot): Partial<UpdateReport> {
  const day = update.after.days.at(-1);
  return {
    checked_at: update.at,
    reporting_date: update.date,
    baseline: update.isBaseline,
    update: update.line?.update ?? null,
    new_cases: update.line?.newCases ?? 0,
    schools_changed: update.line?.schoolsChanged ?? 0,
    day: day ? { new_cases: day.newCases, schools_changed: day.schoolsChanged } : null,
    movers: moversOf(update).map((mover) => ({
      school_id: mover.schoolId,
      name: mover.name,
      new_cases: mover.newCases,
      total_cases: mover.totalCases,
    })),
    unknown_schools: update.unknown.map((school) => school.id),
    renames: update.renames.map(({ oldName, newName }) => ({
      old_name: oldName,
      new_name: newName,
    })),
    counts_digest: update.countsDigest,
    body_sha256: snapshot.bodySha256,
    source: snapshot.address,
  };
}
