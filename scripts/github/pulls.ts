import { type Api, statusOf } from './api.ts';

/** Pull requests, as far as they are not issues: those are listed, edited, commented and closed as such. */
export interface Pulls {
  /**
   * Opens a pull request of a branch into another.
   *
   * @returns its number, or undefined where the repository does not let Actions open any, or a
   *   person has opened one of this branch
   */
  open(request: NewPull): Promise<number | undefined>;
}

export interface NewPull {
  readonly branch: string;
  readonly into: string;
  readonly title: string;
  readonly body: string;
}

export function pullsOf({ rest, at, send }: Api): Pulls {
  return {
    open: async ({ branch, into, title, body }) => {
      try {
        const pull = await send(() =>
          rest.pulls.create({ ...at, head: branch, base: into, title, body }),
        );
        return pull.number;
      } catch (error) {
        if (isRefused(error)) return undefined;
        throw error;
      }
    },
  };
}

/** A missing permission and a rate limit are 403 too, and they are no answer. */
function isRefused(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  const status = statusOf(error);
  return (
    (status === 403 && /not permitted to create/i.test(message)) ||
    (status === 422 && /already exists/i.test(message))
  );
}
