import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git command that failed, with git's own words. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** Runs one git command without a shell; resolves to what it prints, trimmed. */
export type Git = (...args: readonly string[]) => Promise<string>;

/** The one door to git. @param dir the checkout */
export function gitIn(dir: string): Git {
  return async (...args) => {
    try {
      const { stdout } = await run('git', [...args], { cwd: dir, maxBuffer: 64_000_000 });
      return stdout.trim();
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      throw new GitFailure(`git ${args[0]} failed: ${said || String(error)}`, { cause: error });
    }
  };
}
