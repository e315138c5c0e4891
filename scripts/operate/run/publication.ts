import type { Finding } from '../../domain/finding.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import type { Step } from '../../domain/step.ts';
import type { WorkflowRun } from '../../github/actions.ts';
import { isPassing } from '../../github/api.ts';
import { type Git, isOvertaken } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Cadence } from '../../ledger/model.ts';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { StoredSettings } from '../../settings/load-settings.ts';
import type { RegistryAnswers } from '../../update/plan-registry.ts';
import type { UpdatePlan } from '../../update/plan-update.ts';
import type { UpdateRequest } from '../../update/run-update.ts';
import type { World } from '../../update/world.ts';
import type { Streak } from '../alarm/run-verdict.ts';
import type { AnnounceOutcome } from '../channels/announce.ts';
import type { Announcer } from '../channels/announcer.ts';
import type { SiteState } from '../deployment/served-build.ts';
import type { HeldOutcome } from '../held/bring-up-to-date.ts';
import type { HeldRequest } from '../held/plan-held-request.ts';
import type { ReleaseOutcome } from '../releases/make-releases.ts';
import type { WorkflowFile } from '../schedule/workflow-files.ts';
import type { Evidence } from './evidence.ts';

/** The workflow run that publishes, as described by the runner's environment. */
export interface ThisRun {
  readonly id: number;
  readonly url: string;
  /** Whether the schedule started it, rather than a person or another run. */
  readonly isScheduled: boolean;
}

/** The secrets of the channels, and the clock that their signatures need. */
export type ChannelAccess = Pick<Announcer, 'env' | 'clock' | 'secondMilliseconds'>;

/** Everything that the steps of a scheduled run are given. */
export interface Publication {
  readonly update: UpdateRequest;
  /** Read and write nothing: only deploy the site. */
  readonly rebuildOnly: boolean;
  readonly branch: string;
  readonly run: ThisRun;
  /** Address of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  /** The program's version. */
  readonly version: string;
  readonly git: Git;
  readonly github: GitHub;
  /** Keeps body, snapshot and plan for whoever has to find out why a step failed. */
  readonly evidence: Evidence;
  /** What posting to the channels needs of the machine. */
  readonly channels: ChannelAccess;
  readonly step: Step;
  readonly say: (text: string) => void;
  /** Waits before the push is tried again. */
  readonly pause: (attempt: number) => Promise<void>;
}

/** A fact that no step has established: the run ended before, or had no reason to ask. */
export interface Unknown {
  readonly kind: 'unknown';
}

/** The value of every fact before a step has established it. */
export const UNKNOWN: Unknown = { kind: 'unknown' };

/** What came of reading the source. */
export type ReadFact =
  | Unknown
  | { readonly kind: 'read'; readonly snapshot: Snapshot }
  /** The source was rejected. The run continues, and ends with this refusal. */
  | { readonly kind: 'rejected'; readonly refusal: Refusal }
  | { readonly kind: 'planned'; readonly plan: UpdatePlan };

/** The open request of a held update, as GitHub has it. */
export type RequestFact =
  | Unknown
  | {
      readonly kind: 'asked';
      readonly open: HeldRequest | null;
      /** The key that a person has just declined. */
      readonly declined: string | null;
    };

/** What the run did to main. */
export type PushFact =
  | Unknown
  | { readonly kind: 'nothing-to-push' }
  | {
      readonly kind: 'pushed';
      readonly commit: string;
      /** Whether the commit is the first of its week. */
      readonly opensWeek: boolean;
    };

/** Whether the site shows main, and what was done about it. */
export type DeploymentFact =
  | Unknown
  /** `no-pages`: Pages is not set to publish what is deployed, so nothing was started. */
  | { readonly kind: 'served' | 'no-pages' }
  | {
      readonly kind: 'dispatched' | 'under-way' | 'unseen';
      /** Runs of the deploy workflow, newest first; null: they were not needed. */
      readonly runs: readonly WorkflowRun[] | null;
    };

/** What a run knows so far. Each step adds to it. */
export interface RunFacts {
  readonly workflows: Unknown | { readonly kind: 'files'; readonly files: readonly WorkflowFile[] };
  readonly settings: Unknown | ({ readonly kind: 'settings' } & StoredSettings);
  /** The build that the public address serves. */
  readonly site: Unknown | { readonly kind: 'looked'; readonly look: SiteState };
  /** Settings and ledger; after the push, as pushed. */
  readonly world: Unknown | { readonly kind: 'open'; readonly world: World };
  readonly read: ReadFact;
  /** Unknown schools that the configured locations know, if an update was held for them. */
  readonly located: ReadonlySet<SchoolId> | undefined;
  /** What the registry's sources answered, if they were asked. */
  readonly answers: RegistryAnswers;
  /** Failures in a row, this one included; only if this run failed. */
  readonly streak: Unknown | { readonly kind: 'counted'; readonly streak: Streak };
  readonly request: RequestFact;
  /** How often the source was really read; measured once a day. */
  readonly cadence: Unknown | { readonly kind: 'measured'; readonly cadence: Cadence };
  readonly push: PushFact;
  readonly held: Unknown | { readonly kind: 'brought-up-to-date'; readonly done: HeldOutcome };
  readonly releases: Unknown | { readonly kind: 'made'; readonly outcome: ReleaseOutcome };
  readonly channels: Unknown | { readonly kind: 'announced'; readonly outcome: AnnounceOutcome };
  readonly deployment: DeploymentFact;
  /** Whether the alarm was brought up to date. */
  readonly alarm: Unknown | { readonly kind: 'kept' | 'not-kept' };
  readonly findings: readonly Finding[];
  /** What ended the run early; null: nothing did. */
  readonly failure: StepFailure | null;
  /** Failures that did not stop the run; the next run catches up. */
  readonly troubles: readonly StepFailure[];
}

/** A step that failed. */
export interface StepFailure {
  /** The step's title. */
  readonly step: string;
  readonly error: unknown;
}

/** The facts before the first step. */
export const NOTHING_YET: RunFacts = {
  workflows: UNKNOWN,
  settings: UNKNOWN,
  site: UNKNOWN,
  world: UNKNOWN,
  read: UNKNOWN,
  located: undefined,
  answers: { isDaily: false, answers: [] },
  streak: UNKNOWN,
  request: UNKNOWN,
  cadence: UNKNOWN,
  push: UNKNOWN,
  held: UNKNOWN,
  releases: UNKNOWN,
  channels: UNKNOWN,
  deployment: UNKNOWN,
  alarm: UNKNOWN,
  findings: [],
  failure: null,
  troubles: [],
};

/** One step of a scheduled run. */
export interface PublishStep {
  readonly title: string;
  /**
   * `last`: runs even if an earlier step failed. `announces`: its failure does not stop the run.
   */
  readonly kind: 'work' | 'announces' | 'last';
  /** @returns the facts that it adds or replaces */
  readonly run: (publication: Publication, facts: RunFacts) => Promise<Partial<RunFacts>>;
}

/** The checkout's workflow files; empty if they could not be read. */
export function workflowsOf({ workflows }: Pick<RunFacts, 'workflows'>): readonly WorkflowFile[] {
  return workflows.kind === 'files' ? workflows.files : [];
}

/** Minutes that each job of a workflow file may take, by its name. */
export function limitsOf(
  facts: Pick<RunFacts, 'workflows'>,
  workflow: string,
): ReadonlyMap<string, number> {
  return workflowsOf(facts).find(({ file }) => file === workflow)?.limits ?? new Map();
}

/**
 * The plan that followed from this run's read; null: nothing was read, or the source was rejected.
 */
export function planOf({ read }: Pick<RunFacts, 'read'>): UpdatePlan | null {
  return read.kind === 'planned' ? read.plan : null;
}

/**
 * The world, for steps that run only after it is opened.
 *
 * @throws RangeError if it is not open
 */
export function worldOf({ world }: Pick<RunFacts, 'world'>): World {
  if (world.kind === 'open') return world.world;
  throw new RangeError('the ledger is not open');
}

/** The refusal of a rejected source; null: the source was not rejected. */
export function rejectionOf({ read }: Pick<RunFacts, 'read'>): Refusal | null {
  return read.kind === 'rejected' ? read.refusal : null;
}

/**
 * The error that a run ends with: what stopped it, otherwise the rejected source, otherwise what it
 * could not announce. If GitHub was only slow or briefly down, or a workflow file has changed
 * meanwhile, the next run catches up and nobody is mailed.
 */
export function errorOf(facts: RunFacts): unknown {
  const lasting = facts.troubles.find(({ error }) => !isPassing(error) && !isOvertaken(error));
  return facts.failure?.error ?? rejectionOf(facts) ?? lasting?.error;
}
