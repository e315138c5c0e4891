import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOf, scratch } from '../command-line.ts';
import { type FakeGitHub, fakeGitHub } from '../harness/fake-github.ts';
import { type FakePages, fakePages, type PagesMemory } from '../harness/fake-pages.ts';
import type { HubSettings, Run } from '../harness/hub-state.ts';
import type { Trouble } from '../harness/machine.ts';
import { runWorkflow, type WorkflowRun } from '../harness/run-workflow.ts';
import { settingsOf } from '../world.ts';
import { type FakeSheet, fakeSheet } from './fake-sheet.ts';
import { fastCommands } from './fast-commands.ts';
import { type FirstDay, keptFirstDay } from './first-day.ts';
import { AS_PERSON, commitAll, gitIn } from './git-in.ts';
import { projectCheckout, projectRemote, writeFiles } from './project-remote.ts';

export interface RunAsked {
  /** The instant (ISO 8601) at which everything in the run happens. */
  readonly at: string;
  readonly event?: 'schedule' | 'workflow_dispatch' | 'push' | 'pull_request';
  readonly inputs?: Readonly<Record<string, string>>;
  /** Where it was dispatched, or the branch of the request; the default branch without it. */
  readonly branch?: string;
  /** The default branch's commit when the pull request was opened; its present one without it. */
  readonly openedOn?: string;
  readonly trouble?: Trouble;
  /** Name of another machine, for a run that overlaps with one that is under way. */
  readonly slot?: string;
}

/** A repository on this machine with its sheet, its GitHub and its Pages. */
export interface RepositoryWorld {
  readonly hub: FakeGitHub;
  readonly pages: FakePages;
  readonly sheet: FakeSheet;
  /** Path of the bare remote. */
  readonly remote: string;
  /** Starts a workflow (`update` for `update.yml`) and runs it to its end. */
  run(workflow: string, asked: RunAsked): Promise<WorkflowRun>;
  /** Starts a workflow without running it: it waits for `settle`. */
  queue(workflow: string, asked: Omit<RunAsked, 'trouble'>): Run;
  /** Runs what others have started, such as dispatched deployments, until nothing waits. */
  settle(asked: Omit<RunAsked, 'event' | 'inputs'>): Promise<readonly WorkflowRun[]>;
  /** "Re-run failed jobs" on a run that is over. */
  rerunFailed(ended: WorkflowRun, asked: Pick<RunAsked, 'at' | 'trouble'>): Promise<WorkflowRun>;
  /** Runs a workflow, then all that it started. @returns the first run */
  runAll(workflow: string, asked: RunAsked): Promise<WorkflowRun>;
  /** A person's commit on a branch; `null` deletes a file. Starts what their push starts. */
  push(files: Readonly<Record<string, string | null>>, message?: string, branch?: string): string;
  /** Reverts the head of main, as a person would. */
  revert(): void;
  /** A file as it is on a branch. */
  file(path: string, branch?: string): string | undefined;
  /** Merges a pull request, which starts what a person's push starts. */
  merge(number: number): void;
  /** Lines of `cases.csv` on main, without the header. */
  cases(): readonly string[];
  /** Subjects of the last commits on main, newest first. */
  subjects(count?: number): readonly string[];
  /** The head of a branch; undefined where there is none. */
  head(branch?: string): string | undefined;
  /**
   * Keeps how all is now, but for issues and requests. They share their sheet and their Pages, so
   * only the newest of them can be used.
   *
   * @returns makes a world in which all is so again
   */
  keep(): () => Promise<RepositoryWorld>;
  /** @throws when GitHub was asked, or answered, what it does not describe */
  close(): Promise<void>;
}

const REPOSITORY = 'example/tracker';
/** Commands wait this many times faster than their clock says. */
const PACE = 200;
/** A world before its first run. @param settings of the district, over those of a small one */
export async function repositoryWorld(
  settings: Readonly<Record<string, unknown>> = {},
  hubSettings: Partial<HubSettings> = {},
): Promise<RepositoryWorld> {
  const [sheet, pages, folder] = [await fakeSheet(), await fakePages(), await scratch()];
  const remote = join(folder, 'remote.git');
  const { $schema: _, ...district } = settingsOf({
    source: { addresses: [sheet.url] },
    site: { title: 'Prairie Falls', languages: ['en'], url: pages.url },
    repository: `https://github.com/${REPOSITORY}`,
    ...settings,
  });
  await projectRemote(remote, { 'district.json': `${JSON.stringify(district, null, 2)}\n` });
  return worldOf({ sheet, pages, remote, hubSettings });
}

let firstDay: Promise<FirstDay> | undefined;

/**
 * A world in which 2021-03-01 was read and is served: school 1 has 3 cases, school 2 has 1. The
 * runs that did it are kept for other test files; each test gets a copy of its own.
 */
export async function publishedWorld(
  hubSettings: Partial<HubSettings> = {},
): Promise<RepositoryWorld> {
  firstDay ??= keptFirstDay(liveFirstDay);
  const { sheet, pages, remote: kept, memory, runs } = await firstDay;
  sheet.shows({ 1: 3, 2: 1 });
  return worldOf({ sheet, pages, remote: await copyOf(kept), hubSettings, runs, memory });
}

async function liveFirstDay(): Promise<FirstDay> {
  const world = await repositoryWorld();
  world.sheet.shows({ 1: 3, 2: 1 });
  await world.runAll('update', { at: '2021-03-01T18:00:00Z' });
  if (world.pages.served !== world.head()) throw new Error('the first day is not served');
  await world.hub.close();
  const { sheet, pages, remote, hub } = world;
  return { sheet, pages, remote, memory: pages.remember(), runs: hub.state.runs };
}

async function worldOf(parts: {
  readonly sheet: FakeSheet;
  readonly pages: FakePages;
  readonly remote: string;
  readonly hubSettings: Partial<HubSettings>;
  readonly runs?: readonly Run[];
  readonly memory?: PagesMemory;
}): Promise<RepositoryWorld> {
  const { sheet, pages, remote, hubSettings, runs = [], memory } = parts;
  if (memory) pages.restore(memory);
  const hub = await fakeGitHub({
    remote,
    runs,
    repository: REPOSITORY,
    settings: { pages: { source: 'workflow', url: pages.url }, ...hubSettings },
  });
  // One place for all runs of this process: what the commands compile is then cached.
  const runner = join(tmpdir(), `tracker-runner-${process.pid}`);
  const git = (...args: readonly string[]) => gitIn(remote)(...args).trim();
  const main = () => hub.state.settings.defaultBranch;

  const carryOut = async (
    run: Run,
    { at, trouble = {}, slot = 'first' }: RunAsked,
    before?: WorkflowRun,
  ) => {
    hub.at(at);
    const allowed = [sheet.url, pages.url].map((url) => new URL(url).host);
    const machine = {
      hub,
      pages,
      folder: join(runner, slot),
      checkout: await projectCheckout(),
      now: at,
      pace: PACE,
      env: { TRACKER_ALLOW_HOSTS: allowed.join(','), HARNESS_COMMANDS: await fastCommands() },
      trouble,
    };
    return runWorkflow(run, machine, before);
  };
  const queue: RepositoryWorld['queue'] = (workflow, { at, event, inputs, branch, openedOn }) => {
    hub.at(at);
    if (event === 'pull_request') {
      return hub.startReview(`${workflow}.yml`, branch ?? main(), openedOn);
    }
    return hub.startRun(`${workflow}.yml`, event ?? 'schedule', inputs, branch);
  };
  const run: RepositoryWorld['run'] = (workflow, asked) => carryOut(queue(workflow, asked), asked);
  const settle: RepositoryWorld['settle'] = async (asked) => {
    const done: WorkflowRun[] = [];
    for (let next = hub.pendingRuns()[0]; next; next = hub.pendingRuns()[0]) {
      done.push(await carryOut(next, asked));
    }
    return done;
  };
  return {
    hub,
    pages,
    sheet,
    remote,
    queue,
    run,
    settle,
    rerunFailed: (ended, asked) => {
      ended.run.attempt += 1;
      return carryOut(ended.run, asked, ended);
    },
    runAll: async (workflow, asked) => {
      const first = await run(workflow, asked);
      await settle({ at: asked.at });
      return first;
    },
    push: (files, message = 'By hand', branch = main()) => {
      const work = mkdtempSync(join(tmpdir(), 'tracker-person-'));
      gitIn(work)('clone', '--quiet', '--branch', branch, remote, '.');
      for (const [name, text] of Object.entries(files)) {
        if (text === null) rmSync(join(work, name));
        else writeFiles(work, { [name]: text });
      }
      commitAll(work, message, hub.state.now());
      gitIn(work)('push', '--quiet', 'origin', `HEAD:${branch}`);
      rmSync(work, { recursive: true });
      hub.startRun('deploy.yml', 'push', {}, branch);
      return git('rev-parse', branch);
    },
    revert: () => {
      const work = mkdtempSync(join(tmpdir(), 'tracker-person-'));
      const person = gitIn(work, hub.state.now());
      person('clone', '--quiet', remote, '.');
      const isMerge = person('rev-list', '--parents', '-1', 'HEAD').trim().split(' ').length > 2;
      person(...AS_PERSON, 'revert', '--no-edit', ...(isMerge ? ['--mainline=1'] : []), 'HEAD');
      person('push', '--quiet', 'origin', `HEAD:${main()}`);
      rmSync(work, { recursive: true });
      hub.startRun('deploy.yml', 'push');
    },
    file: (path, branch = main()) => hub.state.remote.file(branch, path),
    merge: (number) => {
      hub.pulls.merge(number);
      hub.startRun('deploy.yml', 'push');
    },
    cases: () => {
      const text = hub.state.remote.file(main(), 'data/cases.csv') ?? '';
      return text.split('\n').slice(1).filter(Boolean);
    },
    subjects: (count = 5) => git('log', `-${count}`, '--format=%s', main()).split('\n'),
    keep: () => {
      const then = { memory: pages.remember(), runs: structuredClone(hub.state.runs) };
      const copied = copyOf(remote);
      return async () => worldOf({ ...parts, ...then, remote: await copyOf(await copied) });
    },
    head: (branch = main()) => hub.state.remote.commitOf(`refs/heads/${branch}`),
    close: async () => {
      rmSync(runner, { recursive: true, force: true });
      await hub.close();
    },
  };
}

/** A hook that refuses every push, as a protected branch does. */
export function protectMain({ remote }: RepositoryWorld): void {
  mkdirSync(join(remote, 'hooks'), { recursive: true });
  const hook =
    '#!/bin/sh\necho "GH006: Protected branch update failed for refs/heads/main." >&2\nexit 1\n';
  writeFileSync(join(remote, 'hooks', 'pre-receive'), hook, { mode: 0o755 });
}

/** Issues of the bot's that are open: what a person would be mailed about. */
export const openIssues = ({ hub }: RepositoryWorld) =>
  hub.issues.all().filter(({ state, by }) => state === 'open' && by.type === 'Bot');
