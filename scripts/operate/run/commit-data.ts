import { pushData } from '../../github/push-data.ts';
import type { FileChanges } from '../../ledger/store.ts';
import { writeChanges } from '../../ledger/store.ts';
import { parseSettings } from '../../settings/load-settings.ts';
import { asDeclined, planUpdate } from '../../update/plan-update.ts';
import { boundsOf, openWorld, type World } from '../../update/world.ts';
import { commitText } from '../../wording/plan-text.ts';
import { opensWeek } from '../schedule/keep-alive.ts';
import { type DataNews, type DataPlan, planData } from './plan-data.ts';
import { type Publication, type RunFacts, worldOf } from './publication.ts';
import { withAnswers } from './read-source.ts';

/**
 * Writes the run's data, commits it as the bot and pushes it. If somebody else has pushed in the
 * meantime, the world is opened again on their commit and the same snapshot is planned once more.
 */
export async function commitAndPush(
  publication: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { update, branch, git, say, pause } = publication;
  const found = newsOf(facts, publication);
  if (found === null) return {};
  let [world, news] = [worldOf(facts), found];
  let plan = planData(world, news);
  if (update.dryRun) {
    say(commitText(world, plan.files, plan.message));
    return { push: { kind: 'nothing-to-push' } };
  }
  const commit = await pushData(git, {
    path: update.dataDir,
    branch,
    write: async () => {
      await writeChanges(update.dataDir, plan.files, plan.ledger, boundsOf(world));
      return plan.files.size === 0 ? undefined : plan.message;
    },
    redo: async () => {
      world = await openWorld(update.dataDir, update.now);
      if (news.read.kind === 'planned' && news.read.plan.kind !== 'unread') {
        const { located, answers } = facts;
        const options = { ...update, ...(located ? { located } : {}) };
        const again = planUpdate(
          asDeclined(world, news.declined),
          news.read.plan.snapshot,
          options,
        );
        news = { ...news, read: { kind: 'planned', plan: withAnswers(world, again, answers) } };
      }
      plan = planData(world, news);
    },
    onRefused: (attempt, reason) =>
      say(`Push ${attempt} was refused; planning again on the new head: ${reason}`),
    pause,
  });
  return {
    read: news.read,
    world: { kind: 'open', world: worldAfter(world, plan) },
    push:
      commit === undefined
        ? { kind: 'nothing-to-push' }
        : { kind: 'pushed', commit, opensWeek: isFirstOfWeek(world) },
  };
}

/** Which of the facts go on record; null: nothing was read, as in a run that only deploys. */
function newsOf(
  { read, request, cadence, streak }: RunFacts,
  { update }: Publication,
): DataNews | null {
  const declined = request.kind === 'asked' ? request.declined : null;
  const measured = cadence.kind === 'measured' ? cadence.cadence : null;
  if (read.kind === 'planned') return { read, declined, cadence: measured };
  if (read.kind !== 'rejected') return null;
  // Somebody who tries another address sees the failure in the run; readers need not hear of it.
  const isForReaders = streak.kind === 'counted' && update.source === undefined;
  const counted = isForReaders ? streak.streak : null;
  return { read: { ...read, streak: counted }, declined, cadence: measured };
}

/** The world as it is on main after the push. */
export function worldAfter(world: World, { ledger, files }: Omit<DataPlan, 'message'>): World {
  const settingsText = files.get('district.json') ?? world.settingsText;
  const settings =
    settingsText === world.settingsText ? world.settings : parseSettings(settingsText);
  return { ...world, settings, settingsText, ledger, texts: textsAfter(world.texts, files) };
}

function textsAfter(before: World['texts'], files: FileChanges): World['texts'] {
  const texts = new Map(before);
  for (const [name, text] of files) {
    if (text === null) texts.delete(name);
    else if (name !== 'district.json') texts.set(name, text);
  }
  return texts;
}

function isFirstOfWeek({ ledger, now, settings }: World): boolean {
  return opensWeek(ledger, now, settings.timeZone);
}
