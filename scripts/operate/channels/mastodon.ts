import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChannelSettings } from '../../settings/channels-schema.ts';
import { type Ask, ChannelFailure, type Json, jsonOf, sendsJson } from './ask.ts';
import { type Channel, graphemes, type Post, type PostCard, type TextLimit } from './channel.ts';
import type { ChannelType } from './channel-type.ts';

const TOKEN = 'TRACKER_MASTODON_TOKEN';
/** Where the server does not say otherwise. */
const USUAL_LENGTH = 500;
const USUAL_LINK = 23;
const LONGEST_ALT = 1_500;
const POSTS_LOOKED_AT = 40;
const LOOKS_AT_MEDIA = 5;

const instance = z.object({
  configuration: z.object({
    statuses: z.object({
      max_characters: z.number().int().positive(),
      characters_reserved_per_url: z.number().int().positive().default(USUAL_LINK),
    }),
  }),
});
const account = z.object({ id: z.string(), acct: z.string() });
const status = z.object({ id: z.string(), url: z.string().nullish() });
const statuses = z.array(status.extend({ content: z.string() }));
const media = z.object({ id: z.string() });

/** An account on a server of Mastodon: https://docs.joinmastodon.org/methods/statuses/#create */
export const mastodon: ChannelType = {
  kind: 'mastodon',
  description:
    'An account on Mastodon. Its latest posts are looked at first, and an `Idempotency-Key`, which the server keeps for an hour, covers tries in quick succession.',
  secrets: [TOKEN],
  open: ({ mastodon: own }, secrets) =>
    own === null ? null : accountOf(own, secrets[TOKEN] ?? ''),
};

function accountOf(
  { server, visibility }: NonNullable<ChannelSettings['mastodon']>,
  token: string,
): Channel {
  const authorization = { authorization: `Bearer ${token}` };
  const get = (path: string, ask: Ask, accept: readonly number[] = []) =>
    ask({
      address: `${server}${path}`,
      method: 'GET',
      headers: authorization,
      isRepeatable: true,
      accept,
    });
  const self = async (ask: Ask) =>
    jsonOf(account, await get('/api/v1/accounts/verify_credentials', ask));
  const post = async (body: Json, key: string, ask: Ask) => {
    const headers = { ...authorization, 'idempotency-key': key };
    const call = sendsJson(`${server}/api/v1/statuses`, body, headers);
    return jsonOf(status, await ask({ ...call, isRepeatable: true }));
  };
  return {
    place: `${server}/api/v1/statuses`,
    isRepeatable: true,
    showsCard: true,
    limit: async (ask) => limitOf(await get('/api/v2/instance', ask, [404])),
    bodyOf: (news) => bodyOf(news, visibility),
    send: async (news, ask) => {
      const { id } = await self(ask);
      const path = `/api/v1/accounts/${encodeURIComponent(id)}/statuses`;
      const latest = await get(`${path}?limit=${POSTS_LOOKED_AT}&exclude_reblogs=true`, ask);
      const known = jsonOf(statuses, latest).find(({ content }) => shows(content, news));
      if (known) return known.url ?? known.id;
      const card = news.card && (await upload(server, news.card, authorization, ask));
      const made = await post(bodyOf(news, visibility, card), keyOf(news.id), ask);
      return made.url ?? made.id;
    },
    check: async (ask) => ({ kind: 'works', as: `@${(await self(ask)).acct} on ${server}` }),
    drill: async ({ text }, ask) => {
      // Without a mention, a direct post is seen by nobody but the account.
      const body = { status: text, visibility: 'direct' };
      const { id } = await post(body, keyOf(text), ask);
      await ask({
        address: `${server}/api/v1/statuses/${encodeURIComponent(id)}`,
        method: 'DELETE',
        headers: authorization,
        isRepeatable: true,
      });
      return `post ${id} was made, for the account alone, and removed`;
    },
  };
}

function bodyOf({ text, language }: Post, visibility: string, card: string | null = null): Json {
  return {
    status: text,
    visibility,
    language,
    ...(card === null ? {} : { media_ids: [card] }),
  };
}

function limitOf(answer: Awaited<ReturnType<Ask>>): TextLimit {
  const { max_characters: most, characters_reserved_per_url: link } =
    answer.status === 404
      ? { max_characters: USUAL_LENGTH, characters_reserved_per_url: USUAL_LINK }
      : jsonOf(instance, answer).configuration.statuses;
  const counted = graphemes(most);
  return {
    most,
    lengthOf: (text) => counted.lengthOf(text.replace(/https?:\/\/\S+/g, 'x'.repeat(link))),
  };
}

/**
 * Uploads the card: https://docs.joinmastodon.org/methods/media/#v2
 *
 * @returns its id; null if the server does not take it: the post goes without
 */
async function upload(
  server: string,
  card: PostCard,
  authorization: Readonly<Record<string, string>>,
  ask: Ask,
): Promise<string | null> {
  const form = new FormData();
  form.set(
    'file',
    new Blob([Uint8Array.from(await card.png())], { type: 'image/png' }),
    'card.png',
  );
  form.set('description', card.alt.slice(0, LONGEST_ALT));
  const encoded = new Response(form);
  const headers = {
    ...authorization,
    'content-type': encoded.headers.get('content-type') ?? '',
  };
  const body = new Uint8Array(await encoded.arrayBuffer());
  const address = `${server}/api/v2/media`;
  try {
    let answer = await ask({ address, method: 'POST', headers, body, isRepeatable: true });
    const { id } = jsonOf(media, answer);
    // 202: the server is still at work on it; 206 from its own address says the same.
    for (let looks = 0; answer.status === 202 || answer.status === 206; looks += 1) {
      if (looks === LOOKS_AT_MEDIA) return null;
      answer = await ask({
        address: `${server}/api/v1/media/${encodeURIComponent(id)}`,
        method: 'GET',
        headers: authorization,
        isRepeatable: true,
      });
    }
    return id;
  } catch (error) {
    if (error instanceof ChannelFailure) return null;
    throw error;
  }
}

/** Whether a post that the account shows, as HTML, is this one: it links to the same page. */
function shows(content: string, { model: { link, headline } }: Post): boolean {
  if (link !== '') return content.includes(`href="${link.replaceAll('&', '&amp;')}"`);
  const words = content.replace(/<[^>]*>/g, ' ').replaceAll('\u2060', '');
  return words.includes(headline);
}

function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
