import type { Finding } from '../../domain/finding.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Step } from '../../domain/step.ts';
import type { WorkflowRun } from '../../github/actions.ts';
import { isPassing } from '../../github/api.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Cadence } from '../../ledger/model.ts';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { StoredSettings } from '../../settings/load-settings.ts';
import type { RegistryAnswers } from '../../update/plan-registry.ts';
import type { UpdatePlan } from '../../update/plan-update.ts';
import type { UpdateRequest } from '../../update/run-update.ts';
import type { World } from '../../update/world.ts';
import type { Streak } from '../alarm/run-verdict.ts';
import type { ServedLook } from '../deployment/served-build.ts';
import type { HeldDone } from '../held/bring-up-to-date.ts';
import type { HeldRequest } from '../held/plan-held-request.ts';
import type { ReleaseOutcome } from '../releases/make-releases.ts';
import type { WorkflowFile } from '../schedule/workflow-files.ts';
import type { Evidence } from './evidence.ts';

/** The run that publishes, as the runner tells of it. */
export interface ThisRun {
  readonly id: number;
  readonly url: string;
  /** Started by the schedule, and not by a person or another run. */
  readonly isScheduled: boolean;
}

/** What a scheduled run is given. */
export interface Publication {
  readonly update: UpdateRequest;
  /** Read nothing and write nothing: only have the site deployed. */
  readonly rebuildOnly: boolean;
  readonly branch: string;
  readonly run: ThisRun;
  /** Address of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  readonly git: Git;
  readonly github: GitHub;
  /** Where body, snapshot and plan are kept for whoever must find out why a step failed. */
  readonly evidence: Evidence;
  readonly step: Step;
  readonly say: (text: string) => void;
  readonly pause: (attempt: number) => Promise<void>;
}

/** A fact that no step has found out: the run ended before it, or had no reason to ask. */
export interface Unknown {
  readonly kind: 'unknown';
}
export const UNKNOWN: Unknown = { kind: 'unknown' };

/** What came of reading the source. */
export type ReadFact =
  | Unknown
  | { readonly kind: 'read'; readonly snapshot: Snapshot }
  /** The source was rejected. The run goes on, and ends with it. */
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
  | { readonly kind: 'served' }
  | {
      readonly kind: 'dispatched' | 'under-way' | 'unseen';
      /** Runs of the deploy workflow, newest first; null: there was no need to ask for them. */
      readonly runs: readonly WorkflowRun[] | null;
    };

/** What a run knows so far; each step adds to it. */
export interface RunFacts {
  readonly workflows: Unknown | { readonly kind: 'files'; readonly files: readonly WorkflowFile[] };
  readonly settings: Unknown | ({ readonly kind: 'settings' } & StoredSettings);
  /** The build that the public address serves. */
  readonly site: Unknown | { readonly kind: 'looked'; readonly look: ServedLook };
  /** Settings and ledger; after the push as they were pushed. */
  readonly world: Unknown | { readonly kind: 'open'; readonly world: World };
  readonly read: ReadFact;
  /** What the registry's sources said, where they were asked. */
  readonly answers: RegistryAnswers;
  /** Failures in a row, this one included; only where this run failed. */
  readonly streak: Unknown | { readonly kind: 'counted'; readonly streak: Streak };
  readonly request: RequestFact;
  /** How often the source was really read; measured once a day. */
  readonly cadence: Unknown | { readonly kind: 'measured'; readonly cadence: Cadence };
  readonly push: PushFact;
  readonly held: Unknown | { readonly kind: 'brought-up-to-date'; readonly done: HeldDone };
  readonly releases: Unknown | { readonly kind: 'made'; readonly outcome: ReleaseOutcome };
  readonly deployment: DeploymentFact;
  /** Whether the alarm says what is so. */
  readonly alarm: Unknown | { readonly kind: 'kept' | 'not-kept' };
  readonly findings: readonly Finding[];
  /** What ended the run early; null: nothing did. */
  readonly failure: StepFailure | null;
  /** What failed and stopped nothing; the next run makes up for it. */
  readonly troubles: readonly StepFailure[];
}

export interface StepFailure {
  readonly step: string;
  readonly error: unknown;
}

/** Before the first step. */
export const NOTHING_YET: RunFacts = {
  workflows: UNKNOWN,
  settings: UNKNOWN,
  site: UNKNOWN,
  world: UNKNOWN,
  read: UNKNOWN,
  answers: { isDaily: false, answers: [] },
  streak: UNKNOWN,
  request: UNKNOWN,
  cadence: UNKNOWN,
  push: UNKNOWN,
  held: UNKNOWN,
  releases: UNKNOWN,
  deployment: UNKNOWN,
  alarm: UNKNOWN,
  findings: [],
  failure: null,
  troubles: [],
};

/** One step of a scheduled run. */
export interface PublishStep {
  readonly title: string;
  /** `last`: also after an earlier step failed. `announces`: its failure stops nothing. */
  readonly kind: 'work' | 'announces' | 'last';
  /** @returns what it adds to the facts */
  readonly run: (publication: Publication, facts: RunFacts) => Promise<Partial<RunFacts>>;
}

/** What the checkout's workflow files say; none where they could not be read. */
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

/** What a read of this run came to; null: nothing was read, or it was rejected. */
export function planOf({ read }: Pick<RunFacts, 'read'>): UpdatePlan | null {
  return read.kind === 'planned' ? read.plan : null;
}

/** The world of a step that runs only once it is open. */
export function worldOf({ world }: Pick<RunFacts, 'world'>): World {
  if (world.kind === 'open') return world.world;
  throw new RangeError('the ledger is not open');
}

/** What ended the run's read, where the source was rejected. */
export function rejectionOf({ read }: Pick<RunFacts, 'read'>): Refusal | null {
  return read.kind === 'rejected' ? read.refusal : null;
}

/**
 * What a run ends with: what stopped it, else the rejected source, else what it could not announce.
 * Where GitHub was only slow or down for a moment the next run makes up for it, and nobody is mailed.
 */
export function errorOf(facts: RunFacts): unknown {
  const lasting = facts.troubles.find(({ error }) => !isPassing(error));
  return facts.failure?.error ?? rejectionOf(facts) ?? lasting?.error;
}
