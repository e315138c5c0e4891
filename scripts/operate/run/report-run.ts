import type { Finding } from '../../domain/finding.ts';
import { EXIT, Refusal } from '../../domain/refusal.ts';
import { addMinutes, type Instant } from '../../domain/time.ts';
import { UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { reportOf } from '../../update/update-report.ts';
import { runSummary } from '../../wording/run-summary.ts';
import { updateText } from '../../wording/update-text.ts';
import {
  type Publication,
  planOf,
  type RunFacts,
  rejectionOf,
  workflowsOf,
} from './publication.ts';

const MINUTES_OF_A_WEEK = 7 * 24 * 60;

/** Where a run reports how it went: findings, console, outputs and the summary page. */
export interface RunVoice {
  readonly report: {
    say(text: string): void;
    finding(finding: Finding): void;
    summary(markdown: string): Promise<void>;
    output(name: string, value: string): Promise<void>;
  };
  /** Steps with their milliseconds, in order. */
  readonly timings: readonly { readonly title: string; readonly milliseconds: number }[];
}

/**
 * The finding of a run in a repository whose settings name another one: a fork that nobody has set
 * up.
 *
 * @param repository `owner/name`
 */
export function notSetUp(repository: string): Finding {
  return {
    level: 'notice',
    code: 'not-set-up',
    message: `This repository is not set up yet: data/district.json does not name ${repository}`,
    tip: 'Put its address under "repository" to begin; until then nothing is read and nobody is mailed.',
  };
}

/**
 * Reports how a run went: findings first, then what was read, what is held, what was not announced.
 */
export async function reportRun(
  facts: RunFacts,
  { update, rebuildOnly, repositoryUrl, version }: Publication,
  { report: voice, timings }: RunVoice,
): Promise<void> {
  const plan = planOf(facts);
  for (const finding of [...facts.findings, ...(plan?.findings ?? [])]) voice.finding(finding);
  if (plan) voice.say(updateText(plan, update.dryRun));
  if (rejectionOf(facts)) voice.say('Nothing was written.');
  if (plan?.kind === 'held') voice.finding(heldFinding(facts));
  for (const { step, error } of facts.troubles) {
    const message = `“${step}” failed; the next run tries again: ${errorText(error)}`;
    voice.finding({ level: 'warning', code: 'not-announced', message });
  }
  await voice.output('outcome', outcomeOf(facts));
  if (facts.alarm.kind === 'kept') await voice.output('alarm', 'kept');
  const settings = facts.settings.kind === 'settings' ? facts.settings.settings : null;
  const isFirstRun = plan !== null && plan.kind !== 'unread' && plan.update.isBaseline;
  const summary = runSummary(facts, {
    repositoryUrl,
    version,
    siteUrl: settings?.site.url ?? null,
    timeZone: settings?.timeZone ?? 'UTC',
    nextRuns: isFirstRun ? await nextRuns(facts, update.now) : [],
    dryRun: update.dryRun,
    rebuildOnly,
    timings,
    describeError: errorText,
  });
  await voice.summary(summary);
}

function heldFinding({ held }: RunFacts): Finding {
  const url = held.kind === 'brought-up-to-date' ? held.done.url : null;
  return {
    level: 'warning',
    code: 'held',
    message: 'The update looks unusual and is waiting for a person; the site says so',
    tip: url ? `To decide: ${url}` : undefined,
  };
}

function outcomeOf(facts: RunFacts): string {
  const plan = planOf(facts);
  if (plan !== null) return reportOf(plan).outcome;
  return rejectionOf(facts)?.exit === EXIT.source ? 'refused' : 'unchanged';
}

/** When the next runs of this workflow are scheduled, within a week. */
async function nextRuns(facts: RunFacts, now: Instant): Promise<readonly Instant[]> {
  const { cronFires } = await import('../schedule/cron-fires.ts');
  const file = workflowsOf(facts).find((each) => each.file === UPDATE_WORKFLOW);
  return cronFires(file?.crons ?? [], now, addMinutes(now, MINUTES_OF_A_WEEK));
}

function errorText(error: unknown): string {
  if (error instanceof Refusal) return `${error.message}. ${error.advice}`;
  return error instanceof Error ? error.message : String(error);
}
