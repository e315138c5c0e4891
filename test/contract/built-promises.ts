import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Ledger } from '../../scripts/ledger/model.ts';
import { API, apiPaths } from '../../scripts/website/api/index-file.ts';
import { schemas } from '../../site/shared/api-schemas.ts';

/**
 * What a built site promises: the pattern of every address, the columns of every table in order,
 * the keys of the API with their types, and the pattern of every feed id.
 */
export function builtPromises(
  files: ReadonlyMap<string, string | Uint8Array>,
  { schools }: Ledger,
  authority: string,
): Map<string, string> {
  const ids = new Set<string>(schools.keys());
  const names = new Set([...schools.values()].map(({ name }) => name));
  const promises = new Map<string, string>();
  for (const [path, content] of files) {
    // Compiled files and drawings come and go with the pages that name them.
    if (path.startsWith('assets/') || path.endsWith('.png')) continue;
    const address = pattern(path, ids).replace(/(^|\/)index\.html$/, '$1');
    promises.set(`address ${address || './'}`, '');
    if (typeof content !== 'string') continue;
    if (path.endsWith('.csv')) addColumns(promises, pattern(path, ids), content, names);
    if (path.endsWith('.atom')) addFeedIds(promises, content, ids, authority);
  }
  for (const { path, schema } of apiPaths) {
    addKeys(promises, API + path, z.toJSONSchema(schemas[schema], { io: 'input' }), '');
  }
  return new Map([...promises].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An address or id with what varies in braces. */
function pattern(path: string, ids: ReadonlySet<string>): string {
  const parts = path
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g, '{instant}')
    .replace(/\d{4}-\d{2}-\d{2}/g, '{date}')
    .replace(/\d{4}-\d{2}\b/g, '{month}')
    .replace(/^es\//, '{language}/')
    .split('/');
  return parts
    .map((part, index) => {
      const stem = part.replace(/\.\w+$/, '');
      if (ids.has(stem)) return part.replace(stem, '{id}');
      const isNumber = /^\d+$/.test(part) && index > 0;
      return isNumber ? '{n}' : part;
    })
    .join('/');
}

function addColumns(
  promises: Map<string, string>,
  path: string,
  text: string,
  names: ReadonlySet<string>,
): void {
  const [header = []] = parse(text, { to_line: 1 }) as string[][];
  header.forEach((column, index) => {
    // The original's tables have a column for each day, or for each school.
    if (/^\d{8}$/.test(column) || names.has(column)) return;
    promises.set(`column ${path}: ${column}`, String(index + 1));
  });
}

function addFeedIds(
  promises: Map<string, string>,
  atom: string,
  ids: ReadonlySet<string>,
  authority: string,
): void {
  for (const [, id = ''] of atom.matchAll(/<id>([^<]*)<\/id>/g)) {
    const local = id.replace(`tag:${authority}:`, '');
    promises.set(`feed id tag:{authority}:${pattern(local, ids)}`, '');
  }
}

/** A part of a JSON Schema, as zod writes it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function addKeys(promises: Map<string, string>, path: string, part: unknown, at: string): void {
  const schema = part as Schema;
  for (const variant of schema.anyOf ?? []) addKeys(promises, path, variant, at);
  if (schema.items) addKeys(promises, path, schema.items, `${at}[]`);
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const place = at === '' ? key : `${at}.${key}`;
    promises.set(`key ${path}: ${place}`, typeOf(value));
    addKeys(promises, path, value, place);
  }
}

function typeOf({ anyOf, type }: Schema): string {
  const types = anyOf ? anyOf.map(typeOf) : [type ?? 'anything'].flat();
  return types.join(' or ');
}
