import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';

/** Which repository to use, and how to be let in. */
export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly apiUrl: string;
  /** How long a second of waiting is, for tests in a hurry; without it, 1000. */
  readonly secondMilliseconds?: number;
}

/** What each resource's file is given. */
export interface Api {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  /** Owner and name, as every call takes them. */
  readonly at: { readonly owner: string; readonly repo: string };
}

const RETRIES = 3;
const SECONDS_BEFORE_RETRY = 0.5;
const SECONDS_BETWEEN_WRITES = 1;
const SECONDS_BETWEEN_MAILS = 3;
const SECONDS_TO_ANSWER = 20;
const LONGEST_WAIT_SECONDS = 60;
/** What asking again does not change; a rate limit is waited out by the throttling. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];
const silent = () => undefined;

const PatientOctokit = Octokit.plugin(retry, throttling);

/**
 * The one door to GitHub's API. What fails is asked again: after a rate limit whenever GitHub says
 * when, since it did nothing; after a server error or a lost answer only where it may be asked
 * twice.
 */
export function openApi({
  repository,
  token,
  apiUrl,
  secondMilliseconds = 1000,
}: GitHubAccess): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = new PatientOctokit({
    auth: token,
    baseUrl: apiUrl,
    request: { fetch: patientFetch },
    // A failed call is thrown and reported once, where it ends; the library would print each try
    // too.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: {
      doNotRetry: FINAL,
      retries: RETRIES,
      retryAfterBaseValue: SECONDS_BEFORE_RETRY * secondMilliseconds,
    },
    throttle: {
      onRateLimit: isShortWait,
      onSecondaryRateLimit: isShortWait,
      retryAfterBaseValue: secondMilliseconds,
      write: paced(SECONDS_BETWEEN_WRITES * secondMilliseconds),
      notifications: paced(SECONDS_BETWEEN_MAILS * secondMilliseconds),
    },
  });
  // A POST makes something new, and may have made it although its answer was lost.
  octokit.hook.before('request', (options) => {
    if (options.method === 'POST') options.request = { ...options.request, retries: 0 };
  });
  return { rest: octokit.rest, paginate: octokit.paginate, at: { owner, repo } };
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

/**
 * One at a time, so far apart:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
function paced(milliseconds: number) {
  return new Bottleneck.Group({ maxConcurrent: 1, minTime: milliseconds });
}

/** Whether a rate limit is waited out; a longer one is left to the next run. */
function isShortWait(
  seconds: number,
  _options: object,
  _octokit: object,
  retriesSoFar: number,
): boolean {
  return seconds <= LONGEST_WAIT_SECONDS && retriesSoFar < RETRIES;
}

/** Secondary limits are answered 403 or 429, and their header or words say so. */
function isRateLimit(error: Error): boolean {
  const status = statusOf(error);
  return status === 429 || (status === 403 && /rate limit/i.test(error.message));
}
