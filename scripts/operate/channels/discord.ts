import { z } from 'zod';
import { type Json, jsonOf, sendsJson } from './ask.ts';
import { graphemes, type Post } from './channel.ts';
import { type ChannelType, placeOf } from './channel-type.ts';

const URL_NAME = 'TRACKER_DISCORD_WEBHOOK_URL';
const LONGEST_TEXT = 2_000;

const message = z.object({ id: z.string() });
const self = z.object({ id: z.string(), name: z.string().nullish() });

/** An execution of a webhook: https://docs.discord.com/developers/resources/webhook#execute-webhook */
export const discord: ChannelType = {
  kind: 'discord',
  description: 'A channel of Discord, by a webhook. Posted at most once.',
  secrets: [URL_NAME],
  open: ({ discord: own }, secrets) => {
    if (own === null) return null;
    const address = secrets[URL_NAME] ?? '';
    const post = (body: Json) =>
      // With `wait`, Discord answers once the message is there, and with its id.
      ({ ...sendsJson(`${address}?wait=true`, body), isRepeatable: false });
    return {
      place: placeOf(address, URL_NAME),
      isRepeatable: false,
      showsCard: false,
      limit: async () => ({ ...graphemes(LONGEST_TEXT), lengthOf: (text) => text.length }),
      bodyOf,
      send: async (news, ask) => {
        const answer = await ask(post(bodyOf(news)));
        return jsonOf(message, answer).id;
      },
      check: async (ask) => {
        const answer = await ask({ address, method: 'GET', headers: {}, isRepeatable: true });
        const { name, id } = jsonOf(self, answer);
        return { kind: 'works', as: `the webhook “${name ?? id}”` };
      },
      drill: async ({ text }, ask) => {
        const { id } = jsonOf(message, await ask(post(contentOf(text))));
        await ask({
          address: `${address}/messages/${id}`,
          method: 'DELETE',
          headers: {},
          isRepeatable: true,
        });
        return `message ${id} was posted and removed`;
      },
    };
  },
};

function bodyOf({ text }: Post): Json {
  return contentOf(text);
}

/** Nobody is mentioned, whatever the text holds. */
function contentOf(content: string): Json {
  return { content, allowed_mentions: { parse: [] } };
}
