import { siteAddress } from '../page.ts';
import type { ApiFile } from '../shared/api-schemas.ts';

/** Every school with its place and figures, as the site's API has it. */
export type SchoolsFile = ApiFile<'schools'>;
export type ListedSchool = SchoolsFile['schools'][number];

let asked: Promise<SchoolsFile> | undefined;

/** Loads the file at the first call; a failed attempt is made again at the next. */
export function loadSchools(): Promise<SchoolsFile> {
  asked ??= fetchJson<SchoolsFile>('api/v1/schools.json').catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** Reads one of the site's own JSON files, whose shape the build's schema guarantees. */
export async function fetchJson<File>(path: string): Promise<File> {
  const response = await fetch(siteAddress(path));
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return response.json();
}
