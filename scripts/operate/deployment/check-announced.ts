import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServedBuild } from '../../domain/build-stamp.ts';
import type { Finding } from '../../domain/finding.ts';
import { refuseUsage } from '../../domain/refusal.ts';
import { listed } from '../../domain/shortened.ts';
import { type Git, GitFailure } from '../../github/git.ts';
import {
  type AnnouncedDifference,
  announcedDifferences,
  DATED_FILES,
} from '../../ledger/announced-lines.ts';

const LINES_NAMED = 10;

/**
 * Refuses a ledger that changes announced days: its lines up to the served build's `closed_through`
 * must equal those of the commit that build was made from.
 *
 * @param served the build that the public address serves; undefined: it serves none of this tracker
 * @param git in the data folder; must be able to fetch
 * @returns a warning if the comparison was not possible
 * @throws Refusal (exit 2) that names the lines and says how to undo the change
 */
export async function checkAnnounced(
  dataDir: string,
  served: ServedBuild | undefined,
  git: Git,
): Promise<readonly Finding[]> {
  if (!served?.commit || !served.closed_through) return [];
  if (served.commit === (await git('rev-parse', 'HEAD'))) return [];
  const announced = await textsAt(git, served.commit);
  if (announced === undefined) return [notCompared(served.commit)];
  const changed = announcedDifferences(announced, await textsIn(dataDir), served.closed_through);
  if (changed.length > 0) throw refusal(changed, served.closed_through);
  return [];
}

/** The dated files of a data folder by name; one that does not exist is empty. */
async function textsIn(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of DATED_FILES) {
    texts.set(name, await readFile(join(dataDir, name), 'utf8').catch(() => ''));
  }
  return texts;
}

/** As `textsIn`, at a commit; undefined: the repository no longer has that commit. */
async function textsAt(git: Git, commit: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    // The runner's clone is shallow, so the served commit must be fetched.
    await git('fetch', '--quiet', '--depth=1', 'origin', commit);
  } catch (error) {
    if (error instanceof GitFailure && /not our ref|unadvertised/.test(error.message))
      return undefined;
    throw error;
  }
  const texts = new Map<string, string>();
  const there = (await git('ls-tree', '-z', '--name-only', commit)).split('\0');
  for (const name of DATED_FILES.filter((file) => there.includes(file))) {
    texts.set(name, await git('show', `${commit}:./${name}`));
  }
  return texts;
}

function refusal(changed: readonly AnnouncedDifference[], closedThrough: string) {
  const lines = changed.map(
    ({ file, line, kind, text }) => `  ${kind}: data/${file}, line ${line}: ${text}`,
  );
  const [first] = changed;
  return refuseUsage(
    'announced-day-changed',
    `Days up to ${closedThrough} were announced, but their lines have changed since:\n${listed(lines, LINES_NAMED, { by: '\n', last: '\n  and ' })}`,
    'Nothing was read or deployed. `git revert` the commit that changed them, and the next run records the same figures under its own date; a notice about an earlier date is a new last line of data/notices.csv, noticed now. To publish a different history on purpose, start the workflow Deploy by hand with "restate".',
    { file: first && `data/${first.file}`, line: first?.line, value: first?.text },
  );
}

function notCompared(commit: string): Finding {
  return {
    level: 'warning',
    code: 'served-commit-gone',
    message: `The site was built from ${commit}, which this repository does not have: announced days could not be compared`,
    tip: 'This happens after history was rewritten. The next deployment resolves it.',
  };
}
