import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where this machine's Chromium is; undefined: it has none, and tests say that they skip. */
export const chromiumPath: string | undefined =
  PROGRAMS.map(
    (program) =>
      spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout?.trim() ?? '',
  ).find(Boolean) ?? ELSEWHERE.find((path) => existsSync(path));

/** Without its own look-ups in the background, so that a network log holds what pages ask for. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** A real browser for a test file; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('No Chromium on this machine');
  return chromium.launch({ executablePath: chromiumPath, args: [...CHROMIUM_FLAGS] });
}
