import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NEXT = '.next';
const COMMIT = '.commit';
/** Lists the files that a transaction removes. It is the one file that is not moved into place. */
const REMOVED = '.removed';

/**
 * Changes either all of the given files or none. The new files are written and synced next to the old
 * ones, a single rename commits the change, and then each file is moved into place. `finishWrite`
 * completes the work if the process is killed in between.
 *
 * @param dir the folder of the files
 * @param files name → text; null removes the file
 */
export async function writeTogether(
  dir: string,
  files: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (files.size === 0) return;
  const next = join(dir, NEXT);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const removed: string[] = [];
  for (const [name, text] of files) {
    if (text === null) removed.push(name);
    else await writeSynced(join(next, name), text);
  }
  if (removed.length > 0) await writeSynced(join(next, REMOVED), `${removed.join('\n')}\n`);
  await syncFolder(next);
  await rename(next, join(dir, COMMIT));
  await syncFolder(dir);
  await finishWrite(dir);
}

/**
 * Completes a write that was committed and drops one that was not. Does nothing after a clean exit.
 */
export async function finishWrite(dir: string): Promise<void> {
  await rm(join(dir, NEXT), { recursive: true, force: true });
  const commit = join(dir, COMMIT);
  const names = await namesIn(commit);
  if (names === undefined) return;
  for (const name of names.filter((name) => name !== REMOVED)) {
    await rename(join(commit, name), join(dir, name));
  }
  if (names.includes(REMOVED)) {
    const removed = await readFile(join(commit, REMOVED), 'utf8');
    for (const name of removed.split('\n').filter(Boolean)) {
      await rm(join(dir, name), { force: true });
    }
  }
  await syncFolder(dir);
  await rm(commit, { recursive: true });
}

/** The names in a folder; undefined if it does not exist. */
async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
