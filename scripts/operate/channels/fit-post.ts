import type { Instant } from '../../domain/time.ts';
import type { ChannelKind } from '../../settings/channels-schema.ts';
import { postText } from '../../wording/post-text.ts';
import { ChannelFailure } from './ask.ts';
import type { Post, PostNews, TextLimit } from './channel.ts';

/**
 * The text of a post as its channel's template gives it, with as many schools named as the platform
 * has room for, and without the note on corrections where even none is too many.
 *
 * @throws ChannelFailure if not even the figure fits
 */
export function fitPost(
  kind: ChannelKind,
  news: PostNews,
  limit: TextLimit,
  sentAt: Instant,
): Post {
  const { model, most, language } = news;
  const fewer = most.map((_, index) => most.slice(0, most.length - index));
  const tries = [
    ...[...fewer, []].map((named) => ({ ...model, most: named.join(', ') })),
    { ...model, most: '', note: '' },
  ];
  for (const each of tries) {
    const text = postText(kind, language, each);
    if (limit.lengthOf(text) <= limit.most) return { ...news, text, sentAt };
  }
  throw new ChannelFailure('too-long', `Not even the figure fits into ${limit.most} characters`);
}
