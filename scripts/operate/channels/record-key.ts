import { createHash } from 'node:crypto';
import { type Instant, millisecondsOf } from '../../domain/time.ts';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const CLOCK_BITS = 10n;
const LENGTH = 13;

/**
 * The record key of a post on Bluesky, which must be a TID: 53 bits of microseconds, then 10 bits that
 * tell clocks apart, in a Base32 that sorts (https://atproto.com/specs/tid). It follows from the post,
 * so a post that is made again has the same key.
 *
 * @param id of the post
 * @param since when it could first have been made
 */
export function recordKey(id: string, since: Instant): string {
  const clock = createHash('sha256').update(id).digest().readUInt16BE() % 1024;
  const micros = BigInt(millisecondsOf(since)) * 1000n;
  let rest = (micros << CLOCK_BITS) | BigInt(clock);
  let key = '';
  for (let place = 0; place < LENGTH; place += 1) {
    key = `${ALPHABET[Number(rest & 31n)]}${key}`;
    rest >>= 5n;
  }
  return key;
}
