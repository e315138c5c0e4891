import pRetry from 'p-retry';
import { Refusal } from '../domain/refusal.ts';
import { type CauseName, reject } from './causes.ts';
import { type Answer, type FetchRules, fetchOnce, withoutQuery } from './fetch-once.ts';

export interface Patience {
  /** Further attempts after the first. */
  readonly retries: number;
  /** The first wait; each further one is twice as long, give or take a random part. */
  readonly firstWaitMilliseconds: number;
  /** The longest a `Retry-After` is obeyed. */
  readonly longestWaitMilliseconds: number;
}

/** A failure that asking again may heal. */
class Passing extends Error {
  readonly why: CauseName;
  readonly waitMilliseconds: number;

  constructor(cause: CauseName, message: string, waitMilliseconds = 0) {
    super(message);
    this.why = cause;
    this.waitMilliseconds = waitMilliseconds;
  }
}

/**
 * Reads an address, and asks again after network errors, time-outs, 429 and 5xx, with growing
 * waits; a `Retry-After` is honoured up to a limit.
 *
 * @returns status 200 and the body as sent, decompressed
 * @throws Refusal (exit 3) naming the cause
 */
export async function fetchBody(
  address: string,
  rules: FetchRules,
  patience: Patience,
): Promise<Answer> {
  try {
    return await pRetry(() => attempt(address, rules), {
      retries: patience.retries,
      minTimeout: patience.firstWaitMilliseconds,
      maxTimeout: patience.longestWaitMilliseconds,
      factor: 2,
      randomize: true,
      shouldRetry: ({ error }) => error instanceof Passing,
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (!(error instanceof Passing) || retriesLeft === 0) return;
        const wait = Math.min(error.waitMilliseconds, patience.longestWaitMilliseconds);
        await new Promise((resolve) => setTimeout(resolve, wait));
      },
    });
  } catch (error) {
    if (error instanceof Passing) {
      const tries = patience.retries + 1;
      throw reject(
        error.why,
        `${error.message}, ${tries} ${tries === 1 ? 'time' : 'times'} in a row`,
      );
    }
    throw error;
  }
}

async function attempt(address: string, rules: FetchRules): Promise<Answer> {
  const answer = await fetchOnce(address, rules).catch((error: unknown) => {
    throw error instanceof Refusal ? error : passing(address, rules, error);
  });
  const { status, headers } = answer;
  const place = withoutQuery(answer.address);
  if (status === 429) {
    throw new Passing(
      'rate-limited',
      `${place} asks for fewer requests (status 429)`,
      retryAfter(headers),
    );
  }
  if (status >= 500) {
    throw new Passing('server-error', `${place} fails (status ${status})`, retryAfter(headers));
  }
  if (status !== 200) {
    throw reject('http-error', `${place} answers with status ${status} instead of 200`, { status });
  }
  return answer;
}

function passing(address: string, { limits }: FetchRules, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const place = withoutQuery(address);
  if (error instanceof Error && error.cause instanceof Refusal) return error.cause;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Passing('name-resolution', `The name of ${place} is not known`);
  }
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT') {
    return new Passing(
      'timed-out',
      `${place} did not finish within ${limits.milliseconds / 1000} seconds`,
    );
  }
  if (/aborted|premature|unexpected end|incorrect header|ECONNRESET/i.test(`${code} ${message}`)) {
    return new Passing('truncated', `The answer of ${place} is cut off (${message})`);
  }
  return new Passing('unreachable', `${place} cannot be reached (${code || message})`);
}

/**
 * How long a server asks to be left alone.
 *
 * @returns milliseconds; the header holds seconds or a date (RFC 9110, section 10.2.3), which is
 *   measured by the server's own clock
 */
export function retryAfter(headers: Answer['headers']): number {
  const header = headers['retry-after'];
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const wait = Date.parse(header) - Date.parse(headers.date ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
