import type { Ledger, PostLine } from '../model.ts';
import { type Breach, type Invariant, lineOf } from './invariant.ts';

/** Lines about a channel or a post follow one another as things can happen. */
export const postsInTurn: Invariant = {
  name: 'posts-in-turn',
  description:
    'A channel is switched on before anything is posted there, and nothing is posted twice',
  check: (ledger) => {
    const history: History = { channels: new Set(), posts: new Map() };
    for (const [index, line] of ledger.posts.entries()) {
      const text = wrongIn(line, history, ledger);
      if (text !== undefined) {
        return { file: 'posts.csv', line: lineOf(index), value: line.state, text } satisfies Breach;
      }
    }
    return undefined;
  },
};

interface History {
  /** Those that are switched on. */
  readonly channels: Set<string>;
  /** The last state of each post, by `postKey`. */
  readonly posts: Map<string, PostLine['state']>;
}

/**
 * What identifies a post: channel, language, and date or update.
 *
 * @returns undefined for a line about a channel
 */
export function postKey(
  line: Pick<PostLine, 'channel' | 'language' | 'date' | 'update'>,
): string | undefined {
  if (line.language === null || line.date === null) return undefined;
  return `${line.channel} ${line.language} ${line.date} ${line.update ?? ''}`.trimEnd();
}

/** Checks one line, and adds it to the history. @returns what is wrong with it, if anything */
function wrongIn(
  line: PostLine,
  { channels, posts }: History,
  { days, updates }: Ledger,
): string | undefined {
  const { channel, state, date, update } = line;
  const key = postKey(line);
  if (state === 'on' || state === 'off') {
    if (line.language !== null || date !== null || update !== null) {
      return `"${state}" is about the channel ${channel}, but the line names a post`;
    }
    if (channels.has(channel) === (state === 'on')) return `${channel} is ${state} already`;
    if (state === 'on') channels.add(channel);
    else channels.delete(channel);
    return undefined;
  }
  if (key === undefined) return `"${state}" is about a post, but language or date is blank`;
  if (!channels.has(channel)) return `${channel} is not switched on by any line above`;
  const known =
    update === null
      ? days.some((day) => day.date === date)
      : updates.some((known) => known.date === date && known.update === update);
  if (!known) return `${key} is about a date or an update that is not on record`;
  const before = posts.get(key);
  if (before === 'sent' || before === 'unclear') {
    return `${key} was recorded as ${before} by a line above`;
  }
  posts.set(key, state);
  return undefined;
}
