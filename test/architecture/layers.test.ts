import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';

const scripts = join(projectFolder, 'scripts');

/** Which rooms a room may import from, besides itself and `domain`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  alarm: ['github', 'ledger', 'settings', 'source'],
  bench: ['ledger', 'settings'],
  check: [],
  command: ['settings'],
  doctor: ['github', 'ledger', 'settings', 'update'],
  deploy: ['github', 'ledger'],
  domain: [],
  drawing: [],
  github: ['source', 'update'],
  ledger: [],
  publish: ['alarm', 'github', 'ledger', 'release', 'schedule', 'settings', 'update'],
  review: ['github'],
  release: ['github', 'ledger', 'settings'],
  sample: ['settings', 'update'],
  schedule: ['alarm', 'github', 'ledger'],
  serve: [],
  settings: [],
  setup: ['ledger', 'settings', 'source'],
  site: ['drawing', 'ledger', 'settings'],
  source: ['ledger'],
  update: ['ledger', 'settings', 'source'],
};

/** What a source may know of the ledger: the types that it fills. */
const SOURCE_FILLS = [
  'ledger/snapshot.ts',
  'ledger/apply-locations.ts',
  'ledger/apply-vaccination.ts',
];

interface Module {
  /** Path below `scripts/`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** Paths below `scripts/` of what it imports, types included. */
  readonly imports: readonly string[];
}

const modules: readonly Module[] = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(scripts, path), 'utf8');
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
    return {
      path,
      room: path.includes('/') ? (path.split('/')[0] ?? '') : '',
      text,
      imports: specifiers.map(([, to = '']) => relative(scripts, join(scripts, dirname(path), to))),
    };
  });

const offenders = (rule: (module: Module) => readonly string[]) =>
  modules.flatMap((module) => rule(module).map((what) => `${module.path}: ${what}`));
const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0] : '');

describe('the layers', () => {
  it('have a rule for every room', () => {
    const rooms = new Set(modules.map((module) => module.room).filter(Boolean));
    expect([...rooms].filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  it('import only what their room may', () => {
    const wrong = offenders(({ room, imports }) =>
      room === ''
        ? []
        : imports.filter((to) => {
            const other = roomOf(to) ?? '';
            return other !== room && other !== 'domain' && !ALLOWED[room]?.includes(other);
          }),
    );
    expect(wrong).toEqual([]);
  });

  it('let a source know only the types that it fills', () => {
    const wrong = offenders(({ room, imports }) =>
      room === 'source'
        ? imports.filter((to) => to.startsWith('ledger/') && !SOURCE_FILLS.includes(to))
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('never import an entry point', () => {
    expect(offenders(({ imports }) => imports.filter((to) => !to.includes('/')))).toEqual([]);
  });

  it('read the clock in entry points and their frame only', () => {
    const clock = /\bDate\.now\(|new Date\(\)|Temporal\.Now/;
    const allowed = new Set(['command/main.ts']);
    const wrong = modules.filter(
      ({ path, text }) => path.includes('/') && !allowed.has(path) && clock.test(text),
    );
    expect(wrong.map((module) => module.path)).toEqual([]);
  });
});

describe('each outside thing', () => {
  it.each([
    ['GitHub’s API', /@octokit\/rest/, ['github/api.ts']],
    ['@actions/core', /@actions\/core/, ['command/reporter.ts']],
    ['the network', /from 'node:https'/, ['source/fetch-once.ts']],
    ['the drawing of pictures', /@resvg\/resvg-js'\)/, ['drawing/draw-png.ts']],
    ['git', /execFile\b|run\('git'/, ['github/git.ts']],
  ])('has one door: %s', (_, pattern, doors) => {
    const found = modules.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(found).toEqual(doors);
  });
});

describe('every file', () => {
  it('can be read in one sitting', () => {
    // A language is one list of strings, looked things up in rather than read.
    const read = modules.filter(({ path }) => !/^site\/language\/[a-z]{2}\.ts$/.test(path));
    const long = read.filter(({ text }) => text.split('\n').length > 251);
    expect(long.map((module) => module.path)).toEqual([]);
  });

  it('is named after what it gives', () => {
    const vague = modules.filter(({ path }) => /\b(utils?|helpers?|common|misc)\b/.test(path));
    expect(vague.map((module) => module.path)).toEqual([]);
  });
});
