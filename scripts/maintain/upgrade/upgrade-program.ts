import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuseUsage } from '../../domain/refusal.ts';
import { listed } from '../../domain/shortened.ts';
import { type Git, GitFailure } from '../../github/git.ts';
import { findNewerProgram, versionAt } from './newer-program.ts';
import { commitWithOwnParts } from './own-parts.ts';

/** What bringing a copy up to date needs. */
export interface Upgrade {
  /** In the root of the copy's checkout. */
  readonly git: Git;
  readonly folder: string;
  /** Address of the original. */
  readonly from: string;
  /** The original's commit that this copy has the program of, if it cannot be found. */
  readonly base: string | undefined;
  /** Installs and tests the merged program. @returns whether all is well */
  readonly test: () => Promise<boolean>;
  readonly say: (text: string) => void;
}

const FILES_NAMED = 20;
const BACK = '`git merge --abort` takes it all back.';

/**
 * Merges the original's newer program into a copy and commits the merge. The copy's data, settings
 * and schedule stay as they are: both sides of the merge have them. Nothing is committed before the
 * merged program has passed its tests, and nothing is pushed.
 *
 * @throws Refusal (exit 2) if the checkout has changes of its own, if a person has changed the same
 *   lines of the program (the merge is left to be finished), or if the tests fail
 */
export async function upgradeProgram(upgrade: Upgrade): Promise<void> {
  const { git, from, say, test } = upgrade;
  await refuseChanges(git);
  const found = await findNewerProgram(git, from);
  const { newest } = found;
  const base = upgrade.base ?? found.base;
  if (base === undefined) throw noBase(from);
  if (upgrade.base === undefined && found.behind === 0) {
    return say(`This copy has the newest program of ${from}: ${await versionAt(git, 'HEAD')}.`);
  }
  const before = await versionAt(git, 'HEAD');
  const after = await versionAt(git, newest);
  say(`From ${before} to ${after}, ${newest.slice(0, 10)} of ${from}.`);
  say(await news(git, base, newest));
  const message = `Upgrade the program from ${before} to ${after}\n\nMerges ${newest} of ${from}.\nThe data and the schedule stay as they are.\n`;
  const conflicts = await merge(upgrade, base, newest, message);
  if (conflicts.length > 0) throw conflicting(conflicts);
  if (!(await test())) throw failing();
  await git('commit', '--quiet', '--no-verify', '-m', message);
  say(
    `Committed as ${(await git('rev-parse', 'HEAD')).slice(0, 10)}. Look at it, then \`git push\`.`,
  );
}

async function refuseChanges(git: Git): Promise<void> {
  const changed = await git('status', '--porcelain');
  if (changed === '') return;
  throw refuseUsage(
    'checkout-changed',
    `upgrade: this checkout has changes that are not committed:\n${listed(changed.split('\n'), FILES_NAMED, { by: '\n', last: '\n  and ' })}`,
    'Nothing was fetched or changed. Commit them or put them aside with `git stash --include-untracked`, then start again.',
  );
}

/** Merges into index and work tree, as `git merge --no-commit` leaves it. @returns conflicts */
async function merge(
  { git, folder }: Upgrade,
  base: string,
  newest: string,
  message: string,
): Promise<readonly string[]> {
  const sides = [await commitWithOwnParts(git, base), await commitWithOwnParts(git, newest)];
  const [from = '', to = ''] = sides;
  let failure: GitFailure | undefined;
  try {
    await git('merge-recursive', from, '--', 'HEAD', to);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    failure = error;
  }
  const unmerged = await git('diff', '--name-only', '--diff-filter=U', '-z');
  const conflicts = unmerged.split('\0').filter(Boolean);
  if (failure && conflicts.length === 0) throw failure;
  // Both parents are on record then, so the next upgrade begins where this one ends.
  await writeFile(await gitFile(git, folder, 'MERGE_HEAD'), `${newest}\n`);
  await writeFile(await gitFile(git, folder, 'MERGE_MSG'), message);
  return conflicts;
}

async function gitFile(git: Git, folder: string, name: string): Promise<string> {
  return resolve(folder, await git('rev-parse', '--git-path', name));
}

/** What the changelog says since then; its entries speak to people who upgrade. */
async function news(git: Git, base: string, newest: string): Promise<string> {
  const changes = await git('diff', '--unified=0', base, newest, '--', 'CHANGELOG.md');
  const added = changes.split('\n').flatMap((line) => /^\+(- .*)$/.exec(line)?.[1] ?? []);
  return added.length === 0 ? 'The changelog has nothing new.' : `\n${added.join('\n')}\n`;
}

function noBase(from: string) {
  return refuseUsage(
    'no-base',
    `upgrade: none of ${from}’s commits has the files that this copy began with`,
    'Nothing was changed. Find the commit that this copy was made from in the original’s history, and name it: npm run upgrade -- --base COMMIT',
  );
}

function conflicting(files: readonly string[]) {
  const names = listed(files, FILES_NAMED, { by: '\n  ', last: '\n  and ' });
  return refuseUsage(
    'program-changed',
    `upgrade: these files were changed both here and in the newer program, in the same places:\n  ${names}`,
    `Nothing was committed. Resolve the marked places, run \`npm ci && npm test\`, then \`git add\` and \`git commit\`. ${BACK}`,
    { file: files[0] },
  );
}

function failing() {
  return refuseUsage(
    'tests-failed',
    'upgrade: the merged program does not pass its tests, or cannot build this copy’s site',
    `Nothing was committed. The output above says what fails; once it is solved, \`git commit\` finishes the merge. ${BACK}`,
  );
}
