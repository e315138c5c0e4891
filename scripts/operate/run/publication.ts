import type { Finding } from '../../domain/finding.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { WorkflowRun } from '../../github/actions.ts';
import { isPassing } from '../../github/api.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Cadence } from '../../ledger/model.ts';
import type { Step, UpdateRequest } from '../../update/run-update.ts';
import type { UpdateReport } from '../../update/update-report.ts';
import type { Streak } from '../alarm/run-verdict.ts';
import type { ServedAt, ServedBuild } from '../deployment/served-build.ts';
import type { HeldDone } from '../held/bring-up-to-date.ts';
import type { HeldRequest } from '../held/plan-held-request.ts';
import type { Releasings } from '../releases/make-releases.ts';

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
  /** Where the body that was read is kept, so that a retry decides on the same one. */
  readonly bodyFile: string;
  /** Read nothing and write nothing: only have the site deployed. */
  readonly rebuildOnly: boolean;
  readonly branch: string;
  readonly run: ThisRun;
  /** Address of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  readonly git: Git;
  readonly github: GitHub;
  readonly served: ServedAt;
  readonly step: Step;
  readonly say: (text: string) => void;
  readonly pause: (attempt: number) => Promise<void>;
}

/** What is known so far; each step adds to it. */
export interface Progress {
  /** The build that the public address serves; undefined: none of ours, or not asked yet. */
  readonly served: ServedBuild | undefined;
  /** Why it cannot be seen what the public address serves; undefined: it can. */
  readonly unseen: string | undefined;
  /** What the update found; undefined: there was none. */
  readonly report: UpdateReport | undefined;
  /** The source was rejected. The run goes on, and ends with it. */
  readonly rejection: Refusal | undefined;
  /** Failures in a row, this one included; only where this run failed. */
  readonly streak: Streak | undefined;
  /** The open request of a held update; null: none; undefined: not known. */
  readonly request: HeldRequest | null | undefined;
  /** The key that a person has just declined. */
  readonly declined: string | null;
  /** The data commit that was pushed. */
  readonly commit: string | undefined;
  readonly held: HeldDone | undefined;
  /** What came of the releases that were due; undefined: not looked at, or git did not say. */
  readonly releases: Releasings | undefined;
  /** Runs of the deploy workflow, newest first, where they had to be asked for. */
  readonly deployRuns: readonly WorkflowRun[] | undefined;
  readonly deployment: 'none' | 'dispatched' | 'under way' | 'served' | 'unseen';
  /** Whether this run's commit is the first of its week. */
  readonly opensWeek: boolean;
  /** How often the source was really read; measured once a day. */
  readonly cadence: Cadence | undefined;
  /** The alarm says what is so. */
  readonly isAlarmKept: boolean;
  readonly findings: readonly Finding[];
  /** What ended the run early. */
  readonly failure: Failure | undefined;
  /** What failed and stopped nothing; the next run makes up for it. */
  readonly troubles: readonly Failure[];
}

export interface Failure {
  readonly step: string;
  readonly error: unknown;
}

/** One step of a scheduled run. */
export interface PublishStep {
  readonly title: string;
  /** `last`: also after an earlier step failed. `announces`: its failure stops nothing. */
  readonly kind: 'work' | 'announces' | 'last';
  /** @returns what it adds to the progress */
  readonly run: (publication: Publication, progress: Progress) => Promise<Partial<Progress>>;
}

/**
 * What a run ends with: what stopped it, else the rejected source, else what it could not announce.
 * Where GitHub was only slow or down for a moment the next run makes up for it, and nobody is mailed.
 */
export function errorOf({ failure, rejection, troubles }: Progress): unknown {
  const lasting = troubles.find(({ error }) => !isPassing(error));
  return failure?.error ?? rejection ?? lasting?.error;
}
