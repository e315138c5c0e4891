import { reject } from './causes.ts';

/**
 * The body as text: strict UTF-8, without its byte order mark.
 *
 * @throws Refusal (exit 3) for another encoding, naming what it looks like and where
 */
export function decode(body: Uint8Array): string {
  if (body.length === 0) throw reject('empty', 'The source is empty: it has not a single byte');
  if ((body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff)) {
    throw reject('not-utf8', 'The source is UTF-16, not UTF-8 (its first two bytes say so)');
  }
  const nul = body.indexOf(0);
  if (nul >= 0) {
    throw reject(
      'not-utf8',
      `The source holds a NUL byte in line ${lineAt(body, nul)}: it is no text`,
      {
        line: lineAt(body, nul),
      },
    );
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(body);
  const broken = text.indexOf('\ufffd');
  if (broken >= 0 && !isStrict(body)) {
    const line = text.slice(0, broken).split('\n').length;
    throw reject('not-utf8', `The source is not UTF-8: line ${line} holds a byte that is none`, {
      line,
    });
  }
  if (text.trim() === '') throw reject('empty', 'The source is empty: it holds nothing but blanks');
  return text;
}

function isStrict(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

function lineAt(body: Uint8Array, offset: number): number {
  return body.subarray(0, offset).filter((byte) => byte === 10).length + 1;
}
