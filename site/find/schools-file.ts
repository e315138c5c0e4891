import { siteAddress } from '../page.ts';
import type { ApiFile } from '../shared/api-schemas.ts';

/** Every school with its location and figures, as in the site's API (`api/v1/schools.json`). */
export type SchoolsFile = ApiFile<'schools'>;
/** One school of that file. */
export type ListedSchool = SchoolsFile['schools'][number];

let asked: Promise<SchoolsFile> | undefined;

/**
 * Loads the file on the first call and returns the same promise afterwards.
 *
 * @throws if the file cannot be fetched; the next call tries again
 */
export function loadSchools(): Promise<SchoolsFile> {
  asked ??= fetchJson<SchoolsFile>('api/v1/schools.json').catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** The site has no file of this name. */
export class NoSuchFile extends Error {}

/**
 * Fetches one of the site's own JSON files; the build has checked its shape against a schema.
 *
 * @param path below the site's root
 * @throws NoSuchFile if the site has none; Error for any other status that is not a success; TypeError
 * without a connection
 */
export async function fetchJson<File>(path: string): Promise<File> {
  const response = await fetch(siteAddress(path));
  if (response.status === 404) throw new NoSuchFile(path);
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return response.json();
}
