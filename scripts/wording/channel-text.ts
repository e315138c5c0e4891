import type { PostLine } from '../ledger/model.ts';

/** A post as it would be sent. */
export interface PostPreview {
  readonly channel: string;
  readonly language: string;
  /** Where it would go, without anything secret. */
  readonly place: string;
  /** The body of the request, as JSON. */
  readonly body: string;
  /** Alternative text of the picture; null: none. */
  readonly picture: string | null;
}

/** What a dry run prints about a post: where it would go, and every byte that is known before. */
export function previewText({ channel, language, place, body, picture }: PostPreview): string {
  const card = picture === null ? [] : [`with the card “${picture}”`];
  return [`Would post to ${channel} (${language}): POST ${place}`, body, ...card].join('\n');
}

const STATES: Readonly<Record<PostLine['state'], string>> = {
  on: 'switched on',
  off: 'switched off',
  sending: 'about to post',
  sent: 'posted',
  failed: 'not posted',
  unclear: 'posted perhaps',
};

/** The message of a commit that puts lines about posts on record. */
export function postsMessage(lines: readonly PostLine[]): string {
  const said = lines.map(({ channel, state, language, date, update }) => {
    const about = update === null ? date : `${date}, update ${update}`;
    return date === null
      ? `${channel} ${STATES[state]}`
      : `${STATES[state]} ${about} (${channel}, ${language})`;
  });
  const [first = 'posts', ...others] = said;
  if (others.length === 0) return `data: ${first}\n`;
  return `data: ${first}, and ${others.length} more\n\n${others.map((line) => `  ${line}\n`).join('')}`;
}
