import { type ApiFile, type SchemaName, schemas } from '../../../site/shared/api-schemas.ts';

/** A file of the API, read by its schema; throws when the two differ, unknown keys included. */
export function readApi<Name extends SchemaName>(
  files: ReadonlyMap<string, string>,
  name: Name,
  path: string,
): ApiFile<Name> {
  const text = files.get(`api/v1/${path}`);
  if (text === undefined) throw new Error(`${path} was not built`);
  const held: unknown = JSON.parse(text);
  const parsed = schemas[name].parse(held);
  if (JSON.stringify(sorted(parsed)) !== JSON.stringify(sorted(held))) {
    throw new Error(`${path} holds keys that its schema does not know`);
  }
  return parsed as ApiFile<Name>;
}

/** Which schema a path of the API is read by; undefined: none, so it should not be there. */
export function schemaOf(path: string): SchemaName | undefined {
  if (/^schools\/[^/]+\.json$/.test(path)) return 'school';
  if (/^cases\/\d{4}-\d{2}-\d{2}\.json$/.test(path)) return 'date';
  const name = path.replace(/\.json$/, '');
  return name in schemas ? (name as SchemaName) : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
