import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '../domain/refusal.ts';
import { type Instant, reportingDateAt } from '../domain/reporting-date.ts';
import type { GitHub } from '../github/api.ts';
import { commitMessage } from '../github/commit-message.ts';
import type { Git } from '../github/git.ts';
import { pushData } from '../github/push-data.ts';
import { type ServedAt, servedBuild } from '../github/served-build.ts';
import { readHeld } from '../ledger/state-files.ts';
import { openLedger, writeLedger } from '../ledger/store.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Step, UpdateRequest } from '../update/run-update.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { updateWithRegistry } from '../update/update-with-registry.ts';

export const DEPLOY_WORKFLOW = 'deploy.yml';

export interface Publication {
  readonly update: UpdateRequest;
  /** Where the body that was read is kept, so that a retry decides on the same one. */
  readonly bodyFile: string;
  readonly branch: string;
  readonly git: Git;
  readonly github: GitHub;
  readonly served: ServedAt;
  readonly step: Step;
  readonly say: (text: string) => void;
  readonly pause: (attempt: number) => Promise<void>;
}

export interface Published {
  readonly report: UpdateReport;
  /** The data commit that was pushed, if one was. */
  readonly commit: string | undefined;
  readonly deployDispatched: boolean;
}

/**
 * One scheduled run: updates, commits and pushes what changed, and has it deployed. Nothing is
 * deployed here: a deployment is known by its run's commit, so the deploy workflow is dispatched on
 * the branch, whose head is the new commit. A run that pushes nothing compares what is served with
 * the branch and heals.
 */
export async function publish(publication: Publication): Promise<Published> {
  const { update, git, step, say } = publication;
  const report = await updateWithRegistry(update, step);
  await keepHold(update, report);
  const plan = {
    path: update.dataDir,
    branch: publication.branch,
    message: commitMessage(report),
    redo: async () => {
      const again = await updateWithRegistry({ ...update, body: publication.bodyFile }, step);
      await keepHold(update, again);
      return commitMessage(again);
    },
    onRefused: (attempt: number, reason: string) =>
      say(`Push ${attempt} was refused, doing the work again on the new head: ${reason}`),
    pause: publication.pause,
  };
  const commit = await step('Commit and push', () => pushData(git, plan));
  const deployDispatched = await step('Deploy', () => deploy(publication, commit));
  return { report, commit, deployDispatched };
}

/** A hold is written when its key changes and at the first read of each day, never otherwise. */
async function keepHold(
  { dataDir, now, dryRun }: UpdateRequest,
  report: UpdateReport,
): Promise<void> {
  if (report.exit !== EXIT.held || report.held === null || dryRun) return;
  const settings = await loadSettings(dataDir);
  const bounds = { notAfter: now, timeZone: settings.timeZone };
  const ledger = await openLedger(dataDir, bounds);
  const dateOf = (instant: Instant) => reportingDateAt(instant, settings.timeZone);
  const held = readHeld(JSON.stringify(report.held));
  const isKnown =
    ledger.held !== null &&
    ledger.held.key === held?.key &&
    dateOf(ledger.held.checkedAt) === dateOf(held.checkedAt);
  if (isKnown) return;
  await writeLedger(dataDir, ledger, { ...ledger, held, failing: null }, bounds);
}

async function deploy(publication: Publication, commit: string | undefined): Promise<boolean> {
  const { git, github, branch, served, update, say } = publication;
  if (commit === undefined) {
    const head = await git('rev-parse', 'HEAD');
    const build = await servedBuild(served, `${head}-${update.now}`);
    if (build?.commit === head) return false;
    if (await github.actions.isRunning(DEPLOY_WORKFLOW)) return false;
    say(
      `The site serves ${build?.commit ?? 'no build of ours'}, ${branch} is at ${head}: deploying`,
    );
  }
  await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
  return true;
}

/** Whether the settings are for this repository: a fork that nobody has set up reads nothing. */
export async function isSetUp(dataDir: string, repository: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'district.json'), 'utf8').catch(() => '{}');
  const address: unknown = JSON.parse(text).repository;
  return (
    typeof address === 'string' && address.toLowerCase().endsWith(`/${repository.toLowerCase()}`)
  );
}
