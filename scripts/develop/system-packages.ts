import { spawnSync } from 'node:child_process';

/** Chromium by the names that systems give it; the one without windows opens a page in a fifth of the time. */
export const BROWSER_PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
] as const;

/** A program of the machine that a check needs, and what brings it. */
interface SystemProgram {
  /** By any of these names. */
  readonly programs: readonly string[];
  /** Debian's packages, the best first: its kin lack some of them. */
  readonly debian: readonly string[];
  readonly neededFor: string;
}

const PROGRAMS: readonly SystemProgram[] = [
  { programs: ['git'], debian: ['git'], neededFor: 'the tests of pushing' },
  { programs: ['java'], debian: ['default-jre-headless'], neededFor: 'the HTML validator' },
  {
    programs: BROWSER_PROGRAMS,
    debian: ['chromium-headless-shell', 'chromium'],
    neededFor: 'the tests in a browser',
  },
  { programs: ['jq'], debian: ['jq'], neededFor: 'the scenarios of the workflows' },
  { programs: ['curl'], debian: ['curl'], neededFor: 'the scenarios of the workflows' },
  { programs: ['pkill'], debian: ['procps'], neededFor: 'the scenarios of the workflows' },
  {
    programs: ['shellcheck'],
    debian: ['shellcheck'],
    neededFor: 'the check of the workflows’ shell',
  },
];

/**
 * Installs what is missing where that is possible: on Debian and its kin, as root or through sudo
 * without a password.
 *
 * @returns a sentence for each program that is still missing
 */
export function installSystemPackages(say: (text: string) => void): readonly string[] {
  const missing = PROGRAMS.filter(isMissing);
  if (missing.length === 0) return [];
  const root = asRoot();
  if (root !== undefined && has('apt-get')) {
    const install = (...packages: readonly string[]) =>
      run(root, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
    const first = missing.flatMap(({ debian }) => debian.slice(0, 1));
    say(`Installing ${first.join(', ')} ...`);
    run(root, ['apt-get', 'update', '-qq']);
    install(...first);
    // One package that is unknown here keeps all of them from being installed.
    for (const each of missing) {
      for (const name of each.debian) if (isMissing(each)) install(name);
    }
  }
  return missing
    .filter(isMissing)
    .map(
      ({ programs, debian, neededFor }) =>
        `${programs[0]} is missing (package ${debian.join(' or ')}): ${neededFor} cannot run`,
    );
}

function isMissing({ programs }: SystemProgram): boolean {
  return !programs.some(has);
}

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** The words before a command that make it root's; undefined: there is no way. */
function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

function run(root: readonly string[], command: readonly string[]): void {
  const [program = '', ...args] = [...root, ...command];
  spawnSync(program, args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
