import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { scratch } from '../command-line.ts';
import { commitAll, gitIn } from '../workflows/git-in.ts';
import { writeFiles } from '../workflows/project-remote.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';
import { fakePages } from './fake-pages.ts';
import type { Trouble } from './machine.ts';
import { runWorkflow, type WorkflowRun } from './run-workflow.ts';

/** Jobs by their ids, as a file would have them. */
export type Jobs = Readonly<Record<string, object>>;

interface Beside {
  /** Inputs that the workflow declares, each with its value. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly trouble?: Trouble;
  /** Other files of the repository. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A repository without a tracker, for workflows that show what the runner does. */
export interface SmallRepository {
  readonly hub: FakeGitHub;
  /** Of everything that belongs to it. */
  readonly folder: string;
  /**
   * Commits a workflow named Test, whose steps all have `EVERY=job`, and runs it.
   *
   * @param jobs the YAML below its `jobs:`, or what that would be parsed to
   */
  ran(jobs: string | Jobs, beside?: Beside): Promise<WorkflowRun>;
  close(): Promise<void>;
}

/** An expression of GitHub's, as a value in a file. */
export const expression = (text: string) => `$\{{ ${text} }}`;

export async function smallRepository(): Promise<SmallRepository> {
  const folder = await scratch();
  const remote = join(folder, 'remote');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  gitIn(remote)('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const hub = await fakeGitHub({ remote });
  const pages = await fakePages();
  return {
    hub,
    folder,
    ran: async (jobs, { inputs = {}, trouble = {}, files = {} } = {}) => {
      const declared = Object.keys(inputs)
        .map((name) => `      ${name}: {}\n`)
        .join('');
      const text = `name: Test\non:\n  workflow_dispatch:\n    inputs:\n${declared}permissions: {}\nenv: { EVERY: job }\njobs:\n${typeof jobs === 'string' ? jobs : `  ${JSON.stringify(jobs)}\n`}`;
      const work = join(folder, 'work');
      gitIn(folder)('clone', '--quiet', remote, work);
      writeFiles(work, { '.github/workflows/test.yml': text, 'a/file.txt': 'text\n', ...files });
      commitAll(work, 'A workflow');
      gitIn(work)('push', '--quiet', 'origin', 'HEAD:main');
      const run = hub.startRun('test.yml', 'workflow_dispatch', inputs);
      return runWorkflow(run, {
        hub,
        pages,
        folder: join(folder, 'runner'),
        now: '2021-03-01T18:00:00Z',
        pace: 1,
        env: {},
        trouble,
      });
    },
    close: async () => {
      await pages.close();
      await hub.close();
    },
  };
}
