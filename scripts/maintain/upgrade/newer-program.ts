import { z } from 'zod';
import { type Git, GitFailure } from '../../github/git.ts';

/** How the original's program compares with this copy's. */
export interface NewerProgram {
  /** The original's newest commit. It has been fetched. */
  readonly newest: string;
  /** The original's commit that this copy has the program of; undefined: it cannot be found. */
  readonly base: string | undefined;
  /** Number of commits since then that change the program; 0: this copy has the newest. */
  readonly behind: number;
}

/** All but the data, which belong to whoever publishes them. */
const PROGRAM = ['--', '.', ':(exclude)data'];

/**
 * Fetches the original's newest commit and finds out which of its commits this copy's program is.
 * A fork, and a copy that has been upgraded before, share that commit with the original. A copy made
 * from a template shares none: it begins with one commit that holds all files of the original's.
 *
 * @param git in the copy's checkout
 * @param from address of the original
 * @throws GitFailure if it cannot be fetched
 */
export async function findNewerProgram(git: Git, from: string): Promise<NewerProgram> {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    await git('fetch', '--quiet', '--unshallow', 'origin');
  }
  await git('fetch', '--quiet', '--no-tags', from, 'HEAD');
  const newest = await git('rev-parse', 'FETCH_HEAD');
  const base = (await sharedCommit(git, newest)) ?? (await commitOfTemplate(git, newest));
  return { newest, base, behind: base === undefined ? 0 : await count(git, base, newest) };
}

/** The program's version at a commit, as its `package.json` has it. */
export async function versionAt(git: Git, commit: string): Promise<string> {
  const text = await git('show', `${commit}:package.json`);
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function sharedCommit(git: Git, newest: string): Promise<string | undefined> {
  try {
    return (await git('merge-base', 'HEAD', newest)) || undefined;
  } catch (error) {
    // It fails without a word where there is none.
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

async function commitOfTemplate(git: Git, newest: string): Promise<string | undefined> {
  const roots = (await git('log', '--max-parents=0', '--format=%T', 'HEAD')).split('\n');
  const commits = (await git('log', '--format=%H %T', newest)).split('\n');
  return commits.find((line) => roots.includes(line.split(' ')[1] ?? ''))?.split(' ')[0];
}

async function count(git: Git, base: string, newest: string): Promise<number> {
  return Number(await git('rev-list', '--count', '--no-merges', `${base}..${newest}`, ...PROGRAM));
}
