import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { steps } from '../architecture/workflow-files.ts';
import { scratch } from '../command-line.ts';
import { runShell } from '../harness/run-shell.ts';
import { listen } from './listen.ts';

let folder: string;
beforeEach(async () => {
  folder = await scratch();
  stub('sleep', '');
  stub('npm', `echo "$*" >> "${join(folder, 'npm.txt')}"`);
});

function stub(name: string, script: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Runs the script of the step of this name in `folder`. @returns its outputs, its log, its exit */
async function runStepNamed(name: string, env: Readonly<Record<string, string>> = {}) {
  const step = steps.find((each) => each.name === name);
  const files = { GITHUB_OUTPUT: 'output.txt', GITHUB_STEP_SUMMARY: 'summary.txt' };
  for (const file of Object.values(files)) writeFileSync(join(folder, file), '');
  const { exit, log } = await runShell({
    script: step?.run ?? 'exit 99',
    shell: step?.shell,
    folder,
    env: { PATH: `${join(folder, 'bin')}:/usr/local/bin:/usr/bin:/bin`, ...files, ...env },
    temp: folder,
    onStart: () => {},
  });
  return { exit, log, output: read('output.txt'), summary: read('summary.txt') };
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the look at what is served after a deployment', () => {
  const ours = { commit: 'a'.repeat(40), content_sha256: 'b'.repeat(64) };
  const stamp = { ...ours, built_at: '2021-03-02T18:00:00Z', base_url: 'https://example.org/' };
  let close = () => {};
  afterEach(() => close());

  /** @param answers the bodies that the address gives, one after the other; the last one stays */
  async function look(...answers: readonly string[]) {
    let asked = 0;
    const addresses: string[] = [];
    const server = createServer((request, response) => {
      addresses.push(request.url ?? '');
      response.end(answers[Math.min(asked, answers.length - 1)]);
      asked += 1;
    });
    const port = await listen(server, 0);
    close = () => void server.close();
    const url = `http://127.0.0.1:${port}/tracker/`;
    const env = { PAGE_URL: url, STAMP: JSON.stringify(stamp) };
    const run = { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1' };
    return { ...(await runStepNamed('See whether it is served', { ...env, ...run })), addresses };
  }

  it('sees this build, and says after how long', async () => {
    const { exit, output, summary, addresses } = await look(JSON.stringify(stamp));
    expect([exit, output]).toEqual([0, 'served=true\n']);
    expect(summary).toMatch(/^Served \d+ s after the commit: <http:.*\/tracker\/>\n$/);
    expect(addresses).toEqual(['/tracker/build.json?7-1-1']);
  });

  it('sees it a little later, past every cache', async () => {
    const { output, addresses } = await look('404', '', JSON.stringify(stamp));
    expect(output).toBe('served=true\n');
    expect(new Set(addresses).size).toBe(3);
  });

  it.each([
    ['another commit', JSON.stringify({ ...stamp, commit: 'c'.repeat(40) })],
    ['other content', JSON.stringify({ ...stamp, content_sha256: 'c'.repeat(64) })],
    ['nothing', ''],
    ['a page', '<!doctype html>\n<title>true</title>\n'],
    ['several builds', `${JSON.stringify(stamp)}\n${JSON.stringify(stamp)}\n`],
    ['a word', 'true'],
    ['a command', '::error title=pwned::$(touch pwned) `touch pwned`'],
    ['a list', JSON.stringify([stamp])],
    ['more than a build says', JSON.stringify({ ...stamp, more: 'x'.repeat(200_000) })],
  ])('leaves %s to the check that knows more', async (_, answer) => {
    const { exit, log, output, summary, addresses } = await look(answer);
    expect([exit, output, summary]).toEqual([0, '', '']);
    expect(log).toBe('Not after half a minute, so it is looked into.\n');
    expect(addresses).toHaveLength(6);
  });
});

describe('the packages of the base, in the review of a pull request', () => {
  const INSTALL = 'Install what a build of the base needs';
  const lock = (name: string, text: string) => {
    mkdirSync(join(folder, '.base'), { recursive: true });
    writeFileSync(join(folder, name, 'package-lock.json'), text);
  };

  it('are those of the request where both lockfiles are the same', async () => {
    lock('.base', '{}');
    lock('.', '{}');
    mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'zod', 'index.js'), 'theirs');
    expect((await runStepNamed(INSTALL)).exit).toBe(0);
    expect(read('.base/node_modules/zod/index.js')).toBe('theirs');
    expect(() => read('npm.txt')).toThrow();
  });

  it.each([['{"a": 1}'], [undefined]])(
    'are installed where the request changes them: %s',
    async (base) => {
      mkdirSync(join(folder, '.base'));
      if (base !== undefined) lock('.base', base);
      lock('.', '{}');
      expect((await runStepNamed(INSTALL)).exit).toBe(0);
      expect(read('npm.txt')).toBe('ci --omit=dev --ignore-scripts --prefix .base\n');
    },
  );
});
