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
  /** Code of the refusal that stopped build or deployment; blank: it was not refused. */
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
  const said = REFUSED[refusal] ?? (refusal === '' ? FAILED : ledgerRefused(refusal));
  const trouble: Trouble = { scope: 'deploy', cause: refusal || 'failed', ...said, ...found };
  return { judged: ['deploy'], troubles: [trouble] };
}

type Words = Pick<Trouble, 'title' | 'message' | 'advice'>;

const CHOOSE =
  'Choose “GitHub Actions” under Settings → Pages → Source, then start the workflow Deploy.';

/** What stopped a deployment, by the code of its refusal. */
const REFUSED: Readonly<Record<string, Words>> = {
  'pages-off': {
    title: 'Pages has been switched off',
    message: 'The site was published before, and now Pages is off.',
    advice: CHOOSE,
  },
  'pages-from-branch': {
    title: 'Pages publishes a branch instead of the site',
    message: 'The site was published before, and now Pages publishes a branch.',
    advice: CHOOSE,
  },
  'not-accepted': {
    title: 'Pages accepts no deployment',
    message: 'Pages refused the deployment twice; the run’s log quotes its answer.',
    advice:
      'The next run of Update tries again. If this lasts, look at githubstatus.com for problems with Pages, and under Settings → Environments → github-pages for a rule that keeps this branch out.',
  },
  unreachable: {
    title: 'The site’s address cannot be reached',
    message: 'Pages accepted the deployment, but nothing answers at the public address.',
    advice:
      'If the site has a domain of its own, Settings → Pages says whether its DNS is right; otherwise look at githubstatus.com for problems with Pages.',
  },
};

const FAILED: Words = {
  title: 'The site cannot be deployed',
  message: 'A step of the deployment failed; the run’s log says which.',
  advice: 'Open the run, read the log of the failed step, and press “Re-run failed jobs”.',
};

function ledgerRefused(code: string): Words {
  return {
    title: 'The ledger on main is refused',
    message: `The deployment was refused: ${code}. The run’s log names the lines.`,
    advice:
      'Undo the change with `git revert`. To publish a different history on purpose, start the workflow Deploy by hand with “restate”.',
  };
}
