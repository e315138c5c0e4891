/** Invisible, and part of no word: what stands before and after it is not taken together. */
const WORD_JOINER = '\u2060';

/**
 * Text from outside as plain words for a post: no mention, hashtag, cashtag, short code of an emoji,
 * tag, or address that a platform would link. Signs that begin one are separated from what follows by an
 * invisible word joiner; line breaks, control characters, and marks that change the direction of
 * writing become one blank.
 */
export function inertPlain(text: string): string {
  return (
    text
      .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]+/gu, ' ')
      .trim()
      // Platforms take the full-width forms for the signs themselves.
      .replace(/[@#$\uff20\uff03\uff04]|[:<](?=\S)/g, `$&${WORD_JOINER}`)
      .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, `.${WORD_JOINER}`)
  );
}

/**
 * Like `inertPlain`, for Slack, which acts on what stands between `<` and `>`:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function inertSlack(text: string): string {
  return inertPlain(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Like `inertPlain`, for Discord: the signs of its Markdown show as they are. */
export function inertDiscord(text: string): string {
  return inertPlain(text).replace(/[\\*_~`|<>[\]()]/g, '\\$&');
}
