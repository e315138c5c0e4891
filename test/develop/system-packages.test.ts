import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';

/** Packages that the machine's archive has, each with the program that it brings. */
const DEBIAN = {
  git: 'git',
  'default-jre-headless': 'java',
  'chromium-headless-shell': 'chromium-headless-shell',
  chromium: 'chromium',
  jq: 'jq',
  curl: 'curl',
  procps: 'pkill',
  shellcheck: 'shellcheck',
};
/** One of Debian's kin that has Chromium as one package only. */
const { 'chromium-headless-shell': _, ...KIN } = DEBIAN;

let bin: string;
const program = (name: string, script: string) => {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
};

/**
 * Like Debian's: it installs nothing at all if it does not know one of the packages.
 *
 * @param snapped a package that would only bring a snap, as Ubuntu's Chromium does
 */
function aptGet(packages: Readonly<Record<string, string>>, snapped = 'none'): void {
  const known = Object.entries(packages)
    .map(([name, brings]) => `${name}) new="$new ${brings}" ;;`)
    .join('\n');
  program(
    'apt-get',
    `case $* in
  *' -s '*${snapped}) echo "Inst chromium-browser (2:1snap1-0ubuntu2 Ubuntu:24.04/noble [amd64])"; exit ;;
  *' -s '*) echo "Inst libsnappy1v5 (1.1.9-3 Debian:12.11/oldstable [amd64])"; exit ;;
esac
echo "$*" >> ${bin}/asked
[ "$1" = install ] || exit 0
new=
for each in "$@"; do
  case $each in
    install | -*) ;;
    ${known}
    *) exit 100 ;;
  esac
done
for each in $new; do echo '#!/bin/sh' > ${bin}/$each; /bin/chmod +x ${bin}/$each; done`,
  );
}

/** What `npm test` does and says on a machine that has nothing but the programs in `bin`. */
function installed(user: 'root' | 'plain') {
  const script = `
    import { installSystemPackages } from '${join(projectFolder, 'scripts/develop/system-packages.ts')}';
    const said = [];
    const missing = installSystemPackages((text) => said.push(text), ${user === 'root'});
    console.log(JSON.stringify({ said, missing }));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: projectFolder, env: { PATH: bin }, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { said, missing }: { said: readonly string[]; missing: readonly string[] } =
    JSON.parse(stdout);
  const asked = existsSync(join(bin, 'asked')) ? readFileSync(join(bin, 'asked'), 'utf8') : '';
  // GNU's `timeout` is looked for where it is on Linux, whatever the path says.
  const names = missing.map((sentence) => sentence.split(' ')[0]);
  return { said, missing: names.filter((name) => name !== '/usr/bin/timeout'), asked };
}

beforeEach(async () => {
  bin = join(await scratch(), 'bin');
  mkdirSync(bin);
  // `has()` asks the shell.
  program('sh', 'exec /bin/sh "$@"');
});

describe('the programs that the tests need', () => {
  it.each([
    ['as root', 'root', DEBIAN],
    ['through sudo', 'plain', DEBIAN],
    ['as root where a package has another name', 'root', KIN],
    ['through sudo where a package has another name', 'plain', KIN],
  ] as const)('are installed %s', (_title, user, packages) => {
    aptGet(packages);
    program('sudo', '[ "$1" = -n ] && shift; exec "$@"');
    program('true', '');
    expect(installed(user).missing).toEqual([]);
  });

  it('are installed one by one, so that one that is not to be had keeps none of the others away', () => {
    const { jq: _jq, ...others } = DEBIAN;
    aptGet(others);
    const { missing, said } = installed('root');
    expect(missing).toEqual(['jq']);
    expect(said[0]).toContain('Installing git, default-jre-headless, chromium-headless-shell, jq');
  });

  it.each([
    ['has no sudo', undefined],
    ['would be asked for a password', 'exit 1'],
  ])('are named, with the command, to who %s', (_title, sudo) => {
    aptGet(DEBIAN);
    if (sudo !== undefined) program('sudo', sudo);
    const { said, missing, asked } = installed('plain');
    expect(asked).toBe('');
    expect(missing).toHaveLength(Object.keys(KIN).length);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /root’s rights: sudo apt-get install git default-jre-headless chromium-headless-shell jq curl procps /,
    );
  });

  it('are only named on a system without apt-get', () => {
    const { said, missing } = installed('root');
    expect(said).toEqual([]);
    expect(missing).toContain('java');
  });

  it('do not include a browser that is only a snap', () => {
    aptGet(KIN, 'chromium');
    program('chromium-browser', 'echo "requires the chromium snap to be installed" >&2; exit 1');
    const { missing, asked } = installed('root');
    expect(missing).toEqual(['chromium-headless-shell']);
    expect(asked).toContain('jq\n');
    expect(asked).not.toMatch(/ chromium$/m);
  });

  it.each(['chromium', 'google-chrome', 'chrome'])('count as there by another name: %s', (name) => {
    program(name, '');
    expect(installed('root').missing).not.toContain('chromium-headless-shell');
  });
});
