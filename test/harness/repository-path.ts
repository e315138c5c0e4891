import { type HubState, REPOSITORY_ID } from './hub-state.ts';
import type { Reply } from './route.ts';

/**
 * A path of the API as GitHub describes it, whatever the repository is called: by its name, by its
 * number, or (for a comparison) by its parent's name. A former name leads to the number.
 *
 * @returns an answer where there is nothing else to say
 */
export function repositoryPath(
  { repository, settings, url }: HubState,
  path: string,
): string | Reply {
  if (settings.formerName !== undefined && path === `/repos/${settings.formerName}`) {
    const location = `${url}/repositories/${REPOSITORY_ID}`;
    return { status: 301, facts: { message: 'Moved Permanently' }, headers: { location } };
  }
  if (path === `/repositories/${REPOSITORY_ID}`) return '/repos/o/r';
  if (!path.startsWith('/repos/')) return path;
  const name = [repository, settings.parent].find(
    (each) => each && (path === `/repos/${each}` || path.startsWith(`/repos/${each}/`)),
  );
  if (name === undefined) return { status: 404, facts: { message: 'Not Found' } };
  return path.replace(`/repos/${name}`, '/repos/o/r');
}
