import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { helpText } from '../../../scripts/command/options.ts';
import { projectFolder, scratch } from '../../command-line.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
}

/** Runs the step with an npm that writes down what it was asked; @param help of the base's build */
async function builds(help: string): Promise<readonly string[]> {
  const file = join(projectFolder, '.github', 'workflows', 'checks.yml');
  const steps: readonly Step[] = parse(await readFile(file, 'utf8')).jobs.review.steps;
  const step = steps.find(({ name }) => name === 'Build both at the same instant');
  const folder = await scratch();
  const asked = join(folder, 'asked');
  const npm = [
    '#!/bin/sh',
    `[ "$*" = 'run -s --prefix .base build -- --help' ] && exec cat '${join(folder, 'help')}'`,
    `echo "$*" >> '${asked}'`,
  ];
  await writeFile(join(folder, 'help'), help);
  await writeFile(join(folder, 'npm'), `${npm.join('\n')}\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const script = step?.run ?? 'exit 1';
  execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: folder, env });
  return (await readFile(asked, 'utf8')).trim().split('\n');
}

describe('the two builds of a pull request', () => {
  it('are of the same instant and leave the cards out', async () => {
    const [head = '', base = ''] = await builds(helpText('build'));
    expect(head).toMatch(/^run -s build -- --at \S+Z --out dist --no-cards$/);
    expect(base).toBe(head.replace('-s build', '-s --prefix .base build'));
  });

  it('draw them where the base cannot leave them out', async () => {
    expect((await builds('npm run build -- [options]\n')).join()).not.toContain('--no-cards');
  });
});
