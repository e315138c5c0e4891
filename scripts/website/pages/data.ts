import type { SchemaName } from '../../../site/shared/api-schemas.ts';
import { API, apiPaths, schemaAddress } from '../api/index-file.ts';
import type { Edition } from '../editions.ts';
import { isClosed, type SiteData } from '../site-data.ts';
import type { PageKind } from './page.ts';

/** Downloads, what their columns and keys mean, and what is promised about them. */
export const data: PageKind = {
  name: 'data',
  description: 'Downloads, what their columns and keys mean, and what is promised about them',
  pages: (data, edition) => {
    const { settings, lastDay, baseUrl } = data;
    const { text, folder } = edition;
    const asOf = lastDay ? text.longDate(lastDay.date) : '';
    const [original, tables] = tablesOf(edition);
    return [
      {
        template: 'data',
        head: {
          path: 'data/',
          title: text.data.title,
          description: text.data.description(settings.name),
          section: 'data',
        },
        model: {
          lead: asOf === '' ? text.data.lead : `${text.data.lead}, ${text.data.asOf(asOf)}`,
          open: lastDay && !isClosed(data, lastDay.date) ? text.data.open : '',
          tables,
          original,
          ownTable: 'schools/{id}/cases.csv',
          api: apiPaths.map(({ path, schema }) => ({
            path: API + path,
            example: exampleOf(data, schema),
            says: text.api.files[schema],
            schema: schemaAddress('', schema),
          })),
          keys: entriesOf(text.api.keys),
          changes: changesOf(data, edition),
          feeds: (['daily', 'updates', 'notices'] as const).map((name) => ({
            name,
            path: `feeds/${name}`,
            says: text.data[name],
          })),
          checksums: ['data/checksums.txt', `${API}checksums.txt`],
          sources: settings.source.addresses,
          sourceText: text.data.sourceText(settings.name),
          citation: text.data.citation(
            settings.name,
            settings.site.title,
            `${baseUrl}${folder}data/`,
            asOf,
          ),
          repository: settings.repository,
        },
      },
    ];
  },
};

/** @returns the original's tables, and ours */
function tablesOf({ text }: Edition) {
  const tables = Object.entries(text.dictionary).map(([path, { says, columns }]) => ({
    path,
    says,
    columns: entriesOf(columns),
    isOriginal: /\/(allCpsCovidData|newFormatTest|CPStotals)\.csv$/.test(path),
  }));
  return [tables.filter((t) => t.isOriginal), tables.filter((t) => !t.isOriginal)] as const;
}

/** An address of this kind that can be opened; empty while there is none. */
function exampleOf({ schools, lastDay }: SiteData, schema: SchemaName): string {
  if (schema === 'school') return schools[0] ? `${API}schools/${schools[0].id}.json` : '';
  if (schema === 'date') return lastDay ? `${API}cases/${lastDay.date}.json` : '';
  return `${API}${schema}.json`;
}

/** Announced changes, newest first, at the places that their feed items link to. */
function changesOf({ ledger }: SiteData, { text }: Edition) {
  return ledger.notices
    .flatMap((notice, index) =>
      notice.kind === 'definition'
        ? [
            {
              anchor: `notice-${index + 1}`,
              from: notice.date ? text.data.from(text.longDate(notice.date)) : '',
              text: notice.text ?? text.feed.kinds.definition,
            },
          ]
        : [],
    )
    .reverse();
}

function entriesOf(meanings: Readonly<Record<string, string>>) {
  return Object.entries(meanings).map(([name, meaning]) => ({ name, meaning }));
}
