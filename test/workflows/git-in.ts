import { execFileSync } from 'node:child_process';

/** When the project was set up. */
const BEGINNING = '2021-03-01T00:00:00Z';

/** Runs git in a folder. @param now the clock of the commits that are made in it (ISO 8601) */
export function gitIn(folder: string, now = BEGINNING) {
  const env = { ...process.env, GIT_AUTHOR_DATE: now, GIT_COMMITTER_DATE: now };
  return (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
}

/** What makes a commit a person's. */
export const AS_PERSON = ['-c', 'user.name=A person', '-c', 'user.email=person@example.org'];

/** Commits everything in a checkout as a person. */
export function commitAll(folder: string, message: string, now = BEGINNING): void {
  const git = gitIn(folder, now);
  git('add', '--all');
  git(...AS_PERSON, 'commit', '--quiet', '--allow-empty', '-m', message);
}
