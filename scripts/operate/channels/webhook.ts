import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type Instant, millisecondsOf } from '../../domain/time.ts';
import { type Json, sendsJson } from './ask.ts';
import { graphemes, type Post } from './channel.ts';
import { type ChannelType, placeOf } from './channel-type.ts';

const URL_NAME = 'TRACKER_WEBHOOK_URL';
const SECRET_NAME = 'TRACKER_WEBHOOK_SECRET';
const LONGEST_TEXT = 2_000;

/**
 * Signed JSON for a program of one's own, by the Standard Webhooks specification 1.0.0:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhook: ChannelType = {
  kind: 'webhook',
  description:
    'Signed JSON (Standard Webhooks). Sent again until it is answered; the receiver knows a repetition by its `webhook-id`.',
  secrets: [URL_NAME, SECRET_NAME],
  open: ({ webhook: own }, secrets) => {
    if (own === null) return null;
    const address = secrets[URL_NAME] ?? '';
    const sign = signer(secrets[SECRET_NAME] ?? '');
    return {
      place: placeOf(address, URL_NAME),
      isRepeatable: true,
      showsCard: false,
      limit: async () => graphemes(LONGEST_TEXT),
      bodyOf,
      send: async (post, ask) => {
        const call = sendsJson(address, bodyOf(post));
        const signed = sign(messageId(post.id), post.sentAt, String(call.body));
        await ask({ ...call, headers: { ...call.headers, ...signed }, isRepeatable: true });
        return messageId(post.id);
      },
      check: async () => ({
        kind: 'not-checkable',
        why: 'a request would be taken for news',
      }),
      drill: null,
    };
  },
};

function bodyOf({ update, sentAt, text, language, model, facts, card }: Post): Json {
  return {
    type: update === null ? 'tracker.date' : 'tracker.update',
    timestamp: sentAt,
    data: {
      ...facts,
      language,
      text,
      url: model.link || null,
      card: card?.url ? { url: card.url, alt: card.alt } : null,
    },
  };
}

/** The same for every try, so that the receiver can tell a repetition; it may hold no full stop. */
function messageId(id: string): string {
  return `msg_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** @param secret `whsec_` with Base64, as the specification writes it, or any other text */
function signer(secret: string) {
  return (id: string, at: Instant, body: string): Readonly<Record<string, string>> => {
    const seconds = Math.floor(millisecondsOf(at) / 1000);
    const key = secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(secret, { format: 'raw' });
    return {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': key.sign(id, new Date(seconds * 1000), body),
    };
  };
}
