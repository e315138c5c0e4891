import { type Json, sendsJson } from './ask.ts';
import { type Channel, graphemes, type Post } from './channel.ts';
import { placeOf } from './channel-type.ts';

/**
 * What is common to addresses that take a message and answer nothing by which it could be found
 * again, so that each post is sent at most once.
 *
 * @param variable the name under which the address is kept as a secret
 * @param longest graphemes that a message may have
 */
export function incomingWebhook(
  address: string,
  variable: string,
  longest: number,
  bodyOf: (post: Post) => Json,
): Omit<Channel, 'check'> {
  return {
    place: placeOf(address, variable),
    isRepeatable: false,
    showsCard: false,
    limit: async () => graphemes(longest),
    bodyOf,
    send: async (post, ask) => {
      await ask({ ...sendsJson(address, bodyOf(post)), isRepeatable: false });
      return null;
    },
    drill: null,
  };
}
