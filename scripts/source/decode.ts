import { reject } from './causes.ts';

/** A body as text, and how it was encoded. */
export interface DecodedText {
  readonly text: string;
  /** Windows-1252 is what spreadsheets write where they do not write UTF-8. */
  readonly encoding: 'utf-8' | 'windows-1252';
}

/**
 * The body as text, without its byte order mark: UTF-8, or Windows-1252 where the bytes are not
 * UTF-8.
 *
 * @throws Refusal (exit 3) for anything else, naming what it looks like and where
 */
export function decode(body: Uint8Array): DecodedText {
  if (body.length === 0) throw reject('empty', 'The source is empty: it has not a single byte');
  if ((body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff)) {
    throw reject('not-utf8', 'The source is UTF-16, not UTF-8 (its first two bytes say so)');
  }
  const nul = body.indexOf(0);
  if (nul >= 0) {
    const line = lineAt(body, nul);
    throw reject('not-utf8', `The source holds a NUL byte in line ${line}: it is no text`, {
      line,
    });
  }
  const decoded = utf8(body) ?? windows1252(body);
  if (decoded.text.trim() !== '') return decoded;
  throw reject('empty', 'The source is empty: it holds nothing but blanks');
}

function utf8(body: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), encoding: 'utf-8' };
  } catch {
    return undefined;
  }
}

/**
 * What Windows-1252 has in place of Latin-1's C1 controls. Spelt out because some releases of Node
 * (20.20 among them) take `new TextDecoder('windows-1252')` for Latin-1.
 */
const UPPER_CONTROLS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'] as const;

/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED_BYTES = /[\u0081\u008d\u008f\u0090\u009d]/;

function windows1252(body: Uint8Array): DecodedText {
  const text = Buffer.from(body)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => UPPER_CONTROLS[byte.charCodeAt(0) - 0x80] ?? byte);
  const isJson = /^\s*[[{]/.test(text);
  const broken = new TextDecoder('utf-8').decode(body);
  const wrong = broken.split('\ufffd').length - 1;
  const right = broken.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  // JSON is UTF-8 and nothing else (RFC 8259, section 8.1).
  const isPossible = right <= wrong && !isJson && !UNDEFINED_BYTES.test(text);
  if (isPossible) return { text, encoding: 'windows-1252' };
  const line = broken.slice(0, broken.indexOf('\ufffd')).split('\n').length;
  // Most bytes beyond ASCII are good UTF-8: read as another encoding, every accent would be wrong.
  const what = right > wrong ? 'UTF-8, but damaged' : 'not UTF-8';
  const message = `The source is ${what}: line ${line} holds a byte that is not UTF-8`;
  throw reject('not-utf8', message, { line });
}

function lineAt(body: Uint8Array, offset: number): number {
  return body.subarray(0, offset).filter((byte) => byte === 10).length + 1;
}
