import { z } from 'zod';
import type { SiteData } from '../site-data.ts';
import { API, indexFile, schemaAddress } from './index-file.ts';
import { apiKinds } from './kinds.ts';
import { type SchemaName, schemas } from './schemas.ts';

/** The JSON API with its schemas: no spaces, so that it is small. @returns path → text */
export function apiFiles(data: SiteData): ReadonlyMap<string, string> {
  const files = new Map<string, string>([[`${API}index.json`, line(indexFile(data))]]);
  for (const kind of apiKinds) {
    for (const [path, value] of kind.files(data)) files.set(API + path, line(value));
  }
  for (const name of schemaNames) {
    files.set(`${API}schema/${name}.json`, jsonSchema(name, data.baseUrl));
  }
  return files;
}

const schemaNames = Object.keys(schemas) as SchemaName[];

/** The shape of a file for programs; it lets further keys pass, because some may be added. */
function jsonSchema(name: SchemaName, baseUrl: string): string {
  const schema = z.toJSONSchema(schemas[name], { io: 'input' });
  return `${JSON.stringify({ $id: schemaAddress(baseUrl, name), ...schema }, null, 2)}\n`;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
