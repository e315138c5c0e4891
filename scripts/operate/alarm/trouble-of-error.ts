import { EXIT, Refusal } from '../../domain/refusal.ts';
import { GitFailure } from '../../github/git.ts';
import { titleOf } from '../../source/causes.ts';
import type { Streak } from './run-verdict.ts';
import type { Scope, Trouble } from './trouble.ts';

/**
 * What a failed run reports to the alarm: a rejected source, a refusal of settings or ledger, a git
 * command that failed, or a defect of the tracker. For a rejected source the caller asks
 * `shouldAlarm` first.
 */
export function troubleOfError(error: unknown, streak: Streak, runUrl: string): Trouble {
  return { ...described(error), since: streak.since, times: streak.times, runUrl };
}

/**
 * Which scopes a run has judged, going by how it ended. A run that never reached the source cannot
 * know whether it answers again.
 *
 * @param error what it failed with; undefined: it succeeded
 */
export function judgedBy(error: unknown): ReadonlySet<Scope> {
  if (error === undefined) return new Set<Scope>(['start', 'read', 'run', 'silence']);
  return new Set<Scope>(['start', isRejection(error) ? 'read' : 'run']);
}

/** Whether a run failed because the source was rejected. */
export function isRejection(error: unknown): error is Refusal {
  return error instanceof Refusal && error.exit === EXIT.source;
}

function described(
  error: unknown,
): Pick<Trouble, 'scope' | 'cause' | 'title' | 'message' | 'advice'> {
  if (error instanceof Refusal) {
    const { code, message, advice } = error;
    const scope = isRejection(error) ? 'read' : 'run';
    const title = titleOf(code) ?? 'The settings or the ledger need attention';
    return { scope, cause: code, title, message, advice };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof GitFailure) {
    return {
      scope: 'run',
      cause: 'git',
      title: 'What was read cannot be pushed',
      message,
      advice:
        'If main is protected, let the workflows’ token push to it: a rule that requires reviews or checks refuses every one of their commits. The next run reads the counts again; nothing is lost.',
    };
  }
  return {
    scope: 'run',
    cause: 'defect',
    title: 'The update run fails',
    message,
    advice:
      'This is a defect of the tracker, not of your data. Please report it with the run’s log.',
  };
}
