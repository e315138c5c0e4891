import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Workflows from '@actions/workflow-parser';
import type * as Actions from '@actions/workflow-parser/actions/index';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, scratch } from '../command-line.ts';
import { actions, projectFile, workflows } from './workflow-files.ts';

let parser: typeof Workflows & typeof Actions;

// Its modules import JSON in a way that Node 20 does not know, so it is bundled first.
beforeAll(async () => {
  const outfile = join(await scratch(), 'parser.cjs');
  const contents = ['', '/actions/index']
    .map((part) => `export * from '@actions/workflow-parser${part}';`)
    .join('\n');
  await build({
    stdin: { contents, resolveDir: projectFolder },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  parser = createRequire(import.meta.url)(outfile);
});

/** Follows calls of other workflows into the project's own files. */
const provider = {
  getFileContent: async ({ path }: { readonly path: string }) => {
    const content = projectFile(path);
    if (content === undefined) throw new Error(`${path} is not there`);
    return { name: path, content };
  },
};

async function complaints(name: string, content: string): Promise<readonly string[]> {
  const trace = new parser.NoOperationTraceWriter();
  const { context, value } = parser.parseWorkflow({ name, content }, trace);
  if (value) {
    const options = { fetchReusableWorkflowDepth: 1 };
    await parser.convertWorkflowTemplate(context, value, provider, options);
  }
  return context.errors.getErrors().map(({ message }) => message);
}

function complaintsOfAction(name: string, content: string): readonly string[] {
  const trace = new parser.NoOperationTraceWriter();
  const { context, value } = parser.parseAction({ name, content }, trace);
  if (value) parser.convertActionTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

const CALL = './.github/workflows/last-resort.yml';

describe('GitHub’s own parser', () => {
  it.each(workflows)('accepts $path', async ({ path, text }) => {
    expect(await complaints(path, text)).toEqual([]);
  });

  it.each(actions)('accepts $path', ({ path, text }) => {
    expect(complaintsOfAction(path, text)).toEqual([]);
  });

  it.each([
    ['an unknown key', 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n'],
    ['an unknown permission', 'on: push\npermissions: { issue: write }\njobs: {}\n'],
    [
      'a context that is not there',
      "on: push\njobs:\n  a:\n    runs-on: x\n    if: step.x == 'y'\n    steps: [{ run: x }]\n",
    ],
    [
      'a call of what is not there',
      'on: push\njobs:\n  a:\n    uses: ./.github/workflows/none.yml\n',
    ],
    [
      'an input that a called workflow lacks',
      `on: push\njobs:\n  a:\n    uses: ${CALL}\n    with: { no: 1 }\n`,
    ],
    [
      'a limit on a job that calls',
      `on: push\njobs:\n  a:\n    uses: ${CALL}\n    timeout-minutes: 5\n`,
    ],
  ])('refuses %s', async (_, content) => {
    expect(await complaints('x.yml', content)).not.toEqual([]);
  });

  it.each([
    ['a limit of a step', 'timeout-minutes: 3'],
    ['a context that actions do not have', "if: needs.a.result == 'x'"],
    ['a step without a shell', 'shell:'],
  ])('refuses %s in an action', (_, line) => {
    const [action] = actions;
    const text = (action?.text ?? '').replace(/^( +)shell: bash$/m, (shell, indent) =>
      line === 'shell:' ? '' : `${shell}\n${indent}${line}`,
    );
    expect(complaintsOfAction('action.yml', text)).not.toEqual([]);
  });
});
