import type { Ledger, PostLine } from '../../ledger/model.ts';
import { type FileChanges, ledgerChanges, writeChanges } from '../../ledger/store.ts';
import { boundsOf, type World } from '../../update/world.ts';

/** The ledger with further lines about posts, and the files that change. */
export function withPosts(
  world: World,
  lines: readonly PostLine[],
): { readonly ledger: Ledger; readonly files: FileChanges } {
  const ledger = { ...world.ledger, posts: [...world.ledger.posts, ...lines] };
  return { ledger, files: ledgerChanges(world.texts, world.ledger, ledger) };
}

/** Writes lines about posts into a data folder, for a person who commits them. */
export function rememberIn(opened: World): (lines: readonly PostLine[]) => Promise<void> {
  let world = opened;
  return async (lines) => {
    const { ledger, files } = withPosts(world, lines);
    await writeChanges(world.dataDir, files, ledger, boundsOf(world));
    const texts = new Map(world.texts);
    for (const [name, text] of files) if (text !== null) texts.set(name, text);
    world = { ...world, ledger, texts };
  };
}
