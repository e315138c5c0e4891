import { hoursBetween, type Instant } from '../../domain/time.ts';
import { isUnderWay, type WorkflowRun } from '../../github/actions.ts';
import type { Streak } from './run-verdict.ts';
import type { Trouble } from './trouble.ts';

/** What is known about the site and its deployments when a run judges them. */
export interface DeploymentFacts {
  /** The commit that main is at. */
  readonly head: string;
  /**
   * The commit named by the build that is being served; undefined: the site serves no build of this
   * tracker.
   */
  readonly served: string | undefined;
  /** Why the public address cannot be seen; undefined: it can. */
  readonly unseen: string | undefined;
  /** Runs of the deploy workflow, newest first. */
  readonly runs: readonly WorkflowRun[];
  /** The failures that the list begins with, from `failuresIn`. */
  readonly failures: Streak | undefined;
  readonly now: Instant;
}

/**
 * A deployment takes minutes, and its queue sometimes an hour. A run that has waited longer than
 * this is not coming back.
 */
const HOURS_TO_WAIT = 3;

/**
 * Pages does not serve main, and nothing is on its way to change that: the last deployment failed,
 * or one that should have finished long ago has not.
 *
 * @returns undefined if main is served, or if a deployment is under way or has just been requested
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
        ? `main is at ${head}, but the public address serves ${served ?? 'no build of this tracker'}.`
        : `main is at ${head}, which was not deployed. What the public address serves could not be checked: ${unseen}.`,
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
      'The data is safe in git, and each run requests the deployment again. If this lasts, check that Settings → Pages has “GitHub Actions” as its source, and look at githubstatus.com for problems with Pages.',
    ...found,
  };
}
