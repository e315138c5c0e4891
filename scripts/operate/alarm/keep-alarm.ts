import type { Finding } from '../../domain/finding.ts';
import type { GitHub } from '../../github/github.ts';
import { isIssuesOff } from '../../github/issues.ts';
import { ALARM_MARKER } from './alarm-state.ts';
import { issuesOff } from './issues-off.ts';
import { type AlarmAction, type AlarmFacts, planAlarm } from './plan-alarm.ts';

/** What a run knows for the alarm, and the API to read and write the issue with. */
export interface AlarmOfRun extends Omit<AlarmFacts, 'open' | 'closed'> {
  readonly github: Pick<GitHub, 'issues'>;
}

/**
 * Brings the one alarm issue in line with what this run found. Each run that could judge anything
 * calls it once, at its end, whether it failed (`troubleOfError`, `judgedBy(error)`) or not
 * (`judgedBy(undefined)`, with the troubles of `silence` and `deploymentTrouble`). If all is well
 * and no issue is open, it costs one API call.
 *
 * @returns findings to report: a warning if GitHub could not be reached, an error if the repository
 *   has Issues off. Neither fails a run; the next one catches up
 */
export async function keepAlarm(alarm: AlarmOfRun): Promise<readonly Finding[]> {
  const { github, ...facts } = alarm;
  try {
    for (const act of await dueActions(alarm)) await carryOut(github, act);
    return [];
  } catch (error) {
    if (isIssuesOff(error)) return [unheard(facts)];
    return [
      {
        level: 'warning',
        code: 'alarm-not-kept',
        message: `The alarm could not be updated on GitHub: ${error instanceof Error ? error.message : error}`,
        tip: 'The next run tries again. If this lasts, check that the repository has issues enabled and that the job may write them.',
      },
    ];
  }
}

/** What `keepAlarm` would do now. @throws if GitHub cannot be asked */
export async function dueActions({
  github,
  ...facts
}: AlarmOfRun): Promise<readonly AlarmAction[]> {
  const open = await github.issues.listOwn(ALARM_MARKER, 'open');
  const isClosedAsked = open.length === 0 && facts.troubles.length > 0;
  const closed = isClosedAsked ? await github.issues.listOwn(ALARM_MARKER, 'closed') : [];
  return planAlarm({ ...facts, open, closed });
}

function unheard({ troubles, runUrl }: Pick<AlarmFacts, 'troubles' | 'runUrl'>): Finding {
  const titles = troubles.map(({ title }) => title).join('; ');
  const what = titles === '' ? 'The alarm is over' : titles;
  const repositoryUrl = runUrl.replace(/\/actions\/runs\/.*$/, '');
  return issuesOff(
    `${what}, but nobody hears of it: this repository has Issues off`,
    repositoryUrl,
  );
}

async function carryOut({ issues }: AlarmOfRun['github'], act: AlarmAction): Promise<void> {
  switch (act.kind) {
    case 'create':
      await issues.create({ title: act.title, body: act.body });
      return;
    case 'edit': {
      const { number, title, body, state } = act;
      await issues.edit(number, { title, body, ...(state ? { state } : {}) });
      return;
    }
    case 'comment':
      if (await issues.hasOwnComment(act.number, act.marker)) return;
      await issues.comment(act.number, `${act.marker}\n${act.body}`);
  }
}
