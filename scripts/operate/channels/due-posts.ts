import { endOfDay } from '../../domain/end-of-day.ts';
import {
  addMinutes,
  hoursBetween,
  type Instant,
  parseInstant,
  type ReportingDate,
} from '../../domain/time.ts';
import { postKey } from '../../ledger/invariants/posts.ts';
import type { Ledger, PostLine } from '../../ledger/model.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../settings/channels-schema.ts';
import type { Settings } from '../../settings/schema.ts';

/** A post that a channel should have and does not. */
export interface DuePost {
  readonly channel: ChannelKind;
  readonly language: string;
  readonly date: ReportingDate;
  /** null: the whole date. */
  readonly update: number | null;
  /** When it could first have been posted. */
  readonly dueSince: Instant;
}

/** A post that is due and that this run does not try, with why. */
export interface WaitingPost extends DuePost {
  readonly why: string;
}

/** What decides which posts are due. */
export interface PostFacts {
  readonly ledger: Pick<Ledger, 'updates' | 'posts'>;
  readonly settings: Pick<Settings, 'channels' | 'site' | 'timeZone'>;
  /** Channels of the settings whose secrets are here. */
  readonly ready: ReadonlySet<ChannelKind>;
  /** Whether a channel whose secrets are missing is off; on a person's machine they may just not be. */
  readonly isComplete: boolean;
  readonly now: Instant;
}

/** What should happen to the channels, before anything is sent. */
export interface PostPlan {
  /** Channels that go on or off, and posts that a run was sending when it was killed. */
  readonly lines: readonly PostLine[];
  /** Posts to send, oldest first. */
  readonly due: readonly DuePost[];
  readonly waiting: readonly WaitingPost[];
}

/** What is older is not news: a channel that was broken for longer does not make up for all of it. */
const HOURS_OF_NEWS = 7 * 24;
const MOST_IN_A_RUN = 5;
const LONGEST_BACK_OFF_HOURS = 12;

/**
 * Which posts are due, from the ledger alone: those of dates that were over, or of updates that were
 * seen, after their channel was switched on, and that no line says were sent. Imported days have no
 * update and are never posted. A channel that failed rests for 1, 2, 4, 8, 12, 12, … hours, or for as
 * long as its platform asked.
 */
export function planPosts(facts: PostFacts): PostPlan {
  const plans = CHANNEL_KINDS.map((kind) => planOf(kind, facts));
  return {
    lines: plans.flatMap(({ lines }) => lines),
    due: plans.flatMap(({ due }) => due),
    waiting: plans.flatMap(({ waiting }) => waiting),
  };
}

function planOf(kind: ChannelKind, facts: PostFacts): PostPlan {
  const { ledger, settings, ready, isComplete, now } = facts;
  const own = ledger.posts.filter(({ channel }) => channel === kind);
  const lastSwitch = own.findLast(({ state }) => state === 'on' || state === 'off');
  const isOn = lastSwitch?.state === 'on';
  const line = (state: 'on' | 'off'): PostLine => ({
    recordedAt: now,
    channel: kind,
    state,
    language: null,
    date: null,
    update: null,
    detail: null,
  });
  if (settings.channels[kind] === null || !ready.has(kind)) {
    const isGone = isOn && (settings.channels[kind] === null || isComplete);
    return { lines: isGone ? [line('off')] : [], due: [], waiting: [] };
  }
  if (!isOn) return { lines: [line('on')], due: [], waiting: [] };
  const interrupted = interruptedPosts(own, now);
  const done = new Set(
    [...own, ...interrupted]
      .filter(({ state }) => state === 'sent' || state === 'unclear')
      .map(postKey),
  );
  const wanted = postsOf(kind, facts)
    .filter(({ dueSince }) => dueSince > lastSwitch.recordedAt && dueSince <= now)
    .filter(({ dueSince }) => hoursBetween(dueSince, now) <= HOURS_OF_NEWS)
    .filter((post) => !done.has(postKey(post)));
  const rest = restOf(own);
  if (rest !== undefined && rest.until > now) {
    const waiting = wanted.map((post) => ({ ...post, why: rest.why }));
    return { lines: interrupted, due: [], waiting };
  }
  return { lines: interrupted, due: wanted.slice(0, MOST_IN_A_RUN), waiting: [] };
}

/** Every post that a channel would ever have, oldest first. */
export function postsOf(
  kind: ChannelKind,
  {
    ledger: { updates },
    settings: { channels, site, timeZone },
  }: Pick<PostFacts, 'settings'> & { readonly ledger: Pick<Ledger, 'updates'> },
): readonly DuePost[] {
  const channel = channels[kind];
  const languages = channel?.languages ?? site.languages.slice(0, 1);
  const events =
    channel?.per === 'update'
      ? updates.map(({ date, update, detectedAt }) => ({ date, update, dueSince: detectedAt }))
      : [...new Set(updates.map(({ date }) => date))].map((date) => ({
          date,
          update: null,
          dueSince: endOfDay(date, timeZone),
        }));
  return events.flatMap((event) =>
    languages.map((language) => ({ channel: kind, language, ...event })),
  );
}

/** Posts that were being sent when their run was killed: they may have arrived. */
function interruptedPosts(own: readonly PostLine[], now: Instant): readonly PostLine[] {
  const last = new Map(own.map((line) => [postKey(line), line]));
  return [...last.values()]
    .filter(({ state }) => state === 'sending')
    .map((line) => ({ ...line, recordedAt: now, state: 'unclear', detail: 'interrupted' }));
}

/** Until when a channel that failed rests; undefined: its last post was sent. */
function restOf(
  own: readonly PostLine[],
): { readonly until: Instant; readonly why: string } | undefined {
  const settled = own.findLastIndex(({ state }) => state === 'sent' || state === 'on');
  const failed = own.slice(settled + 1).filter(({ state }) => state === 'failed');
  const last = failed.at(-1);
  if (last === undefined) return undefined;
  const times = new Set(failed.map(({ recordedAt }) => recordedAt)).size;
  const hours = Math.min(2 ** (times - 1), LONGEST_BACK_OFF_HOURS);
  const asked = parseFailure(last.detail);
  const backOff = addMinutes(last.recordedAt, hours * 60);
  const until = asked.until !== null && asked.until > backOff ? asked.until : backOff;
  return { until, why: asked.code };
}

/** The detail of a `failed` line. @param until the platform asked to be left alone until then */
export function failureDetail(code: string, until: Instant | null): string {
  return until === null ? code : `${code} until ${until}`;
}

function parseFailure(detail: string | null): {
  readonly code: string;
  readonly until: Instant | null;
} {
  const [code = '', until] = (detail ?? '').split(' until ');
  return { code, until: parseInstant(until ?? '') ?? null };
}
