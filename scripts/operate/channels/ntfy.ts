import { z } from 'zod';
import { ChannelFailure, type Json, jsonOf, sendsJson } from './ask.ts';
import type { Post } from './channel.ts';
import { type ChannelType, placeOf } from './channel-type.ts';

const URL_NAME = 'TRACKER_NTFY_TOPIC_URL';
const TOKEN_NAME = 'TRACKER_NTFY_TOKEN';
/** Of a message in bytes; a longer one is sent as an attached file. */
const LONGEST_TEXT = 4_096;

const published = z.object({ id: z.string() });
const access = z.object({ success: z.boolean() });

/** A topic of ntfy.sh or of one's own server: https://docs.ntfy.sh/publish/#publish-as-json */
export const ntfy: ChannelType = {
  kind: 'ntfy',
  description: 'A topic of ntfy, for notifications on phones. Posted at most once.',
  secrets: [URL_NAME],
  optionalSecrets: [TOKEN_NAME],
  open: ({ ntfy: own }, secrets) => {
    if (own === null) return null;
    const address = secrets[URL_NAME] ?? '';
    const { server, topic } = partsOf(address);
    const token = secrets[TOKEN_NAME] ?? '';
    const headers: Record<string, string> =
      token === '' ? {} : { authorization: `Bearer ${token}` };
    return {
      place: placeOf(address, URL_NAME),
      isRepeatable: false,
      showsCard: false,
      limit: async () => ({
        most: LONGEST_TEXT,
        lengthOf: (text) => Buffer.byteLength(text),
      }),
      bodyOf: (post) => bodyOf(post, '…'),
      send: async (post, ask) => {
        if (topic === '') throw new ChannelFailure('address', `${URL_NAME} names no topic`);
        const call = sendsJson(server, bodyOf(post, topic), headers);
        return jsonOf(published, await ask({ ...call, isRepeatable: false })).id;
      },
      check: async (ask) => {
        const call = { address: `${address}/auth`, method: 'GET' as const, headers };
        const { success } = jsonOf(access, await ask({ ...call, isRepeatable: true }));
        if (!success) throw new ChannelFailure('access', 'The topic is not open to this token');
        return { kind: 'works', as: 'a topic that may be read' };
      },
      drill: null,
    };
  },
};

/** @param topic is as good as a password, so it is shown only to the server */
function bodyOf({ text, card, model: { link } }: Post, topic: string): Json {
  const [title = '', ...rest] = text.split('\n');
  return {
    topic,
    title,
    message: rest.join('\n') || title,
    ...(link === '' ? {} : { click: link }),
    ...(card?.url ? { attach: card.url } : {}),
  };
}

function partsOf(address: string): { readonly server: string; readonly topic: string } {
  if (!URL.canParse(address)) return { server: '', topic: '' };
  const url = new URL(address);
  const topic = url.pathname.replace(/^\/|\/$/g, '');
  return { server: `${url.origin}/`, topic: topic.includes('/') ? '' : topic };
}
