import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';

/**
 * Which rooms a room may import from, besides itself and `domain`. A room is a folder below
 * `scripts/`; inside `operate/` and `maintain/` each folder is one. What the build shares with the
 * browser is `site/shared`.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  command: [],
  develop: ['geography', 'ledger', 'settings', 'update', 'wording'],
  domain: ['site/shared'],
  geography: [],
  github: [],
  ledger: [],
  'maintain/doctor': [
    'github',
    'ledger',
    'maintain/upgrade',
    'operate/channels',
    'operate/deployment',
    'operate/schedule',
    'settings',
    'update',
    'wording',
  ],
  'maintain/release': ['github'],
  'maintain/review': ['ledger'],
  'maintain/setup': ['geography', 'ledger', 'settings', 'source', 'wording'],
  'maintain/upgrade': ['github'],
  'operate/alarm': ['github', 'ledger', 'settings', 'source', 'wording'],
  'operate/channels': ['ledger', 'settings', 'source', 'update', 'website', 'wording'],
  'operate/deployment': ['github', 'ledger', 'source'],
  'operate/held': ['github', 'ledger', 'settings', 'update', 'wording'],
  'operate/releases': ['github', 'ledger', 'settings', 'wording'],
  'operate/run': [
    'github',
    'ledger',
    'operate/alarm',
    'operate/channels',
    'operate/deployment',
    'operate/held',
    'operate/releases',
    'operate/schedule',
    'settings',
    'update',
    'wording',
  ],
  'operate/schedule': ['github', 'ledger', 'operate/alarm'],
  settings: [],
  source: ['ledger'],
  update: ['geography', 'ledger', 'settings', 'source'],
  website: ['geography', 'ledger', 'settings', 'site/shared'],
  wording: [
    'command',
    'ledger',
    'maintain/review',
    'operate/alarm',
    'operate/held',
    'operate/releases',
    'operate/run',
    'settings',
    'update',
  ],
};

/** What a source may know of the ledger: the types that it fills. */
const SOURCE_FILLS = [
  'scripts/ledger/snapshot.ts',
  'scripts/ledger/apply-locations.ts',
  'scripts/ledger/apply-vaccination.ts',
];

interface Module {
  /** Path below the project. */
  readonly path: string;
  /** Empty for an entry point. */
  readonly room: string;
  readonly text: string;
  /** Paths below the project of what it imports, types included. */
  readonly imports: readonly string[];
}

const modules: readonly Module[] = ['scripts', 'site'].flatMap((top) =>
  readdirSync(join(projectFolder, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const path = posix.join(top, file);
      const text = readFileSync(join(projectFolder, path), 'utf8');
      const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
      const imports = specifiers.map(([, to = '']) => posix.join(posix.dirname(path), to));
      return { path, room: roomOf(path), text, imports };
    }),
);
const scripts = modules.filter(({ path }) => path.startsWith('scripts/'));

function roomOf(path: string): string {
  const [top = '', first = '', second = ''] = posix.dirname(path).split('/');
  if (top !== 'scripts') return first === 'shared' ? 'site/shared' : 'site';
  return first === 'operate' || first === 'maintain' ? `${first}/${second}` : first;
}

const offenders = (rule: (module: Module) => readonly string[]) =>
  modules.flatMap((module) => rule(module).map((what) => `${module.path}: ${what}`));

/** Rooms that a module's imports reach, besides its own and `domain`. */
const neighbours = ({ room, imports }: Module) =>
  imports.filter((to) => roomOf(to) !== room && roomOf(to) !== 'domain');

describe('the layers', () => {
  it('have a rule for every room', () => {
    const rooms = new Set(scripts.map((module) => module.room).filter(Boolean));
    expect([...rooms].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it('import only what their room may', () => {
    const wrong = offenders((module) =>
      module.room in ALLOWED
        ? neighbours(module).filter((to) => !ALLOWED[module.room]?.includes(roomOf(to)))
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('have no permission that nobody uses', () => {
    const unused = Object.entries(ALLOWED).flatMap(([room, allowed]) => {
      const used = new Set(
        scripts
          .filter((m) => m.room === room)
          .flatMap(neighbours)
          .map(roomOf),
      );
      return allowed.filter((other) => !used.has(other)).map((other) => `${room}: ${other}`);
    });
    expect(unused).toEqual([]);
  });

  it('let what a browser runs import from site/ and packages only', () => {
    const wrong = offenders(({ path, imports }) =>
      path.startsWith('site/') ? imports.filter((to) => !to.startsWith('site/')) : [],
    );
    expect(wrong).toEqual([]);
  });

  it('let the build know of the browser’s part only what they share', () => {
    const wrong = offenders(({ path, imports }) =>
      path.startsWith('scripts/') ? imports.filter((to) => roomOf(to) === 'site') : [],
    );
    expect(wrong).toEqual([]);
  });

  it('let a source know only the types that it fills', () => {
    const wrong = offenders(({ room, imports }) =>
      room === 'source'
        ? imports.filter((to) => roomOf(to) === 'ledger' && !SOURCE_FILLS.includes(to))
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('never import an entry point', () => {
    const entryPoint = /^scripts\/[^/]+$/;
    expect(offenders(({ imports }) => imports.filter((to) => entryPoint.test(to)))).toEqual([]);
  });

  it('have no circle of files, types counted', () => {
    expect(circles(new Map(modules.map(({ path, imports }) => [path, imports])))).toEqual([]);
  });

  it('read the clock in entry points and their frame only', () => {
    const clock = /\bDate\.now\(|new Date\(\)|Temporal\.Now/;
    const wrong = scripts.filter(
      ({ path, room, text }) =>
        room !== '' && path !== 'scripts/command/main.ts' && clock.test(text),
    );
    expect(wrong.map((module) => module.path)).toEqual([]);
  });
});

describe('each outside thing', () => {
  it.each([
    ['GitHub’s API', /@octokit\/rest/, ['scripts/github/api.ts']],
    ['@actions/core', /@actions\/core/, ['scripts/command/reporter.ts']],
    ['the network', /from 'node:https'/, ['scripts/source/fetch-once.ts']],
    ['the drawing of pictures', /@resvg\/resvg-js'\)/, ['scripts/website/cards/draw-png.ts']],
    ['git', /execFile\b|run\('git'/, ['scripts/github/git.ts']],
  ])('has one door: %s', (_, pattern, doors) => {
    const found = scripts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(found).toEqual(doors);
  });
});

describe('every file', () => {
  it('can be read in one sitting', () => {
    // A language is one list of strings, looked things up in rather than read.
    const read = modules.filter(({ path }) => !/^site\/shared\/words\/[a-z]{2}\.ts$/.test(path));
    const long = read.filter(({ text }) => text.split('\n').length > 251);
    expect(long.map((module) => module.path)).toEqual([]);
  });

  it('is named after what it gives', () => {
    const vague = modules.filter(({ path }) => /\b(utils?|helpers?|common|misc)\b/.test(path));
    expect(vague.map((module) => module.path)).toEqual([]);
  });
});

/**
 * @param imports what each file imports
 * @returns each circle once, as the paths on it; found by following imports depth first
 */
function circles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const to of imports.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}
