import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../command-line.ts';
import { commitAll, gitIn } from './git-in.ts';
import { kept, projectFiles } from './kept.ts';

/** Of the project, what no run reads; its data are the world's own. */
const LEFT_OUT = /^(test|docs|data)\//;
/** Older than the index, so that git need not read a file to know that it has not changed. */
const BEFORE = new Date('2021-03-01T00:00:00Z');

/**
 * A bare repository that holds this checkout's files, as they are now, with other data: what a
 * fork's `main` holds before its first run.
 *
 * @param data files of `data/` by name
 */
export async function projectRemote(
  path: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  cpSync(await projectWithoutData(), path, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'tracker-setup-'));
  const git = gitIn(work);
  git('clone', '--quiet', path, '.');
  writeFiles(join(work, 'data'), data);
  commitAll(work, 'Set up');
  git('push', '--quiet', 'origin', 'main');
  rmSync(work, { recursive: true });
}

/** A checkout of the project without data, from which one of any later commit is made quickly. */
export function projectCheckout(): Promise<string> {
  return kept('checkout', async (folder) => {
    const git = gitIn(folder);
    const bare = await projectWithoutData();
    git('clone', '--quiet', '--shared', '--no-tags', '--template=', bare, '.');
    git('checkout', '--quiet', '--detach');
    git('branch', '-D', 'main');
    git('remote', 'remove', 'origin');
    // Its files are linked into the checkouts, which changes their inode's time and nothing else.
    git('config', 'core.trustctime', 'false');
    for (const name of git('ls-files').split('\n').filter(Boolean)) {
      utimesSync(join(folder, name), BEFORE, BEFORE);
    }
    git('update-index', '--refresh');
  });
}

/**
 * What GitHub demands of a push by a job's token, which can never have the permission `workflows`:
 * the same workflow files as the default branch has at that moment.
 */
const WORKFLOWS_PERMISSION = `#!/bin/sh
[ "$HARNESS_PUSHES_AS" = token ] || exit 0
case "$3" in *[!0]*) ;; *) exit 0 ;; esac
file=$(git diff --name-only HEAD "$3" -- .github/workflows | head -1)
[ -z "$file" ] && exit 0
echo "refusing to allow a GitHub App to create or update workflow \\\`$file\\\` without \\\`workflows\\\` permission" >&2
exit 1
`;

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function projectWithoutData(): Promise<string> {
  return kept('project.git', (bare) => {
    const work = mkdtempSync(join(tmpdir(), 'tracker-project-'));
    for (const name of projectFiles().filter((each) => !LEFT_OUT.test(each))) {
      cpSync(join(projectFolder, name), join(work, name));
    }
    const git = gitIn(work);
    git('init', '--quiet', '--initial-branch=main');
    commitAll(work, 'The project');
    git('clone', '--quiet', '--bare', '--template=', work, bare);
    gitIn(bare)('config', 'uploadpack.allowAnySHA1InWant', 'true');
    mkdirSync(join(bare, 'hooks'), { recursive: true });
    writeFileSync(join(bare, 'hooks', 'update'), WORKFLOWS_PERMISSION, { mode: 0o755 });
    rmSync(work, { recursive: true });
  });
}
