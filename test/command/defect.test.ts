import { describe, expect, it } from 'vitest';
import { defectText, thisProgram } from '../../scripts/command/defect.ts';
import { command, projectFolder } from '../command-line.ts';

const TOKEN = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
const REPOSITORY = 'https://github.com/example/tracker';
const program = { version: '1.2.3', repositoryUrl: REPOSITORY };

/** An error as Node makes it, with a path and a token in message and stack. */
function leaking(): Error {
  const cause = new Error(`GET https://api.example.org/x?token=${TOKEN} failed`);
  const error = new TypeError(`cannot read /home/mallory/data/cases.csv with ${TOKEN}`, { cause });
  error.stack = [
    `TypeError: ${error.message}`,
    `    at read (file://${projectFolder}/scripts/ledger/store.ts:10:3)`,
    `    at ${TOKEN} (/home/mallory/.npm/x/y.js:1:1)`,
    '    at process.processTicks (node:internal/process/task_queues:95:5)',
  ].join('\n');
  return error;
}
const text = defectText(leaking(), { command: 'update', env: {} }, program);
const link = new URL(/https:\S+\/issues\/new\S+/.exec(text)?.[0] ?? '');

describe('an unexpected error', () => {
  it('is described by version, command, message and our own frames', () => {
    expect(text).toContain('This is a defect of the tracker');
    expect(text).toContain(
      `cps-covid-tracker 1.2.3, Node ${process.versions.node}, npm run update`,
    );
    expect(text).toContain('TypeError: cannot read …/cases.csv with <secret>');
    expect(text).toContain('at read (scripts/ledger/store.ts:10:3)');
    expect(text).toContain('Caused by: Error: GET https://api.example.org/… failed');
    expect(text).not.toContain('node:internal');
  });

  it('has a link to an issue with title and body filled in', () => {
    expect(link.href.split('?')[0]).toBe(`${REPOSITORY}/issues/new`);
    expect(link.searchParams.get('title')).toBe(
      'Defect: TypeError: cannot read …/cases.csv with <secret>',
    );
    expect(link.searchParams.get('body')).toMatch(/^```text\ncps-covid-tracker 1\.2\.3,.*\n```\n/s);
    expect(link.searchParams.get('body')).toContain('scripts/ledger/store.ts:10:3');
  });

  it('reveals no path of the machine and no token, encoded or not', () => {
    for (const shown of [text, decodeURIComponent(text.replaceAll('+', ' '))]) {
      expect(shown).not.toMatch(/mallory|ghp_|16C7e42F|\/home/);
      expect(shown).not.toContain(projectFolder);
    }
  });

  it('makes a link that GitHub accepts, however long the message and whatever is in it', () => {
    const long = new Error(`\`\`\`\`\n# @all ${'ü€😀'.repeat(2_000)}`);
    const { href, searchParams } = new URL(
      /https:\S+\/issues\/new\S+/.exec(
        defectText(long, { command: 'update', env: {} }, program),
      )?.[0] ?? '',
    );
    expect(href.length).toBeLessThan(8_000);
    expect(searchParams.get('body')).toMatch(/^`````text\n/);
  });

  it.each([
    ['a text', 'broken', 'broken'],
    ['nothing', undefined, ''],
    ['an error without a stack', Object.assign(new Error('x'), { stack: undefined }), 'Error: x'],
  ])('may be %s', (_, thrown, shown) => {
    expect(defectText(thrown, { command: 'build', env: {} }, program)).toContain(shown);
  });

  it('says how to report it where no repository is known', () => {
    const unknown = { ...program, repositoryUrl: null };
    expect(defectText('x', { command: 'build', env: {} }, unknown)).not.toContain('issues/new');
  });
});

describe('this program', () => {
  it('knows its version, and its repository from the settings', () => {
    const { version, repositoryUrl } = thisProgram({ env: {} });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(repositoryUrl).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
  });

  it('is reported to the repository whose workflow runs it', () => {
    const env = { GITHUB_REPOSITORY: 'ann/fork', GITHUB_SERVER_URL: 'https://git.example.org' };
    expect(thisProgram({ env }).repositoryUrl).toBe('https://git.example.org/ann/fork');
  });

  it('prints the description, and exits with 1', async () => {
    const { exit, out } = await command('schema', ['--out', `${projectFolder}/none/x.json`]);
    expect(exit).toBe(1);
    expect(out).toMatch(/ENOENT.*none\/x\.json/);
    expect(out).toContain('/issues/new?title=Defect');
    expect(out).not.toContain(projectFolder);
  });
});
