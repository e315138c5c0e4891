import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { z } from 'zod';
import { type Ask, ChannelFailure, type Json, jsonOf, sendsJson } from './ask.ts';
import type { Channel, Post } from './channel.ts';
import type { ChannelType, Secrets } from './channel-type.ts';
import { WEIGHTED } from './weighted-length.ts';

const KEY = 'TRACKER_X_API_KEY';
const KEY_SECRET = 'TRACKER_X_API_SECRET';
const TOKEN = 'TRACKER_X_ACCESS_TOKEN';
const TOKEN_SECRET = 'TRACKER_X_ACCESS_SECRET';
const LONGEST_ALT = 1_000;

const created = z.object({ data: z.object({ id: z.string() }) });
const me = z.object({ data: z.object({ username: z.string() }) });

/** An account on X, by API v2 in the context of its user: https://docs.x.com/x-api/posts/create-post */
export const x: ChannelType = {
  kind: 'x',
  description:
    'An account on X. Posted at most once; where a try went through although it failed, X refuses the repetition, and that counts as posted.',
  secrets: [KEY, KEY_SECRET, TOKEN, TOKEN_SECRET],
  open: ({ x: own }, secrets) => (own === null ? null : accountAt(own.server, secrets)),
};

function accountAt(server: string, secrets: Secrets): Channel {
  const sign = signer(secrets);
  const post = async (text: Json, ask: Ask, accept: readonly number[]) => {
    const address = `${server}/2/tweets`;
    const call = sendsJson(address, text, sign('POST', address));
    return ask({ ...call, isRepeatable: false, accept });
  };
  return {
    place: `${server}/2/tweets`,
    isRepeatable: false,
    showsCard: true,
    limit: async () => WEIGHTED,
    bodyOf,
    send: async (news, ask) => {
      const media = await upload(server, news, sign, ask);
      const answer = await post(bodyOf(news, media), ask, [403]);
      if (answer.status !== 403) return jsonOf(created, answer).data.id;
      if (isDuplicate(answer.body)) return null;
      throw new ChannelFailure(
        'status-403',
        'X does not allow this app to post: it needs the permission to read and write',
      );
    },
    check: async (ask) => {
      const address = `${server}/2/users/me`;
      const headers = sign('GET', address);
      const answer = await ask({ address, method: 'GET', headers, isRepeatable: true });
      return { kind: 'works', as: `@${jsonOf(me, answer).data.username}` };
    },
    drill: async ({ text }, ask) => {
      const { id } = jsonOf(created, await post({ text }, ask, [])).data;
      const address = `${server}/2/tweets/${id}`;
      const headers = sign('DELETE', address);
      await ask({ address, method: 'DELETE', headers, isRepeatable: true });
      return `post ${id} was made and removed`;
    },
  };
}

/** @param media id of the uploaded card; undefined: none, and X shows that of the linked page */
function bodyOf({ text }: Post, media?: string): Json {
  return { text, ...(media === undefined ? {} : { media: { media_ids: [media] } }) };
}

/**
 * Uploads the card with its alternative text: https://docs.x.com/x-api/media/upload-media
 *
 * @returns its id; undefined if there is none or X does not take it: the post goes without
 */
async function upload(
  server: string,
  { card }: Post,
  sign: ReturnType<typeof signer>,
  ask: Ask,
): Promise<string | undefined> {
  if (card === null) return undefined;
  try {
    const form = new FormData();
    form.set(
      'media',
      new Blob([Uint8Array.from(await card.png())], { type: 'image/png' }),
      'card.png',
    );
    form.set('media_category', 'tweet_image');
    const encoded = new Response(form);
    const address = `${server}/2/media/upload`;
    const headers = {
      ...sign('POST', address),
      'content-type': encoded.headers.get('content-type') ?? '',
    };
    const body = new Uint8Array(await encoded.arrayBuffer());
    const answer = await ask({ address, method: 'POST', headers, body, isRepeatable: true });
    const { id } = jsonOf(created, answer).data;
    const metadata = `${server}/2/media/metadata`;
    const alt = { id, metadata: { alt_text: { text: card.alt.slice(0, LONGEST_ALT) } } };
    await ask({
      ...sendsJson(metadata, alt, sign('POST', metadata)),
      isRepeatable: true,
    });
    return id;
  } catch (error) {
    if (error instanceof ChannelFailure) return undefined;
    throw error;
  }
}

/** X refuses what the account posted lately in the same words. */
function isDuplicate(body: Uint8Array): boolean {
  return /duplicate content|status is a duplicate/i.test(Buffer.from(body).toString('utf8'));
}

/** OAuth 1.0a (RFC 5849) with HMAC-SHA1. Bodies of JSON and forms with files are not signed. */
function signer(secrets: Secrets) {
  const oauth = new OAuth({
    consumer: { key: secrets[KEY] ?? '', secret: secrets[KEY_SECRET] ?? '' },
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  const token = { key: secrets[TOKEN] ?? '', secret: secrets[TOKEN_SECRET] ?? '' };
  return (method: 'GET' | 'POST' | 'DELETE', url: string): Readonly<Record<string, string>> => ({
    authorization: oauth.toHeader(oauth.authorize({ url, method }, token)).Authorization,
  });
}
