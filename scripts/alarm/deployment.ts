import { hoursBetween, type Instant } from '../domain/reporting-date.ts';
import { isUnderWay, type WorkflowRun } from '../github/actions.ts';
import type { RunVerdict } from './run-verdict.ts';
import type { Trouble } from './trouble.ts';

export interface DeploymentFacts {
  /** The commit that main is at. */
  readonly head: string;
  /** The commit that the public address says it serves; undefined: none of ours. */
  readonly served: string | undefined;
  /** Runs of the deploy workflow, newest first. */
  readonly runs: readonly WorkflowRun[];
  /** How the newest of them that has ended did, from `runVerdict`. */
  readonly lastVerdict: RunVerdict;
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
  const { head, served, runs, lastVerdict, now } = facts;
  if (served === head) return undefined;
  const waiting = runs.find(isUnderWay);
  const ended = runs.find((run) => !isUnderWay(run));
  const isLate = waiting !== undefined && hoursBetween(waiting.createdAt, now) >= HOURS_TO_WAIT;
  if (waiting !== undefined && !isLate) return undefined;
  if (!isLate && (ended === undefined || lastVerdict !== 'failure')) return undefined;
  return {
    scope: 'deploy',
    cause: 'not-served',
    title: 'The site does not show what is on main',
    message: `main is at ${head}, the public address serves ${served ?? 'no build of ours'}.`,
    advice:
      'The data is safe in git, and each run asks for the deployment again. If it lasts: Settings → Pages must have “GitHub Actions” as its source, and githubstatus.com tells of trouble with Pages.',
    since: (isLate ? waiting : ended)?.createdAt ?? now,
    times: 1,
    runUrl: (isLate ? waiting : ended)?.url ?? '',
  };
}
