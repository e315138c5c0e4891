import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { openLedger, replaceLedger } from '../../../scripts/ledger/store.ts';
import { withOwnSite } from '../../../scripts/maintain/setup/own-site-in-readme.ts';
import { findNewerProgram } from '../../../scripts/maintain/upgrade/newer-program.ts';
import { withScheduleOf } from '../../../scripts/maintain/upgrade/own-parts.ts';
import { upgradeProgram } from '../../../scripts/maintain/upgrade/upgrade-program.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { instant, settingsOf, world } from '../../world.ts';

const UPDATE = '.github/workflows/update.yml';
const CARDS = 'scripts/website/cards.ts';
const README = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const SITE = { title: 'Ours', url: 'https://somebody.github.io/else/' };
const PROGRAM = `export const width = 1200;\n\n// The size that most sites show.\nexport const height = 630;\n`;

let original: string;
let copy: string;
let tested: number;

const sh = (dir: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
const write = (dir: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
};
const commit = (dir: string, message: string, files: Readonly<Record<string, string>>) => {
  write(dir, files);
  sh(dir, 'add', '--all');
  sh(dir, 'commit', '--quiet', '-m', message);
};
const text = (name: string, dir = copy) => readFileSync(join(dir, name), 'utf8');
const packageOf = (version: string) => `${JSON.stringify({ version, repository: original })}\n`;

/** Thirty days of a district's own ledger, and hours of its own. */
async function live(dir: string): Promise<void> {
  const settings = settingsOf({ repository: 'https://github.com/somebody/else' });
  const days = Array.from(
    { length: 30 },
    (_, day) => `2021-03-${String(day + 1).padStart(2, '0')}`,
  );
  const { ledger } = days.reduce(
    (built, date, day) => built.reads(date, { 1: day + 1, 2: 5 }),
    world(settings),
  );
  await replaceLedger(join(dir, 'data'), ledger, {
    notAfter: instant('2021-04-01'),
    timeZone: 'America/Chicago',
  });
  const { $schema: _, ...stored } = settings;
  const hours = text(UPDATE, dir)
    .replace(/cron: '17,47 .*'/, "cron: '5 7 * * *'")
    .replaceAll('America/Chicago', 'Europe/Berlin');
  commit(dir, 'Thirty days', {
    'data/district.json': `${JSON.stringify(stored, null, 2)}\n`,
    'README.md': withOwnSite(text('README.md', dir), SITE),
    [UPDATE]: hours,
  });
}

/** README with other words just above and below the place of a copy's own site. */
const rewritten = (readme: string) =>
  readme.replace(/^# .*/, '# The tracker').replace('<picture>', '<picture >');

/** The original goes on: data of its own, a fix, another schedule, a new action, a new file. */
function goOn(): void {
  const workflow = text(UPDATE, original);
  commit(original, 'data: news', { 'data/cases.csv': 'theirs\n', 'data/days.csv': 'theirs\n' });
  commit(original, 'Draw larger cards', {
    [CARDS]: PROGRAM.replace('1200', '1600'),
    'CHANGELOG.md': '# Changelog\n\n- Cards are larger.\n- The first version.\n',
  });
  commit(original, 'Read at other hours, with a newer action', {
    [UPDATE]: workflow.replace(/cron: '17,47 /, "cron: '3,33 ").replaceAll('# v7.0.1', '# v7.0.2'),
    'data/sample/sheets.csv': 'newer sample\n',
    'data/sample-care-homes/homes.csv': 'newer sample\n',
    'scripts/new.ts': 'export {};\n',
    'README.md': rewritten(README),
    'package.json': packageOf('1.1.0'),
  });
}

beforeEach(async () => {
  tested = 0;
  original = join(await scratch(), 'original');
  copy = join(await scratch(), 'copy');
  mkdirSync(original);
  sh(original, 'init', '--quiet', '--initial-branch=main');
  commit(original, 'The program', {
    [UPDATE]: readFileSync(join(projectFolder, UPDATE), 'utf8'),
    [CARDS]: PROGRAM,
    'CHANGELOG.md': '# Changelog\n\n- The first version.\n',
    'package.json': packageOf('1.0.0'),
    'README.md': README,
    'data/sample-care-homes/homes.csv': 'sample\n',
    'data/district.json': '{"repository":"https://github.com/original/tracker"}\n',
    'data/district.schema.json': '{}\n',
    'data/sample/sheets.csv': 'sample\n',
  });
  commit(original, 'data: first read', { 'data/cases.csv': 'theirs too\n' });
});

const makeCopy = {
  /** GitHub makes it: one commit with all files, and nothing in common. */
  template: () => {
    cpSync(original, copy, { recursive: true, filter: (path) => !path.endsWith('/.git') });
    sh(copy, 'init', '--quiet', '--initial-branch=main');
    sh(copy, 'add', '--all');
    sh(copy, 'commit', '--quiet', '-m', 'Initial commit');
  },
  fork: () => {
    sh('.', 'clone', '--quiet', original, copy);
  },
};
const upgrade = (test: () => boolean = () => true) => {
  sh(copy, 'config', 'user.name', 'A');
  sh(copy, 'config', 'user.email', 'a@example.org');
  const lines: string[] = [];
  const done = upgradeProgram({
    git: gitIn(copy),
    folder: copy,
    from: original,
    base: undefined,
    test: async () => {
      tested += 1;
      return test();
    },
    say: (line) => lines.push(line),
  });
  return done.then(() => lines.join('\n'));
};
const refusal = (done: Promise<unknown>) =>
  done.then(
    () => undefined,
    (error) => error,
  );

describe.each(['template', 'fork'] as const)('an upgrade of a %s copy with thirty days', (kind) => {
  let before: readonly string[];
  const own = () =>
    sh(copy, 'ls-tree', '-r', 'HEAD', '--', 'data/')
      .split('\n')
      .filter((line) => !/sample|schema/.test(line));

  beforeEach(async () => {
    makeCopy[kind]();
    await live(copy);
    before = own();
    goOn();
  });

  it('brings the newer program, and leaves data and schedule as they are', async () => {
    const head = sh(copy, 'rev-parse', 'HEAD');
    const said = await upgrade(() => sh(copy, 'rev-parse', 'HEAD') === head);
    expect(said).toMatch(/From 1\.0\.0 to 1\.1\.0/);
    expect(said).toContain('- Cards are larger.');
    expect(said).not.toContain('The first version');
    expect([tested, sh(copy, 'status', '--porcelain')]).toEqual([1, '']);
    expect(text(CARDS)).toBe(text(CARDS, original));
    expect(existsSync(join(copy, 'scripts/new.ts'))).toBe(true);
    for (const sample of ['data/sample/sheets.csv', 'data/sample-care-homes/homes.csv']) {
      expect(text(sample)).toBe('newer sample\n');
    }
    expect(text('README.md')).toBe(withOwnSite(rewritten(README), SITE));
    expect(text('README.md')).toContain(SITE.url);
    expect(own()).toEqual(before);
    const { days } = await openLedger(join(copy, 'data'), {
      notAfter: instant('2021-04-01'),
      timeZone: 'America/Chicago',
    });
    expect(days).toHaveLength(30);
    expect(text(UPDATE)).toContain("cron: '5 7 * * *'");
    expect(text(UPDATE)).not.toMatch(/America\/Chicago|'3,33 /);
    expect(text(UPDATE)).toContain('# v7.0.2');
  });

  it('is done once: the next one begins where this one ended', async () => {
    await upgrade();
    expect(await findNewerProgram(gitIn(copy), original)).toMatchObject({ behind: 0 });
    expect(await upgrade()).toMatch(/has the newest program/);
    commit(original, 'Draw smaller cards', { [CARDS]: PROGRAM.replace('1200', '800') });
    expect(await findNewerProgram(gitIn(copy), original)).toMatchObject({ behind: 1 });
    await upgrade();
    expect(text(CARDS)).toContain('800');
    expect(own()).toEqual(before);
  });

  it('keeps what a person changed elsewhere in the program', async () => {
    commit(copy, 'Taller cards', { [CARDS]: PROGRAM.replace('630', '700') });
    await upgrade();
    expect(text(CARDS)).toBe(PROGRAM.replace('630', '700').replace('1200', '1600'));
  });

  it('names what a person changed in the same place, commits nothing, and can be taken back', async () => {
    commit(copy, 'Smaller cards', { [CARDS]: PROGRAM.replace('1200', '900') });
    const head = sh(copy, 'rev-parse', 'HEAD');
    const error = await refusal(upgrade());
    expect(error).toMatchObject({ code: 'program-changed', exit: 2, facts: { file: CARDS } });
    expect(error.message.match(/\S+\.(ts|yml|csv|json)/g)).toEqual([CARDS]);
    expect([tested, sh(copy, 'rev-parse', 'HEAD')]).toEqual([0, head]);
    expect(text(CARDS)).toContain('<<<<<<<');
    expect(own()).toEqual(before);
    sh(copy, 'merge', '--abort');
    expect(sh(copy, 'status', '--porcelain')).toBe('');
    expect(text(CARDS)).toContain('900');
  });

  it('commits nothing if the merged program fails its tests, and is finished by a commit', async () => {
    const head = sh(copy, 'rev-parse', 'HEAD');
    expect(await refusal(upgrade(() => false))).toMatchObject({ code: 'tests-failed', exit: 2 });
    expect(sh(copy, 'rev-parse', 'HEAD')).toBe(head);
    sh(copy, 'commit', '--quiet', '--no-edit');
    expect(await findNewerProgram(gitIn(copy), original)).toMatchObject({ behind: 0 });
  });

  it('is refused over changes that are not committed', async () => {
    write(copy, { [CARDS]: 'mine\n' });
    expect(await refusal(upgrade())).toMatchObject({ code: 'checkout-changed' });
    expect(text(CARDS)).toBe('mine\n');
  });
});

describe('a copy that begins with none of the original’s commits', () => {
  it('is not merged with a guess: the person names the commit', async () => {
    makeCopy.template();
    sh(copy, 'commit', '--quiet', '--amend', '--allow-empty', '-m', 'x');
    commit(copy, 'x', { [CARDS]: 'export {};\n' });
    sh(copy, 'update-ref', '-d', 'HEAD');
    sh(copy, 'commit', '--quiet', '-m', 'Squashed');
    expect(await refusal(upgrade())).toMatchObject({ code: 'no-base' });
  });
});

describe('the schedule of a copy', () => {
  const workflow = (schedule: string) => `name: Update\n\non:\n${schedule}  workflow_dispatch:\n`;
  const own = "  schedule:\n    # Ours\n    - cron: '5 7 * * *'\n      timezone: Europe/Berlin\n";

  it.each([
    ['takes the place of the original’s', "  schedule:\n    - cron: '17 * * * *'\n", own],
    ['is not added where the original has none any more', '', ''],
  ])('%s', (_, theirs, expected) => {
    expect(withScheduleOf(workflow(own), workflow(theirs))).toBe(workflow(expected));
  });

  it('is the original’s where the copy has none', () => {
    expect(withScheduleOf(workflow(''), workflow(own))).toBe(workflow(own));
  });
});
