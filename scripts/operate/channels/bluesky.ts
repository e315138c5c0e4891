import { z } from 'zod';
import type { ChannelSettings } from '../../settings/channels-schema.ts';
import { type Ask, ChannelFailure, type Json, jsonOf, sendsJson } from './ask.ts';
import { type Channel, graphemes, type Post, type PostCard } from './channel.ts';
import type { ChannelType } from './channel-type.ts';
import { recordKey } from './record-key.ts';

const PASSWORD = 'TRACKER_BLUESKY_APP_PASSWORD';
const COLLECTION = 'app.bsky.feed.post';
/** Of a post's text; it may also have at most 3,000 bytes. */
const LONGEST_TEXT = 300;
const MOST_BYTES = 3_000;
/** Of a picture in a link's card, in bytes. */
const LARGEST_PICTURE = 1_000_000;

const session = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() });
const record = z.object({ uri: z.string() });
const failure = z.object({ error: z.string() });
const uploaded = z.object({ blob: z.record(z.string(), z.json()) });

/** An account on Bluesky: https://docs.bsky.app/docs/advanced-guides/posts */
export const bluesky: ChannelType = {
  kind: 'bluesky',
  description:
    'An account on Bluesky. The key of a post’s record follows from its date, so the server knows whether it is there.',
  secrets: [PASSWORD],
  open: ({ bluesky: own }, secrets) =>
    own === null ? null : accountOf(own, secrets[PASSWORD] ?? ''),
};

function accountOf(
  { server, handle }: NonNullable<ChannelSettings['bluesky']>,
  password: string,
): Channel {
  const rpc = (name: string) => `${server}/xrpc/${name}`;
  const signIn = async (ask: Ask) => {
    const call = sendsJson(rpc('com.atproto.server.createSession'), {
      identifier: handle,
      password,
    });
    const { did, accessJwt } = jsonOf(session, await ask({ ...call, isRepeatable: true }));
    return { did, headers: { authorization: `Bearer ${accessJwt}` } };
  };
  return {
    place: rpc('com.atproto.repo.createRecord'),
    isRepeatable: true,
    showsCard: true,
    limit: async () => {
      const counted = graphemes(LONGEST_TEXT);
      const lengthOf = (text: string) =>
        Buffer.byteLength(text) > MOST_BYTES ? Number.POSITIVE_INFINITY : counted.lengthOf(text);
      return { most: LONGEST_TEXT, lengthOf };
    },
    bodyOf: (post) => bodyOf(post, handle),
    send: async (post, ask) => {
      const { did, headers } = await signIn(ask);
      const query = new URLSearchParams({ repo: did, collection: COLLECTION, rkey: keyOf(post) });
      const look = async () => {
        const address = `${rpc('com.atproto.repo.getRecord')}?${query}`;
        const call = { address, method: 'GET' as const, headers, isRepeatable: true };
        const answer = await ask({ ...call, accept: [400] });
        if (answer.status !== 400) return jsonOf(record, answer).uri;
        const { error } = jsonOf(failure, answer);
        if (error === 'RecordNotFound') return undefined;
        throw new ChannelFailure('status-400', `${new URL(server).host} answers with ${error}`);
      };
      const known = await look();
      if (known !== undefined) return known;
      const thumb = post.card && (await upload(rpc, post.card, headers, ask));
      const call = sendsJson(
        rpc('com.atproto.repo.createRecord'),
        bodyOf(post, did, thumb),
        headers,
      );
      try {
        // A second creation under the same key is refused, often with 500.
        return jsonOf(record, await ask({ ...call, isRepeatable: false })).uri;
      } catch (error) {
        const made = error instanceof ChannelFailure ? await look() : undefined;
        if (made !== undefined) return made;
        throw error;
      }
    },
    check: async (ask) => {
      const { did } = await signIn(ask);
      return { kind: 'works', as: `@${handle} (${did})` };
    },
    drill: async ({ text, sentAt }, ask) => {
      const { did, headers } = await signIn(ask);
      const value = { $type: COLLECTION, text, createdAt: sentAt };
      const make = { repo: did, collection: COLLECTION, record: value };
      const call = sendsJson(rpc('com.atproto.repo.createRecord'), make, headers);
      const { uri } = jsonOf(record, await ask({ ...call, isRepeatable: false }));
      const rkey = uri.split('/').at(-1) ?? '';
      const remove = { repo: did, collection: COLLECTION, rkey };
      const away = sendsJson(rpc('com.atproto.repo.deleteRecord'), remove, headers);
      await ask({ ...away, isRepeatable: true });
      return `record ${rkey} was made and removed`;
    },
  };
}

function keyOf({ id, dueSince }: Post): string {
  return recordKey(id, dueSince);
}

/** @param thumb the uploaded card; null: the link's card has no picture */
function bodyOf(post: Post, repo: string, thumb: Json = null): Json {
  const { text, language, sentAt, model, card } = post;
  const { link, headline, district } = model;
  const external = {
    uri: link,
    title: headline,
    description: card?.alt ?? district,
    ...(thumb === null ? {} : { thumb }),
  };
  return {
    repo,
    collection: COLLECTION,
    rkey: keyOf(post),
    record: {
      $type: COLLECTION,
      text,
      createdAt: sentAt,
      langs: [language],
      ...(link === ''
        ? {}
        : {
            facets: [facet(text, link)],
            embed: { $type: 'app.bsky.embed.external', external },
          }),
    },
  };
}

/** Where the link is in the text, in bytes of UTF-8: https://docs.bsky.app/docs/advanced-guides/post-richtext */
function facet(text: string, link: string): Json {
  const byteStart = Buffer.byteLength(text.slice(0, text.lastIndexOf(link)));
  return {
    index: { byteStart, byteEnd: byteStart + Buffer.byteLength(link) },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
  };
}

/** @returns the blob as a record names it; null if the server does not take it */
async function upload(
  rpc: (name: string) => string,
  card: PostCard,
  headers: Readonly<Record<string, string>>,
  ask: Ask,
): Promise<Json> {
  const body = await card.png();
  if (body.byteLength > LARGEST_PICTURE) return null;
  try {
    const answer = await ask({
      address: rpc('com.atproto.repo.uploadBlob'),
      method: 'POST',
      headers: { ...headers, 'content-type': 'image/png' },
      body,
      isRepeatable: true,
    });
    return jsonOf(uploaded, answer).blob;
  } catch (error) {
    if (error instanceof ChannelFailure) return null;
    throw error;
  }
}
