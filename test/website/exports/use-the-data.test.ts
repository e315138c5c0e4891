import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PreviewServer, serveFolder } from '../../../scripts/develop/serve-folder.ts';
import { casesFile } from '../../../scripts/ledger/columns.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { DATABASE } from '../../../scripts/website/exports/database-sql.ts';
import { makeDatabase } from '../../../scripts/website/exports/make-database.ts';
import { writeSite } from '../../../scripts/website/write-site.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const CHICAGO = 'https://cps-covid-tracker.github.io/cps-covid-tracker/';
const page = readFileSync(join(projectFolder, 'docs', 'use-the-data.md'), 'utf8');
const examples = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(
  ([, language = '', code = '']) => ({ language, code }),
);
const answers = (name: string, args: readonly string[]) => spawnSync(name, args).status === 0;

/** What runs each example; those whose interpreter is not installed are skipped. */
const RUNNERS = [
  { title: 'Python', language: 'python', index: 0, run: 'python3', check: ['--version'] },
  { title: 'pandas', language: 'python', index: 1, run: 'python3', check: ['-c', 'import pandas'] },
  { title: 'R', language: 'r', index: 0, run: 'Rscript', check: ['--version'] },
  { title: 'JavaScript', language: 'js', index: 0, run: process.execPath, check: ['--version'] },
].map((runner) => ({ ...runner, isThere: answers(runner.run, runner.check) }));

/** Two corrections, a change before the week, a name that wants quotes, and an id that begins with 0. */
const { ledger, settings } = world(settingsOf())
  .reads('2021-03-01', { '0123': [3, 'Adams'], b: [1, 'Brown'], c: [9, 'École “Nord”, 7'] })
  .reads('2021-03-03', { '0123': 20, b: 2, c: 9 })
  .reads('2021-03-08', { '0123': 25, b: 2, c: 8 })
  .reads('2021-03-10', { '0123': 24, b: 8, c: 11 });
const files = buildSite(
  { ledger, settings, at: instant('2021-03-12'), baseUrl: 'https://example.org/x/', commit: null },
  noAssets,
);
const MOST = ['Brown\t6', 'Adams\t4', 'École “Nord”, 7\t2'];

describe('the examples of docs/use-the-data.md', () => {
  let served: PreviewServer | undefined;
  beforeAll(async () => {
    const dist = join(await scratch(), 'dist');
    await writeSite(dist, files, new Map());
    served = await serveFolder(dist, { port: 0, basePath: '/x/' });
  });
  afterAll(() => served?.close());

  for (const { title, language, index, run, isThere } of RUNNERS) {
    it.skipIf(!isThere)(
      `say where most new cases were: ${title} (skipped without it)`,
      async () => {
        const code = examples.filter((example) => example.language === language)[index]?.code ?? '';
        expect(code).toContain(CHICAGO);
        const script = join(await scratch(), language === 'js' ? 'example.mjs' : 'example');
        await writeFile(script, code.replaceAll(CHICAGO, served?.url ?? ''));
        const env = { ...process.env, LC_ALL: 'C.UTF-8', PYTHONIOENCODING: 'utf-8' };
        const { stdout } = await promisify(execFile)(run, [script], { env });
        expect(stdout.trim().split(/\r?\n/)).toEqual(MOST);
      },
    );
  }

  it.skipIf(!answers('sqlite3', ['--version']))(
    'say where most new cases were: SQL (skipped without sqlite3)',
    async () => {
      const file = join(await scratch(), 'ledger.sqlite');
      await writeFile(file, await makeDatabase(files.get(DATABASE) ?? ''));
      const { code } = examples.find(({ language }) => language === 'sql') ?? { code: '' };
      const { stdout } = await promisify(execFile)('sqlite3', ['-separator', '\t', file, code]);
      expect(stdout.trim().split('\n')).toEqual(MOST);
    },
  );

  it('are all run, except a spreadsheet’s', () => {
    const run = [...RUNNERS.map(({ language }) => language), 'sql'].sort();
    expect(
      examples
        .map(({ language }) => language)
        .filter(Boolean)
        .sort(),
    ).toEqual(run);
  });

  it('read only addresses that a site has', () => {
    const paths = [...page.matchAll(/IMPORTDATA\("([^"]+)"\)/g)].map(([, address = '']) => address);
    expect(paths.length).toBe(2);
    for (const path of paths) expect(files.has(path.replace(CHICAGO, '')), path).toBe(true);
  });

  it('name a spreadsheet’s columns by their position in cases.csv', () => {
    const [, place, cases, date] =
      /select Col(\d), sum\(Col(\d)\) where Col(\d) > date/.exec(page) ?? [];
    const columns = [place, cases, date].map((number) => casesFile.columns[Number(number) - 1]);
    expect(columns).toEqual(['school_id', 'new_cases', 'reporting_date']);
  });
});
