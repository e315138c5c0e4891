import { hoursBetween, type Instant } from '../../domain/time.ts';
import { isUnderWay, type WorkflowRun } from '../../github/actions.ts';
import type { Streak } from './run-verdict.ts';
import type { Trouble } from './trouble.ts';

export interface DeploymentFacts {
  /** The commit that main is at. */
  readonly head: string;
  /** The commit that the public address says it serves; undefined: none of ours. */
  readonly served: string | undefined;
  /** Why the public address cannot be seen; undefined: it can. */
  readonly unseen: string | undefined;
  /** Runs of the deploy workflow, newest first. */
  readonly runs: readonly WorkflowRun[];
  /** How often in a row the newest of them failed, from `failuresIn`. */
  readonly failures: Streak | undefined;
  readonly now: Instant;
}

/** A deployment takes minutes, its queue sometimes an hour; a run lost in it is lost for good. */
const HOURS_TO_WAIT = 3;

/**
 * Pages does not serve main, and nothing is on its way to change that: the last deployment failed,
 * or one that should have ended long ago has not.
 *
 * @returns undefined when main is served, or a deployment is under way or just asked for
 */
export function deploymentTrouble(facts: DeploymentFacts): Trouble | undefined {
  const { head, served, unseen, runs, failures, now } = facts;
  if (served === head) return undefined;
  const waiting = runs.find(isUnderWay);
  const isLate = waiting !== undefined && hoursBetween(waiting.createdAt, now) >= HOURS_TO_WAIT;
  if (waiting !== undefined && !isLate) return undefined;
  const since = failures?.since ?? waiting?.createdAt;
  if (since === undefined) return undefined;
  return notServed({
    message:
      unseen === undefined
        ? `main is at ${head}, the public address serves ${served ?? 'no build of ours'}.`
        : `main is at ${head}, which was not deployed. What the public address serves cannot be seen: ${unseen}.`,
    since,
    times: failures?.times ?? 1,
    runUrl: (waiting ?? runs.find((run) => !isUnderWay(run)))?.url ?? '',
  });
}

/** The trouble of a deployment that was accepted, or should have been, and is not served. */
export function notServed(found: Pick<Trouble, 'message' | 'since' | 'times' | 'runUrl'>): Trouble {
  return {
    scope: 'deploy',
    cause: 'not-served',
    title: 'The site does not show what is on main',
    advice:
      'The data is safe in git, and each run asks for the deployment again. If it lasts: Settings → Pages must have “GitHub Actions” as its source, and githubstatus.com tells of trouble with Pages.',
    ...found,
  };
}
