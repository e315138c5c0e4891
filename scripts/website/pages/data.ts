import type { SchemaName } from '../../../site/shared/api-schemas.ts';
import { API, apiPaths, schemaAddress } from '../api/index-file.ts';
import type { Edition } from '../editions.ts';
import { DATA_PACKAGE } from '../exports/data-package.ts';
import { DATABASE } from '../exports/database-sql.ts';
import { isClosed, type SiteData } from '../site-data.ts';
import { type Origin, originOf } from './credits.ts';
import { datasetJson } from './dataset.ts';
import { type AnnouncedChange, announcedChanges } from './notices.ts';
import type { PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly data: DataModel;
  }
  interface TemplateModels {
    readonly 'partials/table-file': {
      readonly file: TableFile;
      /** Heading of its columns. */
      readonly columns: string;
      /** Relative address of the site's first folder. */
      readonly site: string;
    };
  }
}

/** What there is to download, and what it means. */
export interface DataModel {
  readonly lead: string;
  /** That the last day can still change; empty where it is over. */
  readonly open: string;
  readonly tables: readonly TableFile[];
  /** Below the site: what describes them all for programs. */
  readonly dataPackage: string;
  /** Below the site: all of the ledger's tables in one file. */
  readonly database: string;
  /** The original's tables; empty where they are not made. */
  readonly original: readonly TableFile[];
  /** Path of a school's own table, with what stands for its id in braces. */
  readonly ownTable: string;
  readonly api: readonly ApiEntry[];
  /** Keys of the API's files. */
  readonly keys: readonly Meaning[];
  readonly feeds: readonly FeedEntry[];
  /** Newest first. */
  readonly changes: readonly AnnouncedChange[];
  /** Absolute addresses of the source. */
  readonly sources: readonly string[];
  readonly sourceText: string;
  readonly origin: Origin;
  readonly terms: string;
  /** Absolute address of the licence that the settings name; empty: they name none. */
  readonly licence: string;
  readonly citation: string;
  /** The dataset in JSON-LD, safe inside a script element. */
  readonly dataset: string;
  /** Absolute address. */
  readonly repository: string;
  /** Below the site. */
  readonly checksums: readonly string[];
}

/** A table to download. */
interface TableFile {
  /** Below the site. */
  readonly path: string;
  readonly says: string;
  readonly columns: readonly Meaning[];
}

interface Meaning {
  readonly name: string;
  readonly meaning: string;
}

/** A kind of file of the API; paths are below the site. */
interface ApiEntry {
  /** With what stands for an id or a date in braces. */
  readonly path: string;
  /** Whether the path is an address itself, and not a pattern. */
  readonly isAddress: boolean;
  /** An address to open where the path is a pattern; empty while there is none. */
  readonly example: string;
  readonly says: string;
  readonly schema: string;
}

interface FeedEntry {
  readonly name: string;
  readonly says: string;
  /** Below the edition's folder, without its ending. */
  readonly path: string;
}

/** Downloads, what their columns and keys mean, and what is promised about them. */
export const data: PageKind = (site, edition) => {
  const { settings, lastDay, baseUrl } = site;
  const { text, folder } = edition;
  const asOf = lastDay ? text.longDate(lastDay.date) : '';
  const address = `${baseUrl}${folder}data/`;
  const tables = tablesOf(site, edition);
  const citation = text.data.citation(settings.name, settings.site.title, address, asOf);
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
        open: lastDay && !isClosed(site, lastDay.date) ? text.data.open : '',
        ...tables,
        dataPackage: DATA_PACKAGE,
        database: DATABASE,
        ownTable: 'schools/{id}/cases.csv',
        api: apiPaths.map((kind) => apiEntry(site, kind, edition)),
        keys: entriesOf(text.api.keys),
        feeds: (['daily', 'updates', 'notices'] as const).map((name) => ({
          name,
          says: text.data[name],
          path: `feeds/${name}`,
        })),
        changes: announcedChanges(site, text),
        sources: settings.source.addresses,
        sourceText: text.data.sourceText(settings.name),
        origin: originOf(settings, edition),
        terms: `${text.data.termsOf(settings.licence?.title)} ${text.data.programTerms}`,
        licence: settings.licence?.address ?? '',
        citation,
        dataset: datasetJson(
          site,
          edition,
          address,
          [...tables.tables, ...tables.original],
          citation,
        ),
        repository: settings.repository,
        checksums: ['data/checksums.txt', `${API}checksums.txt`],
      },
    },
  ];
};

const ORIGINAL = /\/(allCpsCovidData(2022)?|newFormatTest|CPStotals)\.csv$/;

function tablesOf(
  { settings }: SiteData,
  { text }: Edition,
): Pick<DataModel, 'tables' | 'original'> {
  const all = Object.entries(text.dictionary).map(([path, { says, columns }]) => ({
    path,
    says,
    columns: entriesOf(columns),
  }));
  return {
    tables: all.filter(({ path }) => !ORIGINAL.test(path)),
    original: settings.site.originalFiles ? all.filter(({ path }) => ORIGINAL.test(path)) : [],
  };
}

function apiEntry(site: SiteData, kind: (typeof apiPaths)[number], { text }: Edition): ApiEntry {
  const path = API + kind.path;
  const example = exampleOf(site, kind.schema);
  return {
    path,
    isAddress: example === path,
    example: example === path ? '' : example,
    says: text.api.files[kind.schema],
    schema: schemaAddress('', kind.schema),
  };
}

/** An address of this kind that can be opened; empty while there is none. */
function exampleOf({ schools, lastDay }: SiteData, schema: SchemaName): string {
  if (schema === 'school') return schools[0] ? `${API}schools/${schools[0].id}.json` : '';
  if (schema === 'date') return lastDay ? `${API}cases/${lastDay.date}.json` : '';
  return `${API}${schema}.json`;
}

function entriesOf(meanings: Readonly<Record<string, string>>): readonly Meaning[] {
  return Object.entries(meanings).map(([name, meaning]) => ({ name, meaning }));
}
