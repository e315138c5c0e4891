import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git command that failed, with git's own words. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/**
 * Whether a push was refused because a workflow file has changed on the default branch since the
 * checkout: then the pushed commit has other workflow files than it, and a workflow's token may not
 * push those. The next run, which begins with the new files, may push again.
 */
export function isOvertaken(error: unknown): boolean {
  return (
    error instanceof GitFailure && /without .workflows?. (permission|scope)/.test(error.message)
  );
}

/** Runs one git command without a shell; resolves to what it prints, trimmed. */
export interface Git {
  (...args: readonly string[]): Promise<string>;
  /** The same with further variables in git's environment. */
  with(variables: Readonly<Record<string, string>>): Git;
  /** The same in another folder. */
  in(dir: string): Git;
}

/** Credentials for a git server; an empty token is not sent. */
export interface GitAccess {
  /** Such as `https://github.com`. */
  readonly server: string;
  readonly token: string;
}

/**
 * The one door to git.
 *
 * @param dir the checkout
 * @param access where the checkout itself keeps no credentials
 */
export function gitIn(dir: string, access?: GitAccess): Git {
  return gitWith(dir, access?.token ? accessVariables(access) : {});
}

function gitWith(dir: string, variables: Readonly<Record<string, string>>): Git {
  const env = { ...process.env, ...variables };
  const git = async (...args: readonly string[]) => {
    try {
      const { stdout } = await run('git', [...args], { cwd: dir, env, maxBuffer: 64_000_000 });
      return stdout.trim();
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      throw new GitFailure(`git ${args[0]} failed: ${said || String(error)}`, { cause: error });
    }
  };
  const more = (added: Readonly<Record<string, string>>) =>
    gitWith(dir, { ...variables, ...added });
  return Object.assign(git, { with: more, in: (other: string) => gitWith(other, variables) });
}

/**
 * Settings of git for its process alone: on the command line, or in a file, others could read them.
 */
function accessVariables({ server, token }: GitAccess): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
}

/** The account that a workflow's token acts as, in issues and in commits. */
export const BOT_LOGIN = 'github-actions[bot]';

/** The email address of its commits. */
export const BOT_EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';

/** First arguments of a git command that commits as the bot. */
export const AS_BOT = ['-c', `user.name=${BOT_LOGIN}`, '-c', `user.email=${BOT_EMAIL}`] as const;
