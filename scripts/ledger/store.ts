import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkInvariants } from './invariants/index.ts';
import type { Bounds } from './invariants/invariant.ts';
import { ALL_FILES, LEDGER_FILES, type LedgerFile } from './ledger-files.ts';
import { emptyLedger, type Ledger } from './model.ts';
import { finishWrite, writeTogether } from './two-step-write.ts';

/** File name → text of the ledger's files; files that do not exist are absent. */
export type LedgerTexts = ReadonlyMap<string, string>;

/** Changes to files: name → new text; null removes the file. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** A ledger with the texts from which it was read, so that new lines can be appended to them. */
export interface StoredLedger {
  readonly ledger: Ledger;
  readonly texts: LedgerTexts;
}

/**
 * Reads a ledger and checks every invariant, after completing a write that was interrupted. Missing
 * files have no lines: a folder with nothing but `district.json` is an empty ledger.
 *
 * @param dir the data folder
 * @throws Refusal (exit 2) for a line that cannot be read or a broken invariant
 */
export async function openStored(dir: string, bounds: Bounds): Promise<StoredLedger> {
  await finishWrite(dir);
  const texts = await readTexts(dir);
  const part = <Part>(file: LedgerFile<Part>) => file.read(texts.get(file.name));
  const ledger: Ledger = {
    schools: part(LEDGER_FILES.schools),
    cases: part(LEDGER_FILES.cases),
    updates: part(LEDGER_FILES.updates),
    days: part(LEDGER_FILES.days),
    renames: part(LEDGER_FILES.renames),
    notices: part(LEDGER_FILES.notices),
    posts: part(LEDGER_FILES.posts),
    held: part(LEDGER_FILES.held),
    failing: part(LEDGER_FILES.failing),
    oldCopy: part(LEDGER_FILES.oldCopy),
    cadence: part(LEDGER_FILES.cadence),
  };
  checkInvariants(ledger, bounds);
  return { ledger, texts };
}

/** Like `openStored`, for callers that only read. */
export async function openLedger(dir: string, bounds: Bounds): Promise<Ledger> {
  return (await openStored(dir, bounds)).ledger;
}

/**
 * The changes to files that turn one state of a ledger into another.
 *
 * @param texts the files as they are now
 * @param before the ledger as it was opened; parts that are the same object in `after` are skipped
 */
export function ledgerChanges(texts: LedgerTexts, before: Ledger, after: Ledger): FileChanges {
  const files = ALL_FILES.filter((file) => file.partOf(before) !== file.partOf(after));
  return changesOf(files, texts, before, after);
}

function changesOf(
  files: readonly LedgerFile<unknown>[],
  texts: LedgerTexts,
  before: Ledger,
  after: Ledger,
): FileChanges {
  const changes = new Map<string, string | null>();
  for (const file of files) {
    const old = texts.get(file.name) ?? null;
    const grown = old === null ? undefined : file.grown(old, before, after);
    const fresh = grown ?? file.textOf(after);
    if (old !== fresh) changes.set(file.name, fresh);
  }
  return changes;
}

/**
 * Writes changes to a ledger's files: either all of them or none.
 *
 * @param after the resulting ledger, whose invariants are checked before anything is written
 * @throws Refusal (exit 2) for a broken invariant
 */
export async function writeChanges(
  dir: string,
  changes: FileChanges,
  after: Ledger,
  bounds: Bounds,
): Promise<void> {
  if (changes.size === 0) return;
  checkInvariants(after, bounds);
  await writeTogether(dir, changes);
}

/**
 * Writes what differs between two states of a ledger: either all files or none.
 *
 * @param before the ledger as it was opened; parts that are the same object in `after` are skipped
 * @returns the names of the files that changed, sorted
 * @throws Refusal (exit 2) for a broken invariant
 */
export async function writeLedger(
  dir: string,
  before: Ledger,
  after: Ledger,
  bounds: Bounds,
): Promise<readonly string[]> {
  const changes = ledgerChanges(await readTexts(dir), before, after);
  await writeChanges(dir, changes, after, bounds);
  return [...changes.keys()].sort();
}

/**
 * Like `writeLedger`, but replaces whatever ledger the folder holds; files without a part in the
 * new one are removed.
 */
export async function replaceLedger(dir: string, after: Ledger, bounds: Bounds): Promise<void> {
  const changes = changesOf(ALL_FILES, await readTexts(dir), emptyLedger, after);
  await writeChanges(dir, changes, after, bounds);
}

async function readTexts(dir: string): Promise<LedgerTexts> {
  const texts = new Map<string, string>();
  const read = ALL_FILES.map(
    async ({ name }) => [name, await readOptional(join(dir, name))] as const,
  );
  for (const [name, text] of await Promise.all(read)) if (text !== undefined) texts.set(name, text);
  return texts;
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
