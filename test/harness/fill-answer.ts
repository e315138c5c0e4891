import { listOf, resolved, type Schema, schemaOf } from './json-schema.ts';

/**
 * An answer as GitHub's description wants it, from the few facts that matter: what is required and
 * not given gets a plain value of its type, so that a route of the fake names only what it knows.
 *
 * @param facts what is known; kept as it is, whatever the description says
 */
export function fillAnswer(schema: unknown, facts: unknown): unknown {
  const wanted = resolved(schema);
  if (Array.isArray(facts)) {
    const list =
      listOf(wanted.oneOf)
        .map(resolved)
        .find(({ type }) => type === 'array') ?? wanted;
    return facts.map((fact) => fillAnswer(list.items, fact));
  }
  if (facts === null || (facts !== undefined && typeof facts !== 'object')) return facts;
  if (facts === undefined && wanted.nullable === true) return null;
  const parts = listOf(wanted.allOf);
  if (parts.length > 0) {
    return Object.assign({}, facts, ...parts.map((part) => ownPart(part, schemaOf(facts))));
  }
  const variants = [...listOf(wanted.oneOf), ...listOf(wanted.anyOf)];
  if (variants.length > 0 && wanted.properties === undefined) {
    const objects = variants.map(resolved).filter((variant) => 'properties' in variant);
    return fillAnswer(facts === undefined ? variants[0] : fitting(objects, schemaOf(facts)), facts);
  }
  return facts === undefined && wanted.type !== 'object' && wanted.properties === undefined
    ? plainValue(wanted)
    : filledObject(wanted, schemaOf(facts));
}

/** What one of several schemas that all apply says of the facts: of those that it knows. */
function ownPart(part: unknown, facts: Schema): unknown {
  const { properties, allOf } = resolved(part);
  if (allOf !== undefined || properties === undefined) return fillAnswer(part, facts);
  const known = Object.entries(facts).filter(([name]) => name in schemaOf(properties));
  return fillAnswer(part, Object.fromEntries(known));
}

/** Of several kinds of object the one that the facts name: by a property with a single value. */
function fitting(objects: readonly Schema[], facts: Schema): Schema | undefined {
  const fits = objects.filter((object) =>
    Object.entries(schemaOf(object.properties)).every(([name, property]) => {
      const values = listOf(resolved(property).enum);
      return values.length === 0 || !(name in facts) || values.includes(facts[name]);
    }),
  );
  return fits[0] ?? objects[0];
}

function filledObject(wanted: Schema, facts: Schema): Schema {
  const properties = schemaOf(wanted.properties);
  const required = listOf(wanted.required).map(String);
  const names = new Set([...Object.keys(facts), ...required]);
  const filled = [...names].map((name) => [name, fillAnswer(properties[name], facts[name])]);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

function plainValue(wanted: Schema): unknown {
  if (wanted.default !== undefined) return wanted.default;
  const [first] = listOf(wanted.enum);
  if (first !== undefined) return first;
  switch (wanted.type) {
    case 'string':
      return plainText(wanted);
    case 'integer':
    case 'number':
      return typeof wanted.minimum === 'number' ? wanted.minimum : 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return undefined;
  }
}

function plainText({ format, minLength }: Schema): string {
  if (format === 'uri') return 'https://example.org/';
  if (format === 'date-time') return '2021-01-01T00:00:00Z';
  if (format === 'date') return '2021-01-01';
  if (format === 'email') return 'person@example.org';
  return typeof minLength === 'number' && minLength > 0 ? 'x'.repeat(minLength) : '';
}
