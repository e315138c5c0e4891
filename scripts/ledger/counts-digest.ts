import { createHash } from 'node:crypto';

/**
 * A digest of the counts that a source shows, regardless of their order, the schools' names and the
 * source's format: the SHA-256 of the sorted `school_id,count` list.
 *
 * @returns 64 hexadecimal digits
 */
export function countsDigest(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].map(([id, count]) => `${id},${count}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
