import type { ApiFile, SchemaName } from '../../../site/shared/api-schemas.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { englishNouns, nounsIn } from '../../domain/nouns.ts';
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

/**
 * The index: which files there are, their schemas, the source, and the terms. It is in English, since
 * the API has no language.
 *
 * @param says what each file holds
 */
export function indexFile(data: SiteData, says: Language['api']['files']): ApiFile<'index'> {
  const { baseUrl, settings } = data;
  const { theDistrict } = englishNouns(nounsIn(settings, 'en'));
  return {
    ...asOf(data),
    version: 1,
    licence: `The counts are facts published by ${theDistrict}, free to use; please name ${theDistrict} as their source. The program is under the MIT licence.`,
    source: [...settings.source.addresses],
    repository: settings.repository,
    site: baseUrl,
    files: apiPaths.map(({ path, schema }) => ({
      path,
      says: says[schema],
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
