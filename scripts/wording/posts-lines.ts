import { listed } from '../domain/shortened.ts';
import type { RunFacts } from '../operate/run/publication.ts';
import { inertMarkdown } from './markdown.ts';

type Outcome = Extract<RunFacts['channels'], { kind: 'announced' }>['outcome'];
type PostNamed = Pick<Outcome['sent'][number], 'channel' | 'language' | 'date' | 'update'>;

const POSTS_NAMED = 6;
/** An address that ends no link of Markdown before its time. */
const ADDRESS = /^https:\/\/[^\s()<>[\]\\]+$/;

/**
 * What the summary of a run says about posts, as Markdown: a line for those that are on their
 * channels now, and one for those that wait or were not accepted, each with why.
 *
 * @returns no line if nothing was due
 */
export function postsLines({ channels }: Pick<RunFacts, 'channels'>): readonly string[] {
  if (channels.kind === 'unknown') return [];
  const { sent, unsent } = channels.outcome;
  const posted = sent.map((post) => {
    const name = inertMarkdown(nameOf(post));
    return post.at !== null && ADDRESS.test(post.at) ? `[${name}](${post.at})` : name;
  });
  const waiting = unsent.map((post) => inertMarkdown(`${nameOf(post)}: ${post.why}`));
  return [...sentence('Posted', posted), ...sentence('Not posted yet', waiting)];
}

function sentence(what: string, posts: readonly string[]): readonly string[] {
  if (posts.length === 0) return [];
  return [`${what}: ${listed(posts, POSTS_NAMED, { by: '; ' })}.`];
}

function nameOf({ channel, language, date, update }: PostNamed): string {
  return `${date}${update === null ? '' : `, update ${update},`} to ${channel} (${language})`;
}
