import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectFolder, scratch } from '../../command-line.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
}

/** Runs the step with an npm that only writes down what it was asked. */
async function builds(baseSpec: string | undefined): Promise<readonly string[]> {
  const file = join(projectFolder, '.github', 'workflows', 'checks.yml');
  const steps: readonly Step[] = parse(await readFile(file, 'utf8')).jobs.review.steps;
  const step = steps.find(({ name }) => name === 'Build both at the same instant');
  const folder = await scratch();
  const asked = join(folder, 'asked');
  await writeFile(join(folder, 'npm'), `#!/bin/sh\necho "$*" >> '${asked}'\n`, { mode: 0o755 });
  const specs = join(folder, '.base', 'scripts', 'command', 'specs');
  await mkdir(specs, { recursive: true });
  if (baseSpec !== undefined) await writeFile(join(specs, 'build.ts'), baseSpec);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  execFileSync('bash', ['-e', '-c', step?.run ?? 'exit 1'], { cwd: folder, env });
  return (await readFile(asked, 'utf8')).trim().split('\n');
}

describe('the two builds of a pull request', () => {
  it('are of the same instant and leave the cards out', async () => {
    const spec = join(projectFolder, 'scripts', 'command', 'specs', 'build.ts');
    const [head = '', base = ''] = await builds(await readFile(spec, 'utf8'));
    expect(head).toMatch(/^run -s build -- --at \S+Z --out dist --no-cards$/);
    expect(base).toBe(head.replace('-s build', '-s --prefix .base build'));
  });

  it.each([undefined, 'options: {}'])(
    'draw them where the base cannot leave them out',
    async (spec) => {
      expect((await builds(spec)).join()).not.toContain('--no-cards');
    },
  );
});
