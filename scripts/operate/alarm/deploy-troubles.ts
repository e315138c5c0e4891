import { notServed } from './deployment.ts';
import type { Streak } from './run-verdict.ts';
import type { Scope, Trouble } from './trouble.ts';

/** How a run of the deploy workflow ended, as its jobs report it. */
export interface DeployResult {
  readonly result: 'success' | 'failure';
  /**
   * The commit under which the content is deployed again; `moved` if main has a newer one; or
   * blank.
   */
  readonly renewed: string;
  /** Code of the refusal that stopped the build; blank: it was not refused. */
  readonly refusal: string;
  /** What was last found at the public address; blank: nobody looked. */
  readonly message: string;
}

/**
 * What a deployment reports to the alarm. One that is tried again under another commit reports
 * nothing yet: the deployment of that commit will.
 *
 * @returns undefined if it cannot be judged yet
 */
export function deployTroubles(
  { result, renewed, refusal, message }: DeployResult,
  streak: Streak,
  runUrl: string,
): { readonly judged: readonly Scope[]; readonly troubles: readonly Trouble[] } | undefined {
  if (result === 'success') return { judged: ['deploy'], troubles: [] };
  if (renewed !== '') return undefined;
  const found = { ...streak, runUrl };
  if (message !== '') return { judged: ['deploy'], troubles: [notServed({ message, ...found })] };
  const trouble: Trouble = {
    scope: 'deploy',
    cause: refusal || 'failed',
    title: refusal ? 'The ledger on main is refused' : 'The site cannot be deployed',
    message: refusal
      ? `The deployment was refused: ${refusal}. The run’s log names the lines.`
      : 'A step of the deployment failed; the run’s log says which.',
    advice: refusal
      ? 'Undo the change with `git revert`. To publish a different history on purpose, start the workflow Deploy by hand with “restate”.'
      : 'Open the run and read the log of the failed step. If Pages is off, choose “GitHub Actions” under Settings → Pages.',
    ...found,
  };
  return { judged: ['deploy'], troubles: [trouble] };
}
