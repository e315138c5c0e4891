import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { apiDescription } from './api-description.ts';

/** A schema of the API's description, as OpenAPI 3.0 writes it. */
export interface Schema {
  readonly [key: string]: unknown;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

if (!existsSync(apiDescription.kept)) {
  throw new Error(
    `${apiDescription.kept} is missing: the first run of these tests needs npm’s registry`,
  );
}

/** GitHub's own description of its API; 13 MB, read once. */
export const description = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), z.custom<Schema>(isSchema))),
    components: z.record(z.string(), z.record(z.string(), z.custom<Schema>(isSchema))),
  })
  .parse(JSON.parse(readFileSync(apiDescription.kept, 'utf8')));

/** What a value is, with a reference of the description followed. */
export function resolved(value: unknown): Schema {
  if (!isSchema(value)) return {};
  if (typeof value.$ref !== 'string') return value;
  const [, , room = '', name = ''] = value.$ref.split('/');
  return resolved(description.components[room]?.[name]);
}

export const schemaOf = (value: unknown): Schema => (isSchema(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * A JSON Schema that stands on its own: what it refers to comes along, and OpenAPI's `nullable`
 * becomes a type.
 */
export function standalone(schema: unknown): Schema {
  const definitions: Record<string, unknown> = {};
  const converted = convert(schema, definitions);
  return { ...schemaOf(converted), definitions };
}

function convert(value: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => convert(each, definitions));
  if (!isSchema(value)) return value;
  if (typeof value.$ref === 'string') return reference(value.$ref, definitions);
  const { nullable, example: _, examples: __, discriminator: ___, ...rest } = value;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, each]) => [key, convert(each, definitions)]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

function reference(ref: string, definitions: Record<string, unknown>): Schema {
  const name = ref.replace('#/components/schemas/', '');
  if (!(name in definitions)) {
    definitions[name] = {};
    definitions[name] = convert(description.components.schemas?.[name], definitions);
  }
  return { $ref: `#/definitions/${name}` };
}
