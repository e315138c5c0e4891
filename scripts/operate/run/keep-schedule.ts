import { UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { keepSchedulesAlive } from '../schedule/keep-alive.ts';
import { measureCadence } from '../schedule/measure-cadence.ts';
import { type Publication, planOf, type RunFacts, workflowsOf } from './publication.ts';

/** Measures, once a day with the first good read, how often the source is really read. */
export async function measureReads(
  { github, update }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const plan = planOf(facts);
  const isFirst = plan !== null && 'isFirstRead' in plan && plan.isFirstRead;
  const file = workflowsOf(facts).find((each) => each.file === UPDATE_WORKFLOW);
  if (!isFirst || update.dryRun || !file) return {};
  const cadence = await measureCadence(github.actions, file, update.now);
  return cadence ? { cadence: { kind: 'measured', cadence } } : {};
}

/** With the first commit of a week, resets GitHub's 60 days for every scheduled workflow file. */
export async function keepAlive(
  { github }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { push } = facts;
  if (push.kind !== 'pushed' || !push.opensWeek) return {};
  await keepSchedulesAlive(github.actions, workflowsOf(facts));
  return {};
}
