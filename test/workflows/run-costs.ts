import type { JobRun } from '../harness/machine.ts';
import type { WorkflowRun } from '../harness/run-workflow.ts';

/** What runs cost somebody who waits for them or pays for them. */
export interface RunCosts {
  readonly jobs: number;
  /** How often the packages were installed. */
  readonly installations: number;
  /** Artifacts that were uploaded, and downloaded again by a step of its own. */
  readonly artifacts: number;
  /** As GitHub bills a private repository: each job rounded up. */
  readonly minutes: number;
  /** From the start of the first job to the end of the last, by the assumptions below. */
  readonly seconds: number;
}

/**
 * Seconds that a step takes on GitHub's runners: assumptions, on the high side, that hold before and
 * after a change alike. They were not measured there.
 */
const SECONDS: readonly (readonly [step: RegExp, seconds: number])[] = [
  [/actions\/checkout@/, 3],
  // 3 for Node.js, 8 for the packages.
  [/actions\/set-up$/, 11],
  [/actions\/deploy-pages@/, 15],
  [/actions\/upload-pages-artifact@/, 6],
  [/actions\/(up|down)load-artifact@|Keep the stamp/, 3],
  [/social cards/, 2],
  [/^Build the site$/, 20],
  [/^Update, commit/, 10],
];
/** Starting Node.js and asking something over the network. */
const SECONDS_OF_OTHERS = 2;
/** Until a runner is there, and has set itself up. */
const SECONDS_TO_START = 10;

const hasRun = ({ outcome }: { readonly outcome: string }) => outcome !== 'skipped';

function secondsOf({ steps }: JobRun): number {
  return steps
    .filter(hasRun)
    .map(({ name }) => SECONDS.find(([step]) => step.test(name))?.[1] ?? SECONDS_OF_OTHERS)
    .reduce((sum, seconds) => sum + seconds, SECONDS_TO_START);
}

/** Counts what runs cost that follow each other, each of whose jobs waited for the one before. */
export function costsOf(runs: readonly WorkflowRun[]): RunCosts {
  const jobs = runs.flatMap((run) => run.jobs.filter(({ result }) => result !== 'skipped'));
  const log = runs.map((run) => run.log).join('\n');
  const count = (pattern: RegExp) => [...log.matchAll(pattern)].length;
  const seconds = jobs.map(secondsOf);
  return {
    jobs: jobs.length,
    installations: count(/added the packages/g),
    artifacts: count(/^(?:Uploaded|Downloaded) /gm),
    minutes: seconds.reduce((sum, each) => sum + Math.ceil(each / 60), 0),
    seconds: seconds.reduce((sum, each) => sum + each, 0),
  };
}
