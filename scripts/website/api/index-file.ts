import type { ApiFile, SchemaName } from '../../../site/shared/api-schemas.ts';
import { english } from '../../../site/shared/words/en.ts';
import { feedAddresses } from '../feeds/feed.ts';
import type { SiteData } from '../site-data.ts';
import { asOf } from './as-of.ts';
import { upcomingChanges } from './district.ts';
import { apiKinds } from './kinds.ts';

/** Folder of the API below the site. A change that could break a program needs another folder. */
export const API = 'api/v1/';

/** Every kind of file, the index itself first. */
export const apiPaths: readonly { readonly path: string; readonly schema: SchemaName }[] = [
  { path: 'index.json', schema: 'index' },
  ...apiKinds,
];

/** In English, since the API has no language. */
const LICENCE =
  'The counts are facts published by the district, free to use; please name the district as their source. The program is under the MIT licence.';

/** The index: which files there are, their schemas, the source, and the terms. */
export function indexFile(data: SiteData): ApiFile<'index'> {
  const { baseUrl, settings } = data;
  return {
    ...asOf(data),
    version: 1,
    licence: LICENCE,
    source: [...settings.source.addresses],
    repository: settings.repository,
    site: baseUrl,
    files: apiPaths.map(({ path, schema }) => ({
      path,
      says: english.api.files[schema],
      schema: schemaAddress(baseUrl, schema),
    })),
    feeds: ['daily', 'updates', 'notices'].map((name) => feedAddresses(`${baseUrl}feeds/${name}`)),
    upcoming_changes: upcomingChanges(data).map(({ date, text }) => ({ date, text })),
  };
}

/** Address of a schema. @param baseUrl of the site; empty for a path below it */
export function schemaAddress(baseUrl: string, name: SchemaName): string {
  return `${baseUrl}${API}schema/${name}.json`;
}
