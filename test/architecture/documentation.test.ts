import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandName } from '../../scripts/command/commands.ts';
import { helpText, optionUsage } from '../../scripts/command/options.ts';
import { WEIGHT_LIMITS } from '../../scripts/develop/bench/weights.ts';
import { postsFile } from '../../scripts/ledger/columns.ts';
import { guards } from '../../scripts/ledger/guards/index.ts';
import { TABLES } from '../../scripts/ledger/ledger-files.ts';
import { CHANNELS } from '../../scripts/operate/channels/index.ts';
import { CHANNEL_KINDS } from '../../scripts/settings/channels-schema.ts';
import { LANGUAGES } from '../../scripts/website/editions.ts';
import { english } from '../../site/shared/words/en.ts';
import { SCHOOLS } from '../../site/shared/words/nouns.ts';
import { projectFolder } from '../command-line.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json'));
const readme = read('README.md');
const commands = Object.keys(COMMANDS) as CommandName[];
const entryPoints = readdirSync(join(projectFolder, 'scripts')).flatMap((file) =>
  file.endsWith('.ts') ? [file.slice(0, -'.ts'.length)] : [],
);

describe('README', () => {
  it.each(Object.keys(scripts))('has a line for npm run %s', (name) => {
    const line = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    expect(readme).toContain(`\`${line}`);
  });

  it('is what .ci/run calls', () => {
    expect(read('.ci/run')).toMatch(/^npm test$/m);
    expect(readme).toMatch(/^npm test$/m);
    expect(readme).toMatch(/^npm start$/m);
  });

  it('can be read in one sitting', () => {
    expect(readme.split(/\s+/).length).toBeLessThan(2000);
  });
});

describe('the page about commands', () => {
  const page = read('docs/commands.md');

  it.each(commands)('has a line for %s', (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`npm (run )?${name}[ \`]`, 'm'));
  });

  it('names every option of update', () => {
    for (const [name, option] of Object.entries(COMMANDS.update.options)) {
      // A bar ends a cell of a Markdown table, so it is written with a backslash.
      const usage = optionUsage(name, option).replaceAll('|', '\\|');
      expect(page).toContain(`\`${usage}\``);
    }
  });
});

describe('the page about figures', () => {
  it('names what readers load and its limits, as the tests hold them', () => {
    const rows = read('docs/figures.md').matchAll(/^\| (.+?) \| [\d.]+ kB \| ([\d.]+) kB \|$/gm);
    const limits = [...rows].map(([, what, limit]) => [what, Number(limit) * 1000]);
    expect(Object.fromEntries(limits)).toEqual(WEIGHT_LIMITS);
  });
});

describe('pages that grow at their end', () => {
  it.each(['CHANGELOG.md', 'docs/decisions.md'])(
    '%s keeps its headings apart, each once',
    (name) => {
      const text = read(name);
      expect(text.match(/[^\n]\n#+ .*/g) ?? []).toEqual([]);
      const released = text.split(/^## /m).map((section) => section.match(/^### .*/gm) ?? []);
      for (const headings of released) expect(new Set(headings).size).toBe(headings.length);
      const entries = text.match(/^- .*/gm) ?? [];
      expect(new Set(entries).size).toBe(entries.length);
    },
  );
});

describe('the page about what goes wrong', () => {
  const page = read('docs/when-something-goes-wrong.md').replace(/\s+/g, ' ');
  const alarm = join('scripts', 'operate', 'alarm');
  const titles = [...readdirSync(join(projectFolder, alarm)), '../schedule/stopped-schedules.ts']
    .flatMap((file) => [...read(join(alarm, file)).matchAll(/title: ['`]([^'`]+)['`]/g)])
    .map(([, title = '']) =>
      title.replace(/\$\{file\.file\}/, 'update.yml').replace(/ ?\$\{.*/, ''),
    );

  it.each(titles)('has a line for the alarm “%s”', (title) => {
    expect(page).toContain(`| ${title}`);
  });

  it.each([
    'issues-off',
    'Renamed',
    'deploy-disabled',
    'Not set up',
    'pages-off',
    'pages-from-branch',
    'domain-not-ready',
    'held',
  ])('has a line for what a run calls %s', (code) => {
    expect(page).toContain(`\`${code}\``);
  });
});

describe('every command', () => {
  it('is an entry point with a line in the table', () => {
    expect([...commands].sort()).toEqual(entryPoints.sort());
  });

  it.each(commands)('reads the options of its own line: %s', (name) => {
    expect(read(`scripts/${name}.ts`)).toContain(`await main('${name}', `);
  });

  it.each(commands)('has help: %s', (name) => {
    const { options, summary } = COMMANDS[name];
    expect(scripts[name]).toMatch(new RegExp(`node scripts/run\\.mjs ${name}$`));
    const help = helpText(name);
    for (const option of Object.keys(options)) expect(help).toContain(`--${option}`);
    expect(summary).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe('the page about channels', () => {
  const page = read('docs/channels.md');
  const workflow = read('.github/workflows/update.yml');

  it.each(CHANNEL_KINDS)('and the workflow name every secret of %s', (kind) => {
    const { secrets, optionalSecrets = [] } = CHANNELS[kind];
    expect(page).toContain(`| \`${kind}\` |`);
    for (const name of [...secrets, ...optionalSecrets]) {
      expect(page).toContain(`\`${name}\``);
      expect(workflow).toContain(`${name}: \${{ secrets.${name} }}\n`);
    }
  });

  it.each(CHANNEL_KINDS)('has a template of %s in each language', (kind) => {
    for (const language of Object.keys(LANGUAGES)) {
      expect(read(`templates/channels/${language}/${kind}.eta`)).toContain('it.headline');
    }
  });

  it('describes each column of posts.csv', () => {
    for (const column of postsFile.columns) expect(page).toContain(`\`${column}\``);
  });
});

describe('the data dictionary', () => {
  const entries = new Map<string, { readonly columns: object }>(
    Object.entries(english(SCHOOLS).dictionary),
  );

  it.each(TABLES)('has every column of $name', ({ name, columns }) => {
    expect(Object.keys(entries.get(`data/${name}`)?.columns ?? {})).toEqual(columns);
  });
});

describe('the words of the site', () => {
  it('have a sentence for every guard, and for no other', () => {
    expect(Object.keys(english(SCHOOLS).guards).sort()).toEqual(
      guards.map(({ name }) => name).sort(),
    );
  });
});

describe('the packages', () => {
  it('include those the project was asked to use', () => {
    const asked = [
      '@actions/core',
      'csv-parse',
      'csv-stringify',
      'zod',
      'eta',
      '@octokit/rest',
      'tsx',
    ];
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(asked));
    expect(devDependencies).toHaveProperty('vitest');
  });

  it('are locked without naming where they were fetched', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":/);
  });
});
