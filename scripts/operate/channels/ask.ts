import pRetry from 'p-retry';
import type { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { retryAfter } from '../../source/fetch-body.ts';
import { type Answer, fetchOnce, type OutgoingMessage } from '../../source/fetch-once.ts';

/** A value that JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One request to a platform. */
export interface Call extends OutgoingMessage {
  readonly address: string;
  /** Whether the same request, sent again, does nothing more. */
  readonly isRepeatable: boolean;
  /** Statuses besides 2xx that the caller can make sense of. */
  readonly accept?: readonly number[];
}

/** Sends a request, with patience. @throws ChannelFailure */
export type Ask = (call: Call) => Promise<Answer>;

/** Why a platform did not do what it was asked. Its message names the host alone, never a secret. */
export class ChannelFailure extends Error {
  override readonly name = 'ChannelFailure';
  /** Short and for programs: `status-401`, `unreachable`, `no-answer`. */
  readonly code: string;
  /** The platform may have done it all the same. */
  readonly isUnclear: boolean;
  /** How long the platform asks to be left alone, in milliseconds; 0: it does not say. */
  readonly waitMilliseconds: number;

  constructor(
    code: string,
    message: string,
    { isUnclear = false, waitMilliseconds = 0, cause = undefined as unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.isUnclear = isUnclear;
    this.waitMilliseconds = waitMilliseconds;
  }
}

/** What every request of a run has in common. */
export interface AskRules {
  /** `host:port` that may be asked although its address is private, or without encryption. */
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
  /** What must not appear in a message, whatever a platform answers. */
  readonly secrets: readonly string[];
  /** How long a second of waiting is, for tests in a hurry; without it, 1000. */
  readonly secondMilliseconds?: number;
  /** How long an answer may take, in milliseconds; without it, 20,000. */
  readonly answerMilliseconds?: number;
  /** How long all requests together may take, in milliseconds; without it, 120,000. */
  readonly budgetMilliseconds?: number;
}

const RETRIES = 3;
const LONGEST_WAIT_SECONDS = 30;
const ANSWER_MILLISECONDS = 20_000;
/** A scheduled run still has to start the deployment. */
const BUDGET_MILLISECONDS = 120_000;
const MOST_BYTES = 2_000_000;
const LONGEST_QUOTE = 200;

/** The connection never came about, so nothing was sent. */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ERR_TLS_.*|.*CERT.*)$/;
/**
 * By RFC 9110, section 15, the server says that it did not do what it was asked. A 502 or 504 comes
 * from a gateway, which does not know.
 */
const NOT_DONE = new Set([429, 500, 503]);
const MAYBE_DONE = new Set([502, 504, 520, 522, 524]);

/**
 * The door through which platforms are asked: no redirects, only encrypted and public addresses,
 * three more tries, as far apart as the platform asks for, and an end to all of it. A request that
 * may not be repeated is tried again only if it certainly was not carried out.
 */
export function askWith(rules: AskRules): Ask {
  const second = rules.secondMilliseconds ?? 1000;
  const end = performance.now() + (rules.budgetMilliseconds ?? BUDGET_MILLISECONDS);
  return (call) =>
    pRetry(() => attempt(call, rules, end - performance.now()), {
      retries: RETRIES,
      minTimeout: second,
      factor: 2,
      randomize: true,
      shouldRetry: ({ error }) =>
        error instanceof TryAgain &&
        (call.isRepeatable || !error.failure.isUnclear) &&
        error.failure.waitMilliseconds <= LONGEST_WAIT_SECONDS * 1000,
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (!(error instanceof TryAgain) || retriesLeft === 0) return;
        const { waitMilliseconds } = error.failure;
        if (waitMilliseconds > LONGEST_WAIT_SECONDS * 1000) return;
        await new Promise((resolve) => setTimeout(resolve, (waitMilliseconds / 1000) * second));
      },
    }).catch((error: unknown) => {
      throw error instanceof TryAgain ? error.failure : error;
    });
}

/** A failure that asking again may heal. */
class TryAgain extends Error {
  readonly failure: ChannelFailure;

  constructor(failure: ChannelFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** @param left how long it may take at most, in milliseconds */
async function attempt(call: Call, rules: AskRules, left: number): Promise<Answer> {
  if (left <= 0) throw new ChannelFailure('no-time', 'The other channels took too long');
  const url = URL.canParse(call.address) ? new URL(call.address) : undefined;
  const isOpen = url?.protocol === 'http:' && !rules.allowHosts.includes(url.host);
  if (!url || isOpen) {
    throw new ChannelFailure('address', 'The address does not begin with https://');
  }
  const answer = await fetchOnce(
    call.address,
    {
      limits: {
        bytes: MOST_BYTES,
        milliseconds: Math.min(rules.answerMilliseconds ?? ANSWER_MILLISECONDS, left),
        redirects: 0,
      },
      allowHosts: rules.allowHosts,
      guardPrivateAddresses: rules.guardPrivateAddresses,
    },
    call,
  ).catch((error: unknown) => {
    throw lost(url.host, error);
  });
  const { status } = answer;
  if ((status >= 200 && status < 300) || call.accept?.includes(status)) return answer;
  const failure = new ChannelFailure(
    `status-${status}`,
    `${url.host} answers with status ${status}${quoted(answer, rules.secrets)}`,
    { isUnclear: MAYBE_DONE.has(status), waitMilliseconds: waitOf(answer) },
  );
  throw NOT_DONE.has(status) || MAYBE_DONE.has(status) ? new TryAgain(failure) : failure;
}

/**
 * How long to wait, in milliseconds; 0: the platform does not say. Where there is no `Retry-After`,
 * X and Bluesky name the second, Mastodon the instant, at which the limit is lifted.
 */
function waitOf({ status, headers }: Answer): number {
  const asked = retryAfter(headers);
  if (asked > 0 || status !== 429) return asked;
  const names = ['x-rate-limit-reset', 'ratelimit-reset', 'x-ratelimit-reset'];
  const reset = names.map((name) => headers[name]).find((value) => typeof value === 'string');
  if (typeof reset !== 'string') return 0;
  const at = /^\d{9,}$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset);
  const wait = at - Date.parse(headers.date ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

/** The failure of a request without an answer. */
function lost(host: string, error: unknown): Error {
  if (error instanceof Refusal) {
    // Anything that is refused was refused before it was sent, except for an answer that is too long.
    const isUnclear = error.code === 'too-large';
    const message =
      error.code === 'forbidden-address'
        ? `${host} is not at a public address`
        : `${host} does not answer as expected (${error.code})`;
    return new ChannelFailure(error.code, message, { isUnclear, cause: error });
  }
  const reason = error instanceof Error && error.cause instanceof Refusal ? error.cause : undefined;
  if (reason) return lost(host, reason);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const failure = NEVER_SENT.test(code)
    ? new ChannelFailure('unreachable', `${host} cannot be reached (${code})`)
    : new ChannelFailure('no-answer', `${host} does not answer (${code || 'cut off'})`, {
        isUnclear: true,
        cause: error,
      });
  return new TryAgain(failure);
}

/** What the platform says about it, in one line. */
function quoted({ body }: Answer, secrets: readonly string[]): string {
  let said = Buffer.from(body)
    .toString('utf8')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  for (const secret of secrets) said = said.replaceAll(secret, '<secret>');
  if (said === '' || said.startsWith('<')) return '';
  return `: ${said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)} …` : said}`;
}

/** The parts of a call that sends JSON and reads JSON. */
export function sendsJson(
  address: string,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): Pick<Call, 'address' | 'method' | 'headers' | 'body'> {
  const type = { 'content-type': 'application/json', accept: 'application/json' };
  return { address, method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

/**
 * An answer's JSON.
 *
 * @throws ChannelFailure if it is not JSON, or not what the platform documents. What was asked for
 *   was done, so nobody can know whether it was done as expected
 */
export function jsonOf<T>(schema: z.ZodType<T>, { body, address }: Answer): T {
  const { host } = new URL(address);
  try {
    return schema.parse(JSON.parse(Buffer.from(body).toString('utf8')), { jitless: true });
  } catch (cause) {
    throw new ChannelFailure('answer', `${host} answers with something unexpected`, {
      isUnclear: true,
      cause,
    });
  }
}
