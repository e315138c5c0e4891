import { execFileSync } from 'node:child_process';

/** A bare git repository on this machine, as GitHub would hold it. */
export interface BareRemote {
  readonly path: string;
  /** Runs git in it; the output, trimmed. Throws where git does. */
  git(...args: readonly string[]): string;
  /** The commit that a branch, tag or revision means, if there is one. */
  commitOf(revision: string): string | undefined;
  /** A file's text at a revision, if it is there. */
  file(revision: string, path: string): string | undefined;
  /** Names directly below a folder, at a revision. */
  list(revision: string, folder: string): readonly string[];
}

const PERSON = ['-c', 'user.name=A person', '-c', 'user.email=person@example.org'];

/** @param now the clock of the commits that are made in it (ISO 8601) */
export function bareRemote(path: string, now: () => string): BareRemote {
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...PERSON, ...args], {
      cwd: path,
      env: { ...process.env, GIT_AUTHOR_DATE: now(), GIT_COMMITTER_DATE: now() },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64_000_000,
    }).trimEnd();
  const orUndefined = (...args: readonly string[]) => {
    try {
      return git(...args);
    } catch {
      return undefined;
    }
  };
  return {
    path,
    git,
    commitOf: (revision) => orUndefined('rev-parse', '--verify', '--quiet', `${revision}^{commit}`),
    file: (revision, name) => orUndefined('show', `${revision}:${name}`),
    list: (revision, folder) =>
      (orUndefined('ls-tree', '--name-only', revision, `${folder}/`) ?? '')
        .split('\n')
        .filter(Boolean)
        .map((name) => name.slice(folder.length + 1)),
  };
}
