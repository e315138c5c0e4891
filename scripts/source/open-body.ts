import type { Finding } from '../domain/finding.ts';
import { decode } from './decode.ts';
import { refuseHtml } from './refuse-html.ts';

/** A source's text, or the JSON document that it is. */
export type SourceText =
  | { readonly shape: 'csv'; readonly text: string }
  | { readonly shape: 'json'; readonly document: unknown };

/** A body as text or as a JSON document, with what is to be said of its encoding. */
export interface OpenedBody {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/**
 * Opens a body: text in a known encoding, JSON parsed.
 *
 * @param address where it came from, after redirects
 * @throws Refusal (exit 3) when it is a page, no text, or broken JSON
 */
export async function openBody(body: Uint8Array, address: string): Promise<OpenedBody> {
  const { text, encoding } = decode(body);
  refuseHtml(text, address);
  const isJson = /^\s*[[{]/.test(text);
  return {
    source: isJson ? await jsonOf(text) : { shape: 'csv', text },
    findings: encoding === 'utf-8' ? [] : [WINDOWS_1252],
  };
}

/** What reads JSON is loaded when there is some. */
async function jsonOf(text: string): Promise<SourceText> {
  const { parseJson } = await import('./parse-json.ts');
  return { shape: 'json', document: parseJson(text) };
}

const WINDOWS_1252: Finding = {
  level: 'notice',
  code: 'windows-1252',
  message: 'The source is not UTF-8; it is read as Windows-1252',
};
