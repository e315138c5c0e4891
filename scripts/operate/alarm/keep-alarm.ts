import type { Finding } from '../../domain/finding.ts';
import type { GitHub } from '../../github/github.ts';
import { ALARM_MARKER } from './alarm-state.ts';
import { type AlarmAct, type AlarmFacts, planAlarm } from './plan-alarm.ts';

export interface AlarmOfRun extends Omit<AlarmFacts, 'open' | 'closed'> {
  readonly github: Pick<GitHub, 'issues'>;
}

/**
 * Makes the one alarm issue say what is so; each run that could judge anything calls it once, at its
 * end, whether it failed (`troubleOfError`, `judgedBy(error)`) or not (`judgedBy(undefined)`, with
 * the troubles of `silence` and `deploymentTrouble`). A quiet run costs one call of the API.
 *
 * @returns what to tell: a warning when GitHub could not be asked. An alarm that cannot be kept
 *   never fails a run; the next one makes up for it
 */
export async function keepAlarm({ github, ...facts }: AlarmOfRun): Promise<readonly Finding[]> {
  try {
    const open = await github.issues.listOwn(ALARM_MARKER, 'open');
    const isClosedAsked = open.length === 0 && facts.troubles.length > 0;
    const closed = isClosedAsked ? await github.issues.listOwn(ALARM_MARKER, 'closed') : [];
    for (const act of planAlarm({ ...facts, open, closed })) await carryOut(github, act);
    return [];
  } catch (error) {
    return [
      {
        level: 'warning',
        code: 'alarm-not-kept',
        message: `The alarm could not be compared with GitHub’s issues: ${error instanceof Error ? error.message : error}`,
        tip: 'The next run makes up for it. If it lasts, see that the repository has issues and the job may write them.',
      },
    ];
  }
}

async function carryOut({ issues }: AlarmOfRun['github'], act: AlarmAct): Promise<void> {
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
