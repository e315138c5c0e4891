import { type Api, statusOf } from './api.ts';
import { BOT_LOGIN } from './git.ts';

/**
 * Pull requests, as far as they are not issues: those are listed, edited, commented and closed as
 * such.
 */
export interface Pulls {
  /**
   * Opens a pull request of a branch into another.
   *
   * @returns undefined where the repository does not let Actions open any, or a person has opened
   *   one of this branch
   */
  open(request: NewPull): Promise<OpenedPull | undefined>;
}

/** The pull request of a branch. */
export interface OpenedPull {
  readonly number: number;
  /** False where an earlier run had opened it already; its text is as that run wrote it. */
  readonly isNew: boolean;
}

/** A pull request to open. */
export interface NewPull {
  readonly branch: string;
  readonly into: string;
  readonly title: string;
  readonly body: string;
}

/** `Pulls` of one repository. Other failures than those it answers throw Octokit's error. */
export function pullsOf({ rest, at }: Api): Pulls {
  /** A new one may be missing for a while where issues are listed, but not here. */
  const ownOpen = async (branch: string): Promise<OpenedPull | undefined> => {
    const head = `${at.owner}:${branch}`;
    const { data } = await rest.pulls.list({ ...at, head, state: 'open' });
    const own = data.find(({ user }) => user?.login === BOT_LOGIN);
    return own && { number: own.number, isNew: false };
  };
  return {
    open: async ({ branch, into, title, body }) => {
      try {
        const { data } = await rest.pulls.create({ ...at, head: branch, base: into, title, body });
        return { number: data.number, isNew: true };
      } catch (error) {
        if (isForbidden(error)) return undefined;
        if (isThereAlready(error)) return ownOpen(branch);
        throw error;
      }
    },
  };
}

/** A missing permission and a rate limit are 403 too, and they are no answer. */
function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403 && /not permitted to create/i.test(messageOf(error));
}

function isThereAlready(error: unknown): boolean {
  return statusOf(error) === 422 && /already exists/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
