import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { browserProgram } from './system-packages.ts';

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without its own look-ups in the background, so that a network log holds what pages ask for. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Ends a browser that hangs while it starts; a slow machine may take its time. */
const MILLISECONDS_TO_START = 300_000;
const START = { timeout: MILLISECONDS_TO_START } as const;
const MILLISECONDS_BETWEEN_LOOKS = 20;

/** Where this machine's Chromium is; undefined: it has none. */
export const browserPath: string | undefined =
  pathOf(browserProgram()) ?? ELSEWHERE.find((path) => existsSync(path));

function pathOf(program: string | undefined): string | undefined {
  if (program === undefined) return undefined;
  return spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
}

/** A browser in a process of its own that others connect to. */
export async function serveBrowser(): Promise<{
  /** Address for `chromium.connect`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}> {
  const server = await chromium.launchServer({
    ...START,
    executablePath: neededPath(),
    args: [...FLAGS],
  });
  return { address: server.wsEndpoint(), close: () => server.close() };
}

/** A browser that is driven through its debugging port, as Lighthouse does. */
export async function openDebuggedBrowser(): Promise<{
  readonly port: number;
  readonly close: () => Promise<void>;
}> {
  const profile = await mkdtemp(join(tmpdir(), 'tracker-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...START,
    executablePath: neededPath(),
    // It takes a port that is free, and writes down which.
    args: [...FLAGS, '--remote-debugging-port=0'],
  });
  return {
    port: await portIn(join(profile, 'DevToolsActivePort')),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function portIn(file: string): Promise<number> {
  for (let waited = 0; waited < MILLISECONDS_TO_START; waited += MILLISECONDS_BETWEEN_LOOKS) {
    const [line = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (line !== '') return Number(line);
    await pause(MILLISECONDS_BETWEEN_LOOKS);
  }
  throw new Error(`The browser never wrote its port into ${file}`);
}

function neededPath(): string {
  if (browserPath === undefined) throw new Error('There is no Chromium on this machine');
  return browserPath;
}
