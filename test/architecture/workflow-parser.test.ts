import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Parser from '@actions/workflow-parser';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';

const folder = join(projectFolder, '.github', 'workflows');
let parser: typeof Parser;

// Its modules import JSON in a way that Node 20 does not know, so it is bundled first.
beforeAll(async () => {
  const outfile = join(await scratch(), 'parser.cjs');
  await build({
    entryPoints: ['@actions/workflow-parser'],
    absWorkingDir: projectFolder,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  parser = createRequire(import.meta.url)(outfile);
});

async function complaints(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parser.parseWorkflow(
    { name, content },
    new parser.NoOperationTraceWriter(),
  );
  if (value) await parser.convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

describe('GitHub’s own parser', () => {
  it.each(readdirSync(folder))('accepts %s', async (name) => {
    expect(await complaints(name, readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });

  it.each([
    ['an unknown key', 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n'],
    ['an unknown permission', 'on: push\npermissions: { issue: write }\njobs: {}\n'],
    [
      'a context that is not there',
      "on: push\njobs:\n  a:\n    runs-on: x\n    if: step.x == 'y'\n    steps: [{ run: x }]\n",
    ],
  ])('refuses %s', async (_, content) => {
    expect(await complaints('x.yml', content)).not.toEqual([]);
  });
});
