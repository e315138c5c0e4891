import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { AS_BOT, type Git } from '../../github/git.ts';

const UPDATE_FILE = `.github/workflows/${UPDATE_WORKFLOW}`;
/** What the program keeps in `data/` for itself: everything else there belongs to the copy. */
const PROGRAMS = /^data\/(sample(-[a-z-]+)?\/|district\.schema\.json$)/;

/** Whether a file belongs to a copy and not to the program: its settings and its ledger. */
export function isOwnFile(path: string): boolean {
  return path.startsWith('data/') && !PROGRAMS.test(path);
}

/** From `schedule:` below `on:` to the next key of the same depth. */
const SCHEDULE = /^( +)schedule:\n(?:(?:\1 .*| *)\n)*/m;

/**
 * A workflow's text with the schedule of another version of it: cron lines, time zones, and the
 * comments among them. A version without a schedule changes nothing.
 */
export function withScheduleOf(own: string, text: string): string {
  const [schedule] = SCHEDULE.exec(own) ?? [];
  return schedule === undefined ? text : text.replace(SCHEDULE, () => schedule);
}

/**
 * A commit like another one, but with the copy's own files and schedule. If both sides of a merge
 * and their base are made alike, no own part can change or conflict.
 *
 * @param git in the copy's checkout, whose head has the own parts
 * @param commit must be there already
 * @returns the id of a commit without parents, to which no branch points
 */
export async function commitWithOwnParts(git: Git, commit: string): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-upgrade-'));
  try {
    const index = git.with({ GIT_INDEX_FILE: join(scratch, 'index') });
    await index('read-tree', commit);
    for (const { path } of await ownFiles(git, commit)) {
      await index('update-index', '--force-remove', '--', path);
    }
    for (const { mode, blob, path } of await ownFiles(git, 'HEAD')) {
      await index('update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`);
    }
    const [own, text] = [await fileAt(git, 'HEAD'), await fileAt(git, commit)];
    if (own !== undefined && text !== undefined) {
      await writeFile(join(scratch, 'workflow'), withScheduleOf(own, text));
      const file = join(scratch, 'workflow');
      const blob = await git('hash-object', '-w', '--no-filters', file);
      await index('update-index', '--add', '--cacheinfo', `100644,${blob},${UPDATE_FILE}`);
    }
    const tree = await index('write-tree');
    return await git(...AS_BOT, 'commit-tree', tree, '-m', `The program of ${commit}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function ownFiles(git: Git, commit: string) {
  const listed = await git('ls-tree', '-r', '-z', commit, '--', 'data/');
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', blob = '', path = ''] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
    return isOwnFile(path) ? [{ mode, blob, path }] : [];
  });
}

/** The update workflow's text at a commit; undefined: it has none there. */
async function fileAt(git: Git, commit: string): Promise<string | undefined> {
  if ((await git('ls-tree', commit, '--', UPDATE_FILE)) === '') return undefined;
  // `Git` trims its output, but the file ends in a line break.
  return `${await git('show', `${commit}:${UPDATE_FILE}`)}\n`;
}
