import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../command-line.ts';

/** Of the project, what a run reads; its data are the world's own. */
const LEFT_OUT = /^(test|docs|data)\//;

/** When the project was set up. */
const BEGINNING = '2021-03-01T00:00:00Z';
let template: string | undefined;

/**
 * A bare repository that holds this checkout's files, as they are now, with other data: what a
 * fork's `main` holds before its first run.
 *
 * @param data files of `data/` by name
 */
export function projectRemote(path: string, data: Readonly<Record<string, string>>): void {
  template ??= makeTemplate();
  cpSync(template, path, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'tracker-setup-'));
  const git = gitIn(work);
  git('clone', '--quiet', path, '.');
  writeFiles(join(work, 'data'), data);
  commitAll(work, 'Set up');
  git('push', '--quiet', 'origin', 'main');
  rmSync(work, { recursive: true });
}

/** @param now the clock of the commits that are made in it (ISO 8601) */
export function gitIn(folder: string, now = BEGINNING) {
  const env = { ...process.env, GIT_AUTHOR_DATE: now, GIT_COMMITTER_DATE: now };
  return (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
}

/** What makes a commit a person's. */
export const AS_PERSON = ['-c', 'user.name=A person', '-c', 'user.email=person@example.org'];

/** Commits everything in a checkout as a person. */
export function commitAll(folder: string, message: string, now = BEGINNING): void {
  const git = gitIn(folder, now);
  git('add', '--all');
  git(...AS_PERSON, 'commit', '--quiet', '--allow-empty', '-m', message);
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function makeTemplate(): string {
  const bare = mkdtempSync(join(tmpdir(), 'tracker-template-'));
  process.on('exit', () => rmSync(bare, { recursive: true, force: true }));
  const work = mkdtempSync(join(tmpdir(), 'tracker-project-'));
  const names = gitIn(projectFolder)('ls-files', '-co', '--exclude-standard').split('\n');
  for (const name of names.filter((each) => each && !LEFT_OUT.test(each))) {
    cpSync(join(projectFolder, name), join(work, name));
  }
  const git = gitIn(work);
  git('init', '--quiet', '--initial-branch=main');
  commitAll(work, 'The project');
  gitIn(tmpdir())('clone', '--quiet', '--bare', work, bare);
  gitIn(bare)('config', 'uploadpack.allowAnySHA1InWant', 'true');
  rmSync(work, { recursive: true });
  return bare;
}
