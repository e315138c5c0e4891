import { z } from 'zod';
import { type SchemaName, schemas } from '../../../site/shared/api-schemas.ts';
import { english } from '../../../site/shared/words/en.ts';
import { nounsIn } from '../../domain/nouns.ts';
import type { SiteData } from '../site-data.ts';
import { API, indexFile, schemaAddress } from './index-file.ts';
import { apiKinds } from './kinds.ts';

/**
 * The JSON API, without spaces so that it is small, and its schemas.
 *
 * @returns path below the site → text
 */
export function apiFiles(data: SiteData): ReadonlyMap<string, string> {
  const { files: says, keys } = english(nounsIn(data.settings, 'en')).api;
  const files = new Map<string, string>([[`${API}index.json`, line(indexFile(data, says))]]);
  const meanings = new Map<string, string>(Object.entries(keys));
  for (const kind of apiKinds) {
    for (const [path, value] of kind.files(data)) files.set(API + path, line(value));
  }
  for (const name of schemaNames) {
    files.set(`${API}schema/${name}.json`, jsonSchema(name, data.baseUrl, meanings));
  }
  return files;
}

const schemaNames = Object.keys(schemas) as SchemaName[];

/** A file's JSON Schema. It allows further keys, since some may be added. */
function jsonSchema(
  name: SchemaName,
  baseUrl: string,
  meanings: ReadonlyMap<string, string>,
): string {
  const schema = z.toJSONSchema(schemas[name], {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      const meaning = path.at(-2) === 'properties' ? meanings.get(String(path.at(-1))) : undefined;
      if (meaning !== undefined) jsonSchema.description = meaning;
    },
  });
  return `${JSON.stringify({ $id: schemaAddress(baseUrl, name), ...schema }, null, 2)}\n`;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
