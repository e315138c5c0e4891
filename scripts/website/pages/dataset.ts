import type { Edition } from '../editions.ts';
import { DATA_PACKAGE } from '../exports/data-package.ts';
import { DATABASE } from '../exports/database-sql.ts';
import type { SiteData } from '../site-data.ts';

/** A file of the dataset: path below the site, and what it holds. */
export interface DatasetFile {
  readonly path: string;
  readonly says: string;
}

/**
 * The dataset as schema.org describes one, so that searches for datasets find it
 * (https://developers.google.com/search/docs/appearance/structured-data/dataset).
 *
 * @param url absolute address of the page on which it stands
 * @param tables the CSV tables that the page lists
 * @param creditText how to cite it
 * @returns JSON-LD that may stand in a script element: nothing in it ends the element
 */
export function datasetJson(
  site: SiteData,
  edition: Edition,
  url: string,
  tables: readonly DatasetFile[],
  creditText: string,
): string {
  const { settings, baseUrl, ledger, lastDay } = site;
  const { text } = edition;
  const firstDay = ledger.days[0];
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: text.data.dataset(settings.name, settings.site.title),
    description: `${text.data.sourceText(settings.name)} ${text.data.termsOf(settings.licence?.title)}`,
    url,
    inLanguage: text.lang,
    isAccessibleForFree: true,
    ...(settings.licence ? { license: settings.licence.address } : {}),
    creator: { '@type': 'Organization', name: settings.site.title, url: baseUrl },
    isBasedOn: settings.source.addresses.map((address) => ({
      '@type': 'CreativeWork',
      name: settings.name,
      url: address,
    })),
    creditText,
    ...(firstDay && lastDay
      ? { temporalCoverage: `${firstDay.date}/${lastDay.date}`, dateModified: lastDay.date }
      : {}),
    spatialCoverage: placeOf(site),
    variableMeasured: Object.entries(text.dictionary['data/cases.csv'].columns)
      .filter(([name]) => name.endsWith('_cases'))
      .map(([name, description]) => ({ '@type': 'PropertyValue', name, description })),
    distribution: [
      ...tables.map(({ path, says }) => download(baseUrl, path, 'text/csv', says)),
      download(baseUrl, DATABASE, 'application/vnd.sqlite3', withoutColon(text.data.database)),
      download(baseUrl, DATA_PACKAGE, 'application/json', withoutColon(text.data.described)),
    ],
  };
  return JSON.stringify(dataset).replaceAll('<', '\\u003c');
}

/** The district, with the box around its places that are on the map: south, west, north, east. */
function placeOf({ settings, ledger, located }: SiteData): object {
  const place = { '@type': 'Place', name: settings.name };
  const latitudes: number[] = [];
  const longitudes: number[] = [];
  for (const { id, latitude, longitude } of ledger.schools.values()) {
    if (latitude === null || longitude === null || !located.has(id)) continue;
    latitudes.push(latitude);
    longitudes.push(longitude);
  }
  if (latitudes.length === 0) return place;
  const corner = (choose: (...values: number[]) => number) =>
    `${choose(...latitudes)} ${choose(...longitudes)}`;
  const box = `${corner(Math.min)} ${corner(Math.max)}`;
  return { ...place, geo: { '@type': 'GeoShape', box } };
}

/** Words that introduce a file, without the colon that follows them on the page. */
function withoutColon(words: string): string {
  return words.replace(/\s*:$/, '');
}

function download(baseUrl: string, path: string, encodingFormat: string, description: string) {
  return {
    '@type': 'DataDownload',
    name: path,
    description,
    contentUrl: baseUrl + path,
    encodingFormat,
  };
}
