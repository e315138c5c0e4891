import { DEPLOY_WORKFLOW, UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { brokenChannels } from '../alarm/broken-channels.ts';
import { deploymentTrouble } from '../alarm/deployment.ts';
import { shouldAlarm } from '../alarm/failed-read.ts';
import { ISSUES_OFF } from '../alarm/issues-off.ts';
import { keepAlarm } from '../alarm/keep-alarm.ts';
import { overdueReleases } from '../alarm/overdue-releases.ts';
import { failuresIn } from '../alarm/run-verdict.ts';
import { silence } from '../alarm/silence.ts';
import { keyOf, type Trouble, type TroubleSelector } from '../alarm/trouble.ts';
import { isRejection, judgedBy, troubleOfError } from '../alarm/trouble-of-error.ts';
import { whyUnseen } from './deploy.ts';
import { buildOf } from './open-world.ts';
import { errorOf, limitsOf, type Publication, planOf, type RunFacts } from './publication.ts';

interface Judgement {
  readonly troubles: readonly Trouble[];
  readonly judged: ReadonlySet<TroubleSelector>;
}

/** Brings the alarm up to date at the end of a run, whether the run failed or not. */
export async function keepWatch(
  publication: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { github, run, update } = publication;
  if (update.dryRun) return {};
  const ends = [
    endOfRun(publication, facts),
    await endOfDeployment(publication, facts),
    endOfSilence(publication, facts),
    endOfReleases(publication, facts),
    endOfChannels(publication, facts),
  ];
  const problems = await keepAlarm({
    github,
    troubles: ends.flatMap(({ troubles }) => troubles),
    judged: new Set(ends.flatMap(({ judged }) => [...judged])),
    now: update.now,
    // Unreadable settings may be the very trouble to report.
    timeZone: settingsOf(facts)?.timeZone ?? 'UTC',
    runUrl: run.url,
  });
  // With Issues off, the last resort could not open one either.
  const isKept = problems.every(({ code }) => code === ISSUES_OFF);
  const kind = isKept ? 'kept' : 'not-kept';
  return { findings: [...facts.findings, ...problems], alarm: { kind } };
}

const NOTHING: Judgement = { troubles: [], judged: new Set() };

function settingsOf({ settings }: RunFacts) {
  return settings.kind === 'settings' ? settings.settings : undefined;
}

/**
 * How the run itself ended. A single failed read is not a trouble yet, nor does it end one. A
 * successful run that the schedule started proves that the schedule works.
 */
function endOfRun({ run, update, rebuildOnly }: Publication, facts: RunFacts): Judgement {
  const error = errorOf(facts);
  const settings = settingsOf(facts);
  const streak =
    facts.streak.kind === 'counted' ? facts.streak.streak : { times: 1, since: update.now };
  const isAsUsual = update.source === undefined && !rebuildOnly;
  const judged = new Set<TroubleSelector>(
    [...judgedBy(error)].filter((scope) => isAsUsual || scope === 'run'),
  );
  judged.delete('silence');
  if (error === undefined) {
    if (run.isScheduled) judged.add(keyOf({ scope: 'schedule', cause: UPDATE_WORKFLOW }));
    return { troubles: [], judged };
  }
  if (isRejection(error)) {
    const isDue = settings && shouldAlarm(error.code, streak, update.now, settings.alarm);
    if (!isAsUsual || !isDue) return NOTHING;
  }
  return { troubles: [troubleOfError(error, streak, run.url)], judged };
}

/**
 * Whether the public address shows main. Not judged by a run that has just started a deployment.
 */
async function endOfDeployment(
  { git, github, run, update }: Publication,
  facts: RunFacts,
): Promise<Judgement> {
  const { deployment } = facts;
  if (deployment.kind === 'served') return { troubles: [], judged: new Set(['deploy']) };
  // Whether Pages was ever on is for the deployment's own run to find out.
  if (!('runs' in deployment) || deployment.runs === null) return NOTHING;
  const { runs } = deployment;
  const question = { thisRun: run.id, limits: limitsOf(facts, DEPLOY_WORKFLOW) };
  const trouble = deploymentTrouble({
    head: await git('rev-parse', 'HEAD'),
    served: buildOf(facts)?.commit ?? undefined,
    unseen: whyUnseen(facts),
    runs,
    failures: await failuresIn(github.actions, runs, question),
    now: update.now,
  });
  // The deployment's own run may have reported a trouble; only a served site ends it.
  return trouble ? { troubles: [trouble], judged: new Set(['deploy']) } : NOTHING;
}

function endOfSilence({ update, run }: Publication, facts: RunFacts): Judgement {
  const { world } = facts;
  const plan = planOf(facts);
  const isRead = plan !== null && plan.kind !== 'unread' && update.source === undefined;
  if (!isRead || world.kind !== 'open') return NOTHING;
  const { ledger, settings } = world.world;
  const trouble = silence(ledger, settings, update.now, run.url);
  return { troubles: trouble ? [trouble] : [], judged: new Set(['silence']) };
}

/** Whether all due releases are made. A run that did not get to all of them cannot judge that. */
function endOfReleases({ run, update }: Publication, { releases }: RunFacts): Judgement {
  if (releases.kind === 'unknown') return NOTHING;
  const { failed, left } = releases.outcome;
  const trouble = overdueReleases({ failed, now: update.now, runUrl: run.url });
  if (trouble) return { troubles: [trouble], judged: new Set(['release']) };
  return left > 0 ? NOTHING : { troubles: [], judged: new Set(['release']) };
}

/** Whether news reaches the channels; a run that could not post cannot judge that. */
function endOfChannels({ run, update }: Publication, { channels, world }: RunFacts): Judgement {
  if (channels.kind === 'announced') {
    const { unsent } = channels.outcome;
    const troubles = brokenChannels({ unsent, now: update.now, runUrl: run.url });
    return { troubles, judged: new Set(['channel']) };
  }
  // Without a channel, none can be broken.
  const isNone =
    world.kind === 'open' &&
    Object.values(world.world.settings.channels).every((channel) => channel === null);
  return isNone ? { troubles: [], judged: new Set(['channel']) } : NOTHING;
}
