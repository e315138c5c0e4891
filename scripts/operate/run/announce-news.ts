import { pushData } from '../../github/push-data.ts';
import type { PostLine } from '../../ledger/model.ts';
import { writeChanges } from '../../ledger/store.ts';
import { boundsOf, openWorld, type World } from '../../update/world.ts';
import { postsMessage, previewText } from '../../wording/channel-text.ts';
import { withPosts } from '../channels/posts-on-record.ts';
import { worldAfter } from './commit-data.ts';
import { whyUnseen } from './deploy.ts';
import { type Publication, type PushFact, type RunFacts, worldOf } from './publication.ts';

/**
 * Posts what is due to the channels. What is about to be sent, and what was, is committed and pushed
 * before anything that depends on it. A failure is only a warning; later runs try again.
 */
export async function announceNews(
  publication: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { update, rebuildOnly, say, channels } = publication;
  let world = worldOf(facts);
  if (rebuildOnly || !isAnyNamed(world)) return {};
  // Templates, cards and fonts take time to load, and most runs have no use for them.
  const { announcer } = await import('../channels/announcer.ts');
  const context = announcer({
    ...channels,
    ledger: world.ledger,
    settings: world.settings,
    isComplete: true,
    now: update.now,
    allowHosts: update.allowHosts,
    guardPrivateAddresses: update.guardPrivateAddresses,
    canSeeSite: whyUnseen(facts) === undefined,
  });
  if (update.dryRun) {
    const { preview } = await import('../channels/preview.ts');
    const { posts, notes } = await preview(context);
    for (const line of [...posts.map(previewText), ...notes]) say(line);
    return {};
  }
  const { announce } = await import('../channels/announce.ts');
  let { push } = facts;
  const remember = async (lines: readonly PostLine[]) => {
    const pushed = await commitLines(publication, world, lines);
    world = pushed.world;
    push = pushedAlso(push, pushed.commit);
  };
  const outcome = await announce({ ...context, remember });
  for (const { channel, date, at } of outcome.sent) {
    say(`Posted ${date} to ${channel}${at === null ? '' : `: ${at}`}`);
  }
  return {
    world: { kind: 'open', world },
    push,
    channels: { kind: 'announced', outcome },
    findings: [...facts.findings, ...outcome.findings],
  };
}

function isAnyNamed({ settings: { channels }, ledger: { posts } }: World): boolean {
  return posts.length > 0 || Object.values(channels).some((channel) => channel !== null);
}

async function commitLines(
  { git, branch, update, say, pause }: Publication,
  before: World,
  lines: readonly PostLine[],
): Promise<{ readonly world: World; readonly commit: string | undefined }> {
  let world = before;
  const commit = await pushData(git, {
    path: update.dataDir,
    branch,
    write: async () => {
      const { ledger, files } = withPosts(world, lines);
      await writeChanges(update.dataDir, files, ledger, boundsOf(world));
      return postsMessage(lines);
    },
    redo: async () => {
      world = await openWorld(update.dataDir, update.now);
    },
    onRefused: (attempt, reason) => say(`Push ${attempt} was refused; trying again: ${reason}`),
    pause,
  });
  return { world: worldAfter(world, withPosts(world, lines)), commit };
}

/** What the run did to main, with another commit. */
function pushedAlso(push: PushFact, commit: string | undefined): PushFact {
  if (commit === undefined) return push;
  return { kind: 'pushed', commit, opensWeek: push.kind === 'pushed' && push.opensWeek };
}
