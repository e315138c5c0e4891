import { type Api, statusOf } from './api.ts';

/** Pull requests, as far as they are not issues: those are listed, edited and closed as such. */
export interface Pulls {
  /**
   * Opens a pull request of a branch into another.
   *
   * @returns its number, or undefined where the repository does not let Actions open any
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
        if (statusOf(error) === 403) return undefined;
        throw error;
      }
    },
  };
}
