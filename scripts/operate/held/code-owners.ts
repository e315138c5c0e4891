import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where GitHub looks for the file, in its order. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
const OWNER = /^@[A-Za-z0-9-]+(\/[A-Za-z0-9._-]+)?$/;

/** Who owns the ledger, as `@name` or `@organisation/team`; nobody without a CODEOWNERS file. */
export async function codeOwners(root: string): Promise<readonly string[]> {
  for (const place of PLACES) {
    const text = await readFile(join(root, place), 'utf8').catch(() => undefined);
    if (text !== undefined) return ownersOfData(text);
  }
  return [];
}

/** The owners of the last line that covers the data folder: as on GitHub, the last one counts. */
export function ownersOfData(text: string): readonly string[] {
  const rules = text.split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
  const last = rules.findLast(([pattern = '']) => /^(\*|\*\*|\/?data\/?(\*\*?)?)$/.test(pattern));
  return (last ?? []).filter((word) => OWNER.test(word));
}
