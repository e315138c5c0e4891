import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { description, listOf, resolved, type Schema, schemaOf, standalone } from './json-schema.ts';

/** One operation of GitHub's API, as its description has it. */
export interface Operation {
  /** For example `issues/create`. */
  readonly id: string;
  readonly described: Schema;
  /** Values of the placeholders in the path. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly query: URLSearchParams;
  readonly contentType: string;
  /** Parsed JSON, or undefined when there was no body. */
  readonly body: unknown;
}

interface Template {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly fixed: number;
  readonly described: Schema;
}

// A branch or a file's path has slashes of its own, and clients leave them as they are.
const LONG = new Set(['ref', 'path', 'basehead', 'branch', 'tag']);

const templates: readonly Template[] = Object.entries(description.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      pattern: patternOf(path),
      names: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
      fixed: path.split('/').filter((part) => !part.startsWith('{')).length,
      described,
    })),
  )
  .sort((a, b) => b.fixed - a.fixed);

function patternOf(path: string): RegExp {
  const parts = path.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll('.', '\\.');
    return LONG.has(part.slice(1, -1)) ? '(.+)' : '([^/]+)';
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** The operation behind a method and a path; the one with the most fixed words wins. */
export function operationOf(method: string, path: string): Operation | undefined {
  const found = templates.find((each) => each.method === method && each.pattern.test(path));
  if (!found) return undefined;
  const values = found.pattern.exec(path)?.slice(1) ?? [];
  return {
    id: String(found.described.operationId),
    described: found.described,
    params: Object.fromEntries(
      found.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]),
    ),
  };
}

/** What is wrong with a request, by the description; unknown names count as wrong. */
export function requestFaults(operation: Operation, asked: Asked): readonly string[] {
  return [...queryFaults(operation, asked.query), ...bodyFaults(operation, asked)];
}

/** What is wrong with an answer of ours, by the description. */
export function answerFaults(operation: Operation, status: number, body: unknown) {
  const answer = schemaOf(operation.described.responses)[String(status)];
  if (answer === undefined) return [`${operation.id} never answers ${status}`];
  const schema = answerSchema(operation, status);
  if (schema === undefined) {
    return body === undefined ? [] : [`${operation.id} answers ${status} without a body`];
  }
  return faults(`${operation.id} ${status}`, schema, body);
}

export function answerSchema(operation: Operation, status: number): unknown {
  const answer = resolved(schemaOf(operation.described.responses)[String(status)]);
  return schemaOf(schemaOf(answer.content)['application/json']).schema;
}

function queryFaults(operation: Operation, query: URLSearchParams): string[] {
  const known = new Map(
    listOf(operation.described.parameters)
      .map(resolved)
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => [String(parameter.name), parameter] as const),
  );
  const missing = [...known.values()]
    .filter((parameter) => parameter.required === true && !query.has(String(parameter.name)))
    .map((parameter) => `${operation.id} needs ?${parameter.name}`);
  const wrong = [...query].flatMap(([name, value]) => {
    const parameter = known.get(name);
    if (parameter === undefined) return [`${operation.id} knows no ?${name}`];
    return faults(`${operation.id} ?${name}`, parameter.schema, value, true);
  });
  return [...missing, ...wrong];
}

function bodyFaults(operation: Operation, { body, contentType }: Asked): readonly string[] {
  const request = resolved(operation.described.requestBody);
  const contents = schemaOf(request.content);
  if (body === undefined) {
    return request.required === true ? [`${operation.id} needs a body`] : [];
  }
  if (!('application/json' in contents)) {
    return request.content === undefined && contentType !== ''
      ? [`${operation.id} takes no body`]
      : [];
  }
  const { schema } = schemaOf(contents['application/json']);
  const known = schemaOf(schema).properties;
  const strangers =
    known === undefined
      ? []
      : Object.keys(schemaOf(body)).filter((key) => !(key in schemaOf(known)));
  return [
    ...strangers.map((key) => `${operation.id} knows no "${key}"`),
    ...faults(operation.id, schema, body),
  ];
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });
const coercing = new Ajv({ strict: false, coerceTypes: 'array', logger: false });
addFormats.default(ajv);
addFormats.default(coercing);
const compiled = new Map<unknown, ValidateFunction>();

function faults(what: string, schema: unknown, value: unknown, coerce = false): string[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = (coerce ? coercing : ajv).compile(standalone(schema));
    compiled.set(schema, validate);
  }
  // Coercion needs something to write into.
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    (error) => `${what}${error.instancePath}: ${error.message} (${JSON.stringify(error.params)})`,
  );
}
