import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { Trouble } from './trouble.ts';

/** What came of the posts that were due, as far as the alarm needs it. */
export interface UnsentPosts {
  readonly unsent: readonly {
    readonly channel: string;
    readonly date: string;
    /** When it could first have been posted. */
    readonly dueSince: Instant;
    readonly why: string;
  }[];
  readonly now: Instant;
  readonly runUrl: string;
}

const HOURS_TO_WAIT = 24;

/**
 * A trouble for each channel that news has not reached for more than a day, also where it is only
 * tried again later. It ends once the posts are sent, or the channel is taken out of the settings.
 */
export function brokenChannels({ unsent, now, runUrl }: UnsentPosts): readonly Trouble[] {
  return [...new Set(unsent.map(({ channel }) => channel))].flatMap((channel) => {
    const [oldest] = unsent
      .filter((post) => post.channel === channel)
      .sort((a, b) => (a.dueSince < b.dueSince ? -1 : 1));
    if (oldest === undefined || hoursBetween(oldest.dueSince, now) <= HOURS_TO_WAIT) return [];
    return [
      {
        scope: 'channel' as const,
        cause: `not-posted-${channel}`,
        title: `Nothing is posted to ${channel}`,
        message: `The news of ${oldest.date} is not there: ${oldest.why}`,
        advice:
          'The data is published anyway. `npm run doctor` checks each channel without posting: renew its secrets, or take it out of "channels" in data/district.json. Later runs try again.',
        since: oldest.dueSince,
        times: 1,
        runUrl,
      },
    ];
  });
}
