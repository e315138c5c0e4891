import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../command-line.ts';
import { gitIn } from './git-in.ts';

/** Changes nothing in a scenario: documents, the project's own data, and tests that are none. */
const OTHER = /^(docs|data)\/|^test\/(?!workflows\/|harness\/)|\.test\.ts$/;
const HOUR_MILLISECONDS = 3_600_000;
const PLACE = join(projectFolder, 'node_modules', '.cache', 'tracker-scenarios');

let place: string | undefined;

/** Where things are kept that hold for this checkout's files as they are now, and for no others. */
export function keptFolder(): string {
  place ??= join(PLACE, digestOfProject());
  if (existsSync(place)) return place;
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(PLACE)) {
    const old = join(PLACE, name);
    // Another test run may be under way with the files as they were.
    if (old !== place && Date.now() - statSync(old).mtimeMs > HOUR_MILLISECONDS) {
      rmSync(old, { recursive: true, force: true });
    }
  }
  return place;
}

/**
 * A folder that takes seconds to make and that many test files need: made by the first that asks.
 * Others only read it.
 *
 * @param make fills a folder that is there already
 */
export async function kept(
  name: string,
  make: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = join(keptFolder(), name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await make(unfinished);
  keep(unfinished, folder);
  return folder;
}

/** Puts a finished folder in its place, unless another process was faster. */
export function keep(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(finished, { recursive: true, force: true });
  }
}

/** The files of this checkout that a scenario runs or is run by. */
export function projectFiles(): readonly string[] {
  const names = gitIn(projectFolder)('ls-files', '-co', '--exclude-standard').split('\n');
  return names.filter((name) => name !== '' && existsSync(join(projectFolder, name)));
}

function digestOfProject(): string {
  const digest = createHash('sha256').update(process.version);
  for (const name of projectFiles().filter((each) => !OTHER.test(each))) {
    digest.update(`${name}\n`).update(readFileSync(join(projectFolder, name)));
  }
  return digest.digest('hex').slice(0, 20);
}
