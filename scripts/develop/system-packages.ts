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
  /** Debian's packages, the best first: its relatives lack some of them. */
  readonly debian: readonly string[];
  /** What serves as well but is not a Debian package: Ubuntu has Chromium as a snap only. */
  readonly instead?: string;
  readonly neededFor: string;
}

const SCENARIOS = 'the scenarios of the workflows';

const PROGRAMS: readonly SystemProgram[] = [
  { programs: ['git'], debian: ['git'], neededFor: 'the tests of pushing' },
  { programs: ['java'], debian: ['default-jre-headless'], neededFor: 'the HTML validator' },
  {
    programs: BROWSER_PROGRAMS,
    debian: ['chromium-headless-shell', 'chromium'],
    instead: 'Google Chrome',
    neededFor: 'the tests in a browser',
  },
  { programs: ['jq'], debian: ['jq'], neededFor: SCENARIOS },
  { programs: ['curl'], debian: ['curl'], neededFor: SCENARIOS },
  { programs: ['pkill'], debian: ['procps'], neededFor: SCENARIOS },
  // Where GNU's is, its `date` is too; macOS has neither there.
  { programs: ['/usr/bin/timeout'], debian: ['coreutils'], neededFor: SCENARIOS },
  {
    programs: ['shellcheck'],
    debian: ['shellcheck'],
    neededFor: 'the check of the workflows’ shell',
  },
];

/** What this machine lacks to run the scenarios of the workflows, as their runner would. */
export function missingForScenarios(): readonly string[] {
  return PROGRAMS.filter(({ neededFor }) => neededFor === SCENARIOS)
    .filter(isMissing)
    .map(({ programs }) => programs[0] ?? '');
}

/**
 * Installs what is missing where that is possible: on Debian and its relatives, as root or through sudo
 * without a password. Where only the right to is missing, it says the command for who has it.
 *
 * @returns a sentence for each program that is still missing
 */
export function installSystemPackages(
  say: (text: string) => void,
  isRoot = process.getuid?.() === 0,
): readonly string[] {
  const missing = PROGRAMS.filter(isMissing);
  if (missing.length === 0) return [];
  const first = missing.flatMap(({ debian }) => debian.slice(0, 1));
  const root = asRoot(isRoot);
  if (has('apt-get') && root === undefined) {
    say(`Not installed, since that takes root’s rights: sudo apt-get install ${first.join(' ')}`);
  }
  if (has('apt-get') && root !== undefined) {
    const install = (...packages: readonly string[]) =>
      run(root, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
    say(`Installing ${first.join(', ')} ...`);
    run(root, ['apt-get', 'update', '-qq']);
    install(...first);
    // One package that is unknown here keeps all of them from being installed.
    for (const each of missing) {
      for (const name of each.debian) {
        if (isMissing(each) && !bringsSnap(name)) install(name);
      }
    }
  }
  return missing
    .filter(isMissing)
    .map(
      ({ programs, debian, instead, neededFor }) =>
        `${programs[0]} is missing (package ${debian.join(' or ')}${instead ? `, or ${instead}` : ''}): ${neededFor} cannot run`,
    );
}

function isMissing({ programs }: SystemProgram): boolean {
  return programs === BROWSER_PROGRAMS ? browserProgram() === undefined : !programs.some(has);
}

/**
 * The browser of this machine, by its name. Ubuntu's `chromium-browser` is there without the snap
 * that it starts, so a browser must answer.
 */
export function browserProgram(): string | undefined {
  return BROWSER_PROGRAMS.filter(has).find(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

/**
 * Ubuntu's package of Chromium installs the daemon of snaps, and no browser. Its version says so
 * (`2:1snap1-0ubuntu2`) where that daemon is there already.
 */
function bringsSnap(name: string): boolean {
  const { stdout } = spawnSync('apt-get', ['install', '-s', '-qq', name], { encoding: 'utf8' });
  return /^Inst (snapd |\S+ \(\S*snap\d)/m.test(stdout);
}

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** The words before a command that make it root's; undefined: there is no way. */
function asRoot(isRoot: boolean): readonly string[] | undefined {
  if (isRoot) return [];
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
