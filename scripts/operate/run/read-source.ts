import { askAboutStrangers, askForUpdate } from '../../update/ask-registry.ts';
import { planLearnt, type RegistryAnswers } from '../../update/plan-registry.ts';
import { planUpdate, type UpdatePlan, whyUnread } from '../../update/plan-update.ts';
import { readSource } from '../../update/run-update.ts';
import type { World } from '../../update/world.ts';
import { isRejection } from '../alarm/trouble-of-error.ts';
import { type Publication, planOf, type RunFacts, worldOf } from './publication.ts';

/**
 * Reads the source. A rejected source does not end the run: the site may still be behind, and
 * readers may have to be informed.
 */
export async function takeSnapshot(
  { update, rebuildOnly, evidence }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  if (rebuildOnly) return {};
  const world = worldOf(facts);
  const why = whyUnread(world, update.at);
  if (why) return { read: { kind: 'planned', plan: why } };
  return orRejected(async () => {
    const onBody = async (body: Uint8Array) => {
      await evidence.body(body);
      await update.onBody?.(body);
    };
    const snapshot = await readSource(world, { ...update, onBody });
    await evidence.snapshot(snapshot);
    return { read: { kind: 'read', snapshot } };
  });
}

/** Plans what the snapshot means for the ledger: an update, a hold, or nothing new. */
export async function workOutNews(
  { update, evidence }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { read } = facts;
  if (read.kind !== 'read') return {};
  return orRejected(async () => {
    const world = worldOf(facts);
    let plan = planUpdate(world, read.snapshot, update);
    const located =
      update.source === undefined
        ? await askAboutStrangers(world.settings, plan, update)
        : undefined;
    if (located) plan = planUpdate(world, read.snapshot, { ...update, located });
    await evidence.plan(plan);
    return { located, read: { kind: 'planned', plan } };
  });
}

/**
 * Asks the registry's sources: with a date's first read about all schools, otherwise only for the
 * locations of new ones.
 */
export async function learnAboutSchools(
  { update }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const plan = planOf(facts);
  if (plan === null || update.source !== undefined) return {};
  const world = worldOf(facts);
  const answers = await askForUpdate(world.settings, plan, { ...update, isDaily: true });
  return { answers, read: { kind: 'planned', plan: withAnswers(world, plan, answers) } };
}

/** The plan with the registry's answers, if the plan is one that goes on record. */
export function withAnswers(world: World, plan: UpdatePlan, answers: RegistryAnswers): UpdatePlan {
  return plan.kind === 'held' || plan.kind === 'unread' ? plan : planLearnt(world, plan, answers);
}

async function orRejected(action: () => Promise<Partial<RunFacts>>): Promise<Partial<RunFacts>> {
  try {
    return await action();
  } catch (error) {
    if (!isRejection(error)) throw error;
    return { read: { kind: 'rejected', refusal: error } };
  }
}
