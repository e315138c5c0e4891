import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where GitHub looks for the file, in this order. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
const OWNER = /^@[A-Za-z0-9-]+(\/[A-Za-z0-9._-]+)?$/;

/**
 * Who owns the ledger.
 *
 * @param root the repository's root folder
 * @returns `@name` or `@organisation/team`; empty without a CODEOWNERS file
 */
export async function codeOwners(root: string): Promise<readonly string[]> {
  for (const place of PLACES) {
    const text = await readFile(join(root, place), 'utf8').catch(() => undefined);
    if (text !== undefined) return ownersOfData(text);
  }
  return [];
}

/**
 * The owners of the data folder in the text of a CODEOWNERS file. As on GitHub, the last line that
 * matches the folder counts.
 */
export function ownersOfData(text: string): readonly string[] {
  const rules = text.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  const last = rules.findLast(([pattern = '']) => /^(\*|\*\*|\/?data\/?(\*\*?)?)$/.test(pattern));
  return (last ?? []).filter((word) => OWNER.test(word));
}
