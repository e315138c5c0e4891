import { UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { failureStreak } from '../alarm/run-verdict.ts';
import { limitsOf, type Publication, type RunFacts, rejectionOf } from './publication.ts';

/** If this run failed, finds out from the runs before it for how long that has been going on. */
export async function countFailures(
  { github, run, update }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const isFailed = facts.failure !== null || rejectionOf(facts) !== null;
  if (facts.streak.kind === 'counted' || !isFailed) return {};
  const limits = limitsOf(facts, UPDATE_WORKFLOW);
  const question = { thisRun: run.id, now: update.now, limits };
  const streak = await failureStreak(github.actions, UPDATE_WORKFLOW, question);
  return { streak: { kind: 'counted', streak } };
}
