import { notServed } from './deployment.ts';
import type { Streak } from './run-verdict.ts';
import type { Scope, Trouble } from './trouble.ts';

/** How a run of the deploy workflow ended, as its jobs say. */
export interface DeployEnd {
  readonly result: 'success' | 'failure';
  /** The commit that it goes on under, `moved` when main has a newer one, or blank. */
  readonly renewed: string;
  /** What the build was refused for; blank: it was not. */
  readonly refusal: string;
  /** What the last look at the public address found; blank: it was not looked at. */
  readonly message: string;
}

/**
 * What a deployment tells the alarm. One that goes on under another commit tells nothing yet: the
 * deployment of that commit will.
 *
 * @returns undefined when it cannot be judged yet
 */
export function deployTroubles(
  { result, renewed, refusal, message }: DeployEnd,
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
      ? `The deployment was refused: ${refusal}. The run names the lines.`
      : 'A step of the deployment failed; the run says which.',
    advice: refusal
      ? 'Undo the change with `git revert`. To publish another history on purpose, start the workflow Deploy by hand with “restate”.'
      : 'Open the run and read the red step. If Pages is off, choose “GitHub Actions” under Settings → Pages.',
    ...found,
  };
  return { judged: ['deploy'], troubles: [trouble] };
}
