import { createHash } from 'node:crypto';

/**
 * What the source counts, whatever the order, names and format it shows it in: SHA-256 of the
 * sorted `school_id,count` list.
 *
 * @returns 64 hexadecimal digits
 */
export function countsDigest(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].map(([id, count]) => `${id},${count}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}
