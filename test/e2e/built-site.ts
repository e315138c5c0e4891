import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type PreviewServer, serveFolder } from '../../scripts/develop/serve-folder.ts';
import { openLedger } from '../../scripts/ledger/store.ts';
import { loadSettings } from '../../scripts/settings/load-settings.ts';
import { buildSite, drawingsOf } from '../../scripts/website/build-site.ts';
import { drawKept } from '../../scripts/website/cards/draw-kept.ts';
import { readOutline } from '../../scripts/website/read-outline.ts';
import { readAssets, writeSite } from '../../scripts/website/write-site.ts';
import type { Instant } from '../../site/shared/time.ts';
import { chromiumPath, openBrowser } from '../browser.ts';
import { scratch } from '../command-line.ts';
import type {} from './replay-once.ts';

/** The path that the site lies under, as a project's pages do on GitHub. */
export const PREFIX = '/tracker/';

/** The sample's site in a real browser. */
export interface BuiltSite {
  /** Address of its first page, ending in the prefix. */
  readonly url: string;
  /** Folder that is served. */
  readonly dist: string;
  /** The sample's ledger, for a test that builds a variant of it into `dist`. */
  readonly dataDir: string;
  readonly lastRead: Instant;
  /** A page of its own context: nothing stored, nothing cached. */
  readonly visit: (path?: string, options?: BrowserContextOptions) => Promise<Visit>;
}

/** A page with what happened in it. */
export interface Visit {
  readonly page: Page;
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  /** Violations of the Content-Security-Policy, errors of scripts and on the console. */
  readonly troubles: readonly string[];
}

/** Whether this machine can run the tests that use a browser; CI has one or fails. */
export const hasBrowser = chromiumPath !== undefined || Boolean(process.env.CI);

if (!hasBrowser) console.warn('SKIPPED: the tests in a browser, because there is no Chromium');

/**
 * Builds the sample's site once for a test file, serves it under the prefix and opens a browser;
 * all of it ends with the file.
 *
 * @returns what gives the site inside a test
 */
export function builtSite(): () => BuiltSite {
  let site: (BuiltSite & { readonly end: () => Promise<void> }) | undefined;
  beforeAll(async () => {
    if (hasBrowser) site = await open();
  });
  afterAll(() => site?.end());
  return () => {
    if (!site) throw new Error('the site is there in tests only, not while they are collected');
    return site;
  };
}

async function open() {
  const folder = await scratch();
  const [dataDir, dist] = [join(folder, 'data'), join(folder, 'dist')];
  const { lastRead, dataDir: replayed } = inject('sample');
  await cp(replayed, dataDir, { recursive: true });
  const served: PreviewServer = await serveFolder(dist, { port: 0, basePath: PREFIX });
  await buildInto(dist, dataDir, lastRead, served.url);
  const browser = await openBrowser();
  return {
    url: served.url,
    dist,
    dataDir,
    lastRead,
    visit: (path = '', options = {}) => visit(browser, new URL(path, served.url).href, options),
    end: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** Builds a ledger's site as `npm run build -- --no-cards` does. */
export async function buildInto(
  dist: string,
  dataDir: string,
  at: Instant,
  baseUrl: string,
): Promise<void> {
  const settings = await loadSettings(dataDir);
  const ledger = await openLedger(dataDir, { notAfter: at, timeZone: settings.timeZone });
  const outline = await readOutline(dataDir, settings.map.outline);
  const input = { ledger, settings, at, baseUrl, commit: null, outline, cards: false };
  const files = buildSite(input, await readAssets());
  const pictures = await drawKept(drawingsOf(files), { folder: `${dist}.pictures` });
  await writeSite(dist, files, pictures.files);
}

async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(url);
  return { page, requests, troubles };
}
