import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { english, type Language } from '../../../site/shared/words/en.ts';
import { nounsIn } from '../../domain/nouns.ts';
import { type LedgerTable, TABLES } from '../../ledger/ledger-files.ts';
import type { SiteData } from '../site-data.ts';
import {
  type ColumnType,
  mayBeBlank,
  relationsOf,
  typeOfColumn,
  typeOfOriginalColumn,
} from './column-types.ts';

/** Where the description of all tables stands below the site. */
export const DATA_PACKAGE = 'data/datapackage.json';

/** Where the profiles of the Data Package standard are, in the version that is followed. */
const PROFILES = 'https://datapackage.org/profiles/2.0/';

/** What is said of a table: what a line is, and what its columns mean. */
interface Meanings {
  readonly says: string;
  readonly columns: Readonly<Record<string, string>>;
}

interface Field extends Omit<ColumnType, 'constraints'> {
  readonly name: string;
  readonly description?: string;
  readonly constraints?: ColumnType['constraints'] & { readonly required?: true };
}

/**
 * A Data Package (version 2, https://datapackage.org) that describes every table under `data/` for
 * programs: columns with their types and meanings, keys, sources, and size and SHA-256 of each file.
 * It is in English, as the API is, and changes only when a table, the settings or the program do.
 *
 * @param tables every published table: path below the site → CSV
 * @returns path below the site → JSON
 */
export function dataPackage(
  data: SiteData,
  tables: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { settings, baseUrl } = data;
  const words = english(nounsIn(settings, 'en'));
  const { licence } = settings;
  const descriptor = {
    $schema: `${PROFILES}datapackage.json`,
    name: nameOf(settings.site.title),
    title: words.data.dataset(settings.name, settings.site.title),
    description: `${words.data.sourceText(settings.name)} ${words.data.tablesLead} ${words.data.termsOf(licence?.title)}`,
    homepage: `${baseUrl}data/`,
    ...(licence
      ? {
          licenses: [
            {
              ...(licence.name === null ? {} : { name: licence.name }),
              path: licence.address,
              title: licence.title,
            },
          ],
        }
      : {}),
    sources: settings.source.addresses.map((path) => ({ title: settings.name, path })),
    contributors: [{ title: settings.site.title, path: baseUrl, roles: ['publisher'] }],
    resources: [...tables].map(([path, csv]) => resource(path, csv, words.dictionary)),
  };
  return new Map([[DATA_PACKAGE, `${JSON.stringify(descriptor, null, 2)}\n`]]);
}

function resource(path: string, csv: string, dictionary: Language['dictionary']) {
  const file = path.slice('data/'.length);
  const meanings: Meanings | undefined = Object.entries(dictionary).find(
    ([name]) => name === path,
  )?.[1];
  const table = TABLES.find(({ name }) => name === file);
  const schema = table
    ? ledgerSchema(table, meanings?.columns ?? {})
    : originalSchema(csv, meanings?.columns ?? {});
  return {
    name: nameOf(file.replace(/\.csv$/, '')),
    ...(meanings ? { description: meanings.says } : {}),
    path: file,
    // Without a schema a table is still a file: the original's turned table has no types by column.
    ...(schema ? { type: 'table', schema } : {}),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\n' },
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
  };
}

function ledgerSchema(
  { name: file, columns, key }: LedgerTable<unknown>,
  meanings: Meanings['columns'],
) {
  const fields = columns.map((name): Field => {
    const { constraints, ...type } = typeOfColumn(name);
    const isBlank = mayBeBlank(file, name);
    const obeys = { ...(isBlank ? {} : { required: true as const }), ...constraints };
    return {
      name,
      ...type,
      ...described(meanings[name]),
      ...(Object.keys(obeys).length > 0 ? { constraints: obeys } : {}),
    };
  });
  const isWhole = !key.some((column) => mayBeBlank(file, column));
  const relations = relationsOf(file);
  return {
    fields,
    missingValues: [''],
    // No part of a primary key may be missing.
    ...(isWhole ? { primaryKey: [...key] } : { uniqueKeys: [[...key]] }),
    ...(relations.length > 0
      ? {
          foreignKeys: relations.map(([column, table]) => ({
            fields: [column],
            reference: { resource: table, fields: [column] },
          })),
        }
      : {}),
  };
}

/** Columns as the file names them; undefined for the turned table, whose columns are no kinds. */
function originalSchema(csv: string, meanings: Meanings['columns']) {
  const header = csv.slice(0, csv.indexOf('\n')).split(',');
  if (header[1] !== undefined && !Object.hasOwn(meanings, header[1])) return undefined;
  const fields = header.map((name): Field => {
    const meaning = meanings[/^\d{8}$/.test(name) ? 'YYYYMMDD' : name];
    return { name, ...typeOfOriginalColumn(name), ...described(meaning) };
  });
  return { fields, missingValues: [''] };
}

function described(meaning: string | undefined): { readonly description?: string } {
  return meaning === undefined ? {} : { description: meaning };
}

/** A name as Data Package recommends it: lower case, without spaces. */
function nameOf(text: string): string {
  return slugify(text, { decamelize: false }) || 'tracker';
}
