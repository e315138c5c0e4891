import { Octokit } from '@octokit/rest';
import pRetry from 'p-retry';
import { z } from 'zod';

export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly apiUrl: string;
  /** How long to wait before the first repeated call; each later wait is twice as long. */
  readonly firstPauseMilliseconds?: number;
}

/** What each resource's file is given. */
export interface Api {
  readonly rest: Octokit['rest'];
  /** Owner and name, as every call takes them. */
  readonly at: { readonly owner: string; readonly repo: string };
  /** Asks what may be asked twice; server errors, lost answers and rate limits are asked again. */
  ask<T>(call: () => Promise<{ readonly data: T }>): Promise<T>;
  /** Sends what makes something new: asked again only when GitHub says that it did nothing. */
  send<T>(call: () => Promise<{ readonly data: T }>): Promise<T>;
}

const RETRIES = 3;
const FIRST_PAUSE_MILLISECONDS = 500;
const SECONDS_TO_ANSWER = 20;
const LONGEST_WAIT_SECONDS = 60;
const silent = () => undefined;

/** The one door to GitHub's API. */
export function openApi(access: GitHubAccess): Api {
  const { repository, token, apiUrl } = access;
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl,
    request: { fetch: patientFetch },
    // A failed call is thrown and told once, where it ends; the library would print each try too.
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const again = async <T>(call: () => Promise<{ data: T }>, isWorthIt: (error: Error) => boolean) =>
    pRetry(async () => (await call()).data, {
      retries: RETRIES,
      minTimeout: access.firstPauseMilliseconds ?? FIRST_PAUSE_MILLISECONDS,
      randomize: true,
      shouldRetry: ({ error }) => isWorthIt(error),
      onFailedAttempt: ({ error }) => waitAsTold(error),
    });
  return {
    rest: octokit.rest,
    at: { owner, repo },
    ask: (call) => again(call, (error) => isRateLimit(error) || statusOf(error) >= 500),
    send: (call) => again(call, isRateLimit),
  };
}

/** Whether GitHub failed as it does when it is slow or down, or asked us to wait. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Error && 'status' in error && (statusOf(error) >= 500 || isRateLimit(error))
  );
}

/** The status GitHub answered with; 500 where there was no answer. */
export function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

function patientFetch(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000) });
}

/** Secondary limits are answered 403 or 429, and their header or words say so. */
function isRateLimit(error: Error): boolean {
  const status = statusOf(error);
  return status === 429 || (status === 403 && /rate limit/i.test(error.message));
}

async function waitAsTold(error: Error): Promise<void> {
  const seconds = Number(headerOf(error, 'retry-after'));
  if (!isRateLimit(error) || !(seconds > 0) || seconds > LONGEST_WAIT_SECONDS) return;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function headerOf(error: unknown, name: string): string | undefined {
  const holder = z.object({ response: z.object({ headers: z.record(z.string(), z.unknown()) }) });
  const parsed = holder.safeParse(error);
  const value = parsed.success ? parsed.data.response.headers[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
