import { spawnSync } from 'node:child_process';

/** A program that a check needs, and the Debian package that contains it. */
interface SystemProgram {
  readonly program: string;
  readonly debian: string;
  readonly neededFor: string;
}

const PROGRAMS: readonly SystemProgram[] = [
  { program: 'git', debian: 'git', neededFor: 'the tests of pushing' },
  { program: 'java', debian: 'default-jre-headless', neededFor: 'the HTML validator' },
  { program: 'chromium', debian: 'chromium', neededFor: 'the tests in a browser' },
  { program: 'jq', debian: 'jq', neededFor: 'the scenarios of the workflows' },
  { program: 'pkill', debian: 'procps', neededFor: 'the scenarios of the workflows' },
  { program: 'shellcheck', debian: 'shellcheck', neededFor: 'the check of the workflows’ shell' },
];

/**
 * Installs missing programs if possible: on Debian and its derivatives, as root or with a sudo that
 * needs no password.
 *
 * @returns a sentence for each program that is still missing
 */
export function installSystemPackages(say: (text: string) => void): readonly string[] {
  const missing = PROGRAMS.filter(({ program }) => !has(program));
  if (missing.length === 0) return [];
  const packages = missing.map(({ debian }) => debian);
  const root = asRoot();
  if (root !== undefined && has('apt-get')) {
    say(`Installing ${packages.join(', ')} ...`);
    run(root, ['apt-get', 'update', '-qq']);
    run(root, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  return missing
    .filter(({ program }) => !has(program))
    .map(
      ({ program, debian, neededFor }) =>
        `${program} is missing (package ${debian}): ${neededFor} cannot run`,
    );
}

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** The words to put before a command to run it as root; undefined: that is not possible. */
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
