import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { browserPath } from '../../scripts/develop/browser.ts';
import type { SharedSample } from './sample-site-once.ts';

/** The sample's site in a real browser. */
export interface BuiltSite extends SharedSample {
  /** A page of its own context: nothing stored, nothing cached, no worker unless one is allowed. */
  readonly visit: (path?: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** A context in which a test opens its pages itself; service workers run in it. */
  readonly reader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** A page with what happened in it. */
export interface Visit {
  readonly page: Page;
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  /** Violations of the Content-Security-Policy, errors of scripts and on the console. */
  readonly troubles: readonly string[];
  /** When the page has done what it does by itself: nothing is being fetched, nothing left to run. */
  readonly settled: () => Promise<void>;
}

/** Whether this machine can run the tests that use a browser; CI has one or fails. */
export const hasBrowser = browserPath !== undefined || Boolean(process.env.CI);

if (!hasBrowser) console.warn('SKIPPED: the tests in a browser, because there is no Chromium');

/** Ends what hangs. How long a page takes on a machine that is busy is nobody's business. */
const MILLISECONDS_TO_HANG = 120_000;

/**
 * Connects a test file to the sample's site and the browser that all files share.
 *
 * @returns what gives the site inside a test
 */
export function builtSite(): () => BuiltSite {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const { browser: address } = inject('sample');
    if (address !== undefined) browser = await chromium.connect(address);
  });
  afterAll(() => browser?.close());
  const reader: BuiltSite['reader'] = async (options = {}) => {
    if (!browser)
      throw new Error('the browser is there in tests only, not while they are collected');
    const context = await browser.newContext(options);
    context.setDefaultTimeout(MILLISECONDS_TO_HANG);
    return context;
  };
  return () => {
    const sample = inject('sample');
    const visit: BuiltSite['visit'] = async (path = '', options = {}) =>
      visited(
        await reader({ serviceWorkers: 'block', ...options }),
        new URL(path, sample.url).href,
      );
    return { ...sample, visit, reader };
  };
}

/** After whatever a page has to do by itself. */
const WHEN_IDLE = 'scheduler.postTask(() => undefined, { priority: "background" })';

async function visited(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const requests: string[] = [];
  const underWay = new Set<Request>();
  const troubles: string[] = [];
  page.on('request', (request) => {
    requests.push(request.url());
    underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  const settled = async () => {
    do await page.evaluate(WHEN_IDLE);
    while (underWay.size > 0);
  };
  await page.goto(url);
  return { page, requests, troubles, settled };
}
