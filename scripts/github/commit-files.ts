import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { AS_BOT, type Git } from './git.ts';

/** A commit to make. */
export interface CommitPlan {
  /** Its parent commit. */
  readonly parent: string;
  /** The folder that holds the files, relative to the repository's root. */
  readonly folder: string;
  /** Files that change, by their names in the folder; null removes one. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly message: string;
}

/**
 * Commits files as the bot without a checkout of them: no branch points to the commit yet, and the
 * work tree stays as it is.
 *
 * @returns the new commit's id
 * @throws GitFailure with git's own reason
 */
export async function commitFiles(git: Git, plan: CommitPlan): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-commit-'));
  try {
    const ownIndex = git.with({ GIT_INDEX_FILE: join(scratch, 'index') });
    await ownIndex('read-tree', plan.parent);
    for (const [name, text] of plan.files) {
      const path = posix.join(plan.folder, name);
      if (text === null) {
        await ownIndex('rm', '--quiet', '--cached', '--ignore-unmatch', '--', path);
      } else {
        await writeFile(join(scratch, 'blob'), text);
        const blob = await git('hash-object', '-w', '--no-filters', join(scratch, 'blob'));
        await ownIndex('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
      }
    }
    const tree = await ownIndex('write-tree');
    return await git(...AS_BOT, 'commit-tree', tree, '-p', plan.parent, '-m', plan.message);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
