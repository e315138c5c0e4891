import type { PostPreview } from '../../wording/channel-text.ts';
import { type AnnounceContext, withServedCard } from './announce.ts';
import { ChannelFailure } from './ask.ts';
import { type DuePost, planPosts, postsOf } from './due-posts.ts';
import { fitPost } from './fit-post.ts';
import type { OpenChannel } from './open-channels.ts';

/** What announcing needs, without ways to change anything. */
export type PreviewContext = Omit<AnnounceContext, 'remember'>;

/** What would be posted, and what is not, with why. */
export interface Previews {
  readonly posts: readonly PostPreview[];
  readonly notes: readonly string[];
}

/**
 * Every request that would be sent now. Nothing is posted or written; the site is asked for the card,
 * and a server that says how long a post may be for that.
 *
 * @param date show the posts of this date instead, due or not, also where secrets are missing
 */
export async function preview(context: PreviewContext, date?: DuePost['date']): Promise<Previews> {
  const { channels } = context;
  const wanted = date === undefined ? due(context) : anyPosts(context, date);
  const posts: PostPreview[] = [];
  const notes: string[] = [...wanted.notes];
  for (const open of channels) {
    if (open.missing.length > 0) {
      notes.push(`${open.kind} is off without ${open.missing.join(', ')}`);
    }
    for (const each of wanted.posts.filter(({ channel }) => channel === open.kind)) {
      try {
        posts.push(await shown(context, open, each));
      } catch (error) {
        if (!(error instanceof ChannelFailure)) throw error;
        notes.push(`${open.kind} (${each.language}): ${error.message}`);
      }
    }
  }
  if (channels.length === 0) notes.push('No channel is set up: see docs/channels.md');
  return { posts, notes };
}

async function shown(
  { ask, newsOf, isServed, clock }: PreviewContext,
  { kind, channel }: OpenChannel,
  due: DuePost,
): Promise<PostPreview> {
  const post = fitPost(
    kind,
    await withServedCard(newsOf(due), { isServed }),
    await channel.limit(ask),
    clock(),
  );
  return {
    channel: kind,
    language: due.language,
    place: channel.place,
    body: JSON.stringify(channel.bodyOf(post), null, 2),
    picture: channel.showsCard ? (post.card?.alt ?? null) : null,
  };
}

function due({ ledger, settings, channels, isComplete, now }: PreviewContext): {
  readonly posts: readonly DuePost[];
  readonly notes: readonly string[];
} {
  const ready = new Set(
    channels.filter(({ missing }) => missing.length === 0).map(({ kind }) => kind),
  );
  const plan = planPosts({ ledger, settings, ready, isComplete, now });
  const notes = [
    ...plan.lines.flatMap(({ channel, state }) =>
      state === 'on'
        ? [`${channel} would be switched on: what closes from now on is posted there`]
        : state === 'off'
          ? [`${channel} would be switched off`]
          : [],
    ),
    ...plan.waiting.map(({ channel, date, why }) => `${channel}: ${date} waits, after ${why}`),
  ];
  return { posts: plan.due, notes };
}

/** The posts that channels would have of a date, as if they had been on. */
function anyPosts(
  { ledger, settings, channels }: PreviewContext,
  date: DuePost['date'],
): ReturnType<typeof due> {
  const posts = channels
    .flatMap(({ kind }) => postsOf(kind, { ledger, settings }))
    .filter((post) => post.date === date);
  if (!ledger.updates.some((update) => update.date === date)) {
    return { posts: [], notes: [`${date} has no update, so nothing is posted about it`] };
  }
  return { posts, notes: [] };
}
