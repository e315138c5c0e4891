import { type JsonStep, parseJsonPath } from '../domain/json-path.ts';
import { reject } from './causes.ts';
import { readCsv } from './csv-table.ts';
import { isRecord } from './json-entries.ts';
import { type NextPage, nextPage } from './next-page.ts';
import { type OpenedBody, openBody } from './open-body.ts';
import type { ReadBody } from './read-address.ts';

/** No source of counts per place has more pages. */
const MOST_PAGES = 1000;

/** How the further pages of an answer are read. */
export interface PageRules {
  /** Where the rows of a JSON document are. */
  readonly path: string | null;
  /** For all pages together. */
  readonly bytes: number;
  readonly fetchPage: (address: string) => Promise<ReadBody>;
}

/** A source read to its end. */
export interface WholeBody {
  readonly opened: OpenedBody;
  /** As it came; where it came in pages, one body with the rows of all. */
  readonly body: Uint8Array;
}

/**
 * Follows an answer that holds a part of the rows only, page by page to its end.
 *
 * @throws Refusal (exit 3) when the rest cannot be had: a part is never taken for the whole
 */
export async function readPages(
  first: ReadBody,
  opened: OpenedBody,
  rules: PageRules,
): Promise<WholeBody> {
  let next = nextOf(first, opened, rules);
  if (next.kind === 'complete') return { opened, body: first.body };
  const pages = new Pages(opened, rules.path);
  const asked = new Set([first.from]);
  let bytes = first.body.length;
  while (next.kind === 'next') {
    if (asked.has(next.address)) throw incomplete('its next page is one that was read before');
    if (asked.size >= MOST_PAGES) throw incomplete(`it has more than ${MOST_PAGES} pages`);
    asked.add(next.address);
    const read = await rules.fetchPage(next.address);
    bytes += read.body.length;
    if (bytes > rules.bytes) throw tooLarge(rules.bytes);
    const page = await openBody(read.body, read.from);
    pages.add(page);
    next = nextOf(read, page, rules);
  }
  if (next.kind === 'incomplete') throw incomplete(next.why);
  const body = new TextEncoder().encode(pages.text());
  const { source } = await openBody(body, first.from);
  return { opened: { source, findings: opened.findings }, body };
}

function nextOf({ from, link }: ReadBody, { source }: OpenedBody, { path }: PageRules): NextPage {
  if (source.shape === 'json') {
    const rows = arrayAt(source.document, path)?.length;
    return nextPage({ address: from, document: source.document, rows, link });
  }
  const rows = Math.max(0, readCsv(source.text, ',').records.length - 1);
  return nextPage({ address: from, document: undefined, rows, link });
}

/** Pages of one source, put together. */
class Pages {
  readonly #first: OpenedBody['source'];
  readonly #path: string | null;
  readonly #rows: unknown[] = [];
  readonly #texts: string[] = [];

  constructor({ source }: OpenedBody, path: string | null) {
    this.#first = source;
    this.#path = path;
    if (source.shape === 'csv') this.#texts.push(source.text.trimEnd());
    else this.#rows.push(...rowsIn(source.document, path));
  }

  add({ source }: OpenedBody): void {
    const [first] = this.#texts;
    if (source.shape === 'json' && this.#first.shape === 'json') {
      for (const row of rowsIn(source.document, this.#path)) this.#rows.push(row);
    } else if (source.shape === 'csv' && first !== undefined) {
      const [header = ''] = source.text.split(/\r?\n/, 1);
      if (header !== first.split(/\r?\n/, 1)[0])
        throw incomplete('its pages have different headers');
      this.#texts.push(source.text.slice(header.length).trim());
    } else throw incomplete('its next page is of another kind');
  }

  text(): string {
    if (this.#first.shape === 'csv') return `${this.#texts.filter(Boolean).join('\n')}\n`;
    return JSON.stringify(withRows(this.#first.document, arraySteps(this.#path), this.#rows));
  }
}

function rowsIn(document: unknown, path: string | null): readonly unknown[] {
  const rows = arrayAt(document, path);
  if (rows) return rows;
  throw incomplete('its pages have no array to be put together');
}

function arraySteps(path: string | null): readonly JsonStep[] {
  const steps = path === null ? [] : (parseJsonPath(path) ?? []);
  const end = steps.findIndex(({ kind }) => kind !== 'key');
  return end < 0 ? steps : steps.slice(0, end);
}

function arrayAt(document: unknown, path: string | null): readonly unknown[] | undefined {
  let value = document;
  for (const step of arraySteps(path)) {
    if (step.kind !== 'key' || !isRecord(value) || !Object.hasOwn(value, step.key))
      return undefined;
    value = value[step.key];
  }
  return Array.isArray(value) ? value : undefined;
}

/** Signs of a page, at the top of a document; what is whole does not carry them. */
const SIGNS = new Set([
  'exceededTransferLimit',
  'next',
  'links',
  '_links',
  'meta',
  'pagination',
  '@odata.nextLink',
  'nextLink',
  'next_page_url',
  'next_url',
]);

function withRows(
  document: unknown,
  steps: readonly JsonStep[],
  rows: readonly unknown[],
): unknown {
  const [step, ...rest] = steps;
  if (!step || !isRecord(document)) return rows;
  const kept = Object.entries(document).filter(([key]) => !SIGNS.has(key) && key !== 'properties');
  const inside = step.kind === 'key' ? step.key : '';
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === inside ? withRows(value, rest, rows) : value]),
  );
}

function incomplete(why: string) {
  return reject('incomplete', `The source sends only a part of its rows: ${why}`);
}

function tooLarge(limit: number) {
  const message = `The source’s pages hold more than ${Math.round(limit / 1e6)} MB together, the most that is read`;
  return reject('too-large', message);
}
