import type { Finding } from '../../domain/finding.ts';
import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Ledger, PostLine } from '../../ledger/model.ts';
import type { ChannelKind } from '../../settings/channels-schema.ts';
import type { Settings } from '../../settings/schema.ts';
import { type Ask, ChannelFailure } from './ask.ts';
import type { Post, PostNews } from './channel.ts';
import { type DuePost, failureDetail, planPosts, type WaitingPost } from './due-posts.ts';
import { fitPost } from './fit-post.ts';
import type { OpenChannel } from './open-channels.ts';

/** What announcing needs: what is on record, the channels, and ways to act. */
export interface AnnounceContext {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly channels: readonly OpenChannel[];
  /** Whether every secret that exists is here, as in a scheduled run. */
  readonly isComplete: boolean;
  readonly now: Instant;
  readonly clock: () => Instant;
  readonly ask: Ask;
  /** The words and figures of a post. */
  readonly newsOf: (due: DuePost) => PostNews;
  /** Whether the public address shows a page; true where that cannot be seen. */
  readonly isServed: (page: string) => Promise<boolean>;
  /** Puts lines on record for good. If it fails, nothing that depends on them may happen. */
  readonly remember: (lines: readonly PostLine[]) => Promise<void>;
}

/** What came of the posts that were due. */
export interface AnnounceOutcome {
  readonly sent: readonly SentPost[];
  /** What should have been posted and was not, with why. */
  readonly unsent: readonly WaitingPost[];
  readonly findings: readonly Finding[];
}

/** A post that is on its channel now. */
export interface SentPost extends DuePost {
  /** Where it is, or its id; null: the platform does not say. */
  readonly at: string | null;
}

/** What came of one post. */
type Ending =
  | { readonly kind: 'sent'; readonly due: DuePost; readonly at: string | null }
  | {
      readonly kind: 'failed' | 'unclear';
      readonly due: DuePost;
      readonly failure: ChannelFailure;
    };

/** A post that is ready to be sent. */
interface ReadyPost {
  readonly due: DuePost;
  readonly post: Post;
}

/**
 * Posts what is due, and remembers it. Where a post could show twice, a line says that it is being
 * sent before it is; where the platform can tell, it is asked. A channel that fails harms no other,
 * and rests before it is tried again.
 *
 * @throws what `remember` throws: nothing is sent without its lines
 */
export async function announce(context: AnnounceContext): Promise<AnnounceOutcome> {
  const { ledger, settings, isComplete, now, channels, remember } = context;
  const ready = new Set(
    channels.filter(({ missing }) => missing.length === 0).map(({ kind }) => kind),
  );
  const plan = planPosts({ ledger, settings, ready, isComplete, now });
  const groups = await Promise.all(
    channels.map((channel) => prepare(context, channel, dueOf(plan.due, channel.kind))),
  );
  const intents = groups.flatMap(({ channel, posts }) =>
    channel.channel.isRepeatable ? [] : posts.map(({ due }) => lineOf(due, 'sending', now, null)),
  );
  const first = [...plan.lines, ...intents];
  if (first.length > 0) await remember(first);
  const endings = (await Promise.all(groups.map((group) => sendAll(context, group)))).flat();
  const results = endings.map((ending) => resultLine(ending, now));
  if (results.length > 0) await remember(results);
  return {
    sent: endings.flatMap((ending) =>
      ending.kind === 'sent' ? [{ ...ending.due, at: ending.at }] : [],
    ),
    unsent: [
      ...plan.waiting,
      ...groups.flatMap(({ waiting }) => waiting),
      ...endings.flatMap((ending) =>
        ending.kind === 'failed' ? [{ ...ending.due, why: ending.failure.message }] : [],
      ),
    ],
    findings: [
      ...plan.lines.filter(({ state }) => state === 'unclear').map(interruptedFinding),
      ...channels.flatMap((channel) => findingsOf(channel, endings)),
    ],
  };
}

function dueOf(due: readonly DuePost[], kind: ChannelKind): readonly DuePost[] {
  return due.filter(({ channel }) => channel === kind);
}

/** The posts of one channel. */
interface Group {
  readonly channel: OpenChannel;
  readonly posts: readonly ReadyPost[];
  readonly waiting: readonly WaitingPost[];
  /** What ended before anything was sent. */
  readonly endings: readonly Ending[];
}

/** Writes the posts, and leaves out those whose pages nobody can read yet. */
async function prepare(
  context: AnnounceContext,
  channel: OpenChannel,
  due: readonly DuePost[],
): Promise<Group> {
  const nothing = { channel, posts: [], waiting: [], endings: [] };
  if (due.length === 0) return nothing;
  const posts: ReadyPost[] = [];
  const waiting: WaitingPost[] = [];
  try {
    const limit = await channel.channel.limit(context.ask);
    for (const each of due) {
      const news = await withServedCard(context.newsOf(each), context);
      const { link } = news.model;
      if (link !== '' && !(await context.isServed(link))) {
        waiting.push({ ...each, why: 'its page is not on the site yet' });
        continue;
      }
      posts.push({ due: each, post: fitPost(channel.kind, news, limit, context.clock()) });
    }
    return { channel, posts, waiting, endings: [] };
  } catch (error) {
    // Nothing was sent yet, so the whole channel rests.
    const failure = failureOf(error);
    return { ...nothing, endings: due.map((each) => ({ kind: 'failed', due: each, failure })) };
  }
}

/** Names the picture's address only where the platform, or a reader, can fetch it. */
export async function withServedCard(
  news: PostNews,
  { isServed }: Pick<AnnounceContext, 'isServed'>,
): Promise<PostNews> {
  const { card } = news;
  if (card === null || card.url === null || (await isServed(card.url))) return news;
  return { ...news, card: { ...card, url: null } };
}

/** Sends a channel's posts one after the other; after one that fails, the rest wait. */
async function sendAll(
  { ask, clock }: AnnounceContext,
  { channel: { channel }, posts, endings }: Group,
): Promise<readonly Ending[]> {
  const ended: Ending[] = [...endings];
  for (const [index, { due, post }] of posts.entries()) {
    try {
      const at = await channel.send({ ...post, sentAt: clock() }, ask);
      ended.push({ kind: 'sent', due, at });
    } catch (error) {
      const failure = failureOf(error);
      const isUnclear = failure.isUnclear && !channel.isRepeatable;
      ended.push({ kind: isUnclear ? 'unclear' : 'failed', due, failure });
      // Lines may say that the others are being sent: take that back.
      for (const left of posts.slice(index + 1)) {
        ended.push({ kind: 'failed', due: left.due, failure });
      }
      break;
    }
  }
  return ended;
}

/** A defect of ours in one channel must not harm another either; nobody knows how far it got. */
function failureOf(error: unknown): ChannelFailure {
  if (error instanceof ChannelFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ChannelFailure('defect', message, { isUnclear: true, cause: error });
}

function resultLine(ending: Ending, now: Instant): PostLine {
  if (ending.kind === 'sent') return lineOf(ending.due, 'sent', now, ending.at);
  const { code, waitMilliseconds } = ending.failure;
  const minutes = Math.ceil(waitMilliseconds / 60_000);
  const until = minutes > 0 ? addMinutes(now, minutes) : null;
  return lineOf(ending.due, ending.kind, now, failureDetail(code, until));
}

function lineOf(
  { channel, language, date, update }: DuePost,
  state: PostLine['state'],
  recordedAt: Instant,
  detail: string | null,
): PostLine {
  return { recordedAt, channel, state, language, date, update, detail };
}

/** What to report about a channel: each post that nobody knows of, and the first that failed. */
function findingsOf(
  { kind, variables }: OpenChannel,
  endings: readonly Ending[],
): readonly Finding[] {
  const own = endings.filter(({ due }) => due.channel === kind);
  const unknown = own.flatMap((ending) =>
    ending.kind === 'unclear' ? [unclear(kind, ending.due.date, ending.failure.message)] : [],
  );
  const failed = own.find((ending) => ending.kind === 'failed');
  if (failed === undefined || failed.kind === 'sent' || unknown.length > 0) return unknown;
  const { due, failure } = failed;
  return [
    {
      level: 'warning',
      code: 'not-posted',
      message: `${kind}: the post of ${due.date} was not accepted: ${failure.message}`,
      tip: /^(address|status-(401|403|404|410))$/.test(failure.code)
        ? `Renew the secrets ${variables.join(', ')} and check what they are allowed to do. A later run tries again.`
        : 'A later run tries again.',
    },
  ];
}

function interruptedFinding({ channel, date }: PostLine): Finding {
  return unclear(channel, date ?? '', 'the run that was sending it was interrupted');
}

function unclear(channel: string, date: string, why: string): Finding {
  return {
    level: 'warning',
    code: 'post-unclear',
    message: `${channel}: the post of ${date} may or may not be there: ${why}`,
    tip: 'It is not sent again, so that nothing is said twice. Look at the channel, and post it by hand if it is missing.',
  };
}
