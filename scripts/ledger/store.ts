import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkInvariants } from './invariants/index.ts';
import type { Bounds } from './invariants/invariant.ts';
import { ALL_FILES, LEDGER_FILES, type LedgerFile } from './ledger-files.ts';
import { emptyLedger, type Ledger } from './model.ts';
import { finishWrite, writeTogether } from './two-step-write.ts';

/** The ledger's files by name; one that is absent has no lines. */
export type LedgerTexts = ReadonlyMap<string, string>;

/** What becomes of files: name → new text; null removes the file. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** A ledger with the bytes that it was read from, so that new lines go behind them. */
export interface StoredLedger {
  readonly ledger: Ledger;
  readonly texts: LedgerTexts;
}

/**
 * Reads a ledger and checks every invariant. A missing file has no lines: a folder with
 * `district.json` alone is an empty ledger.
 *
 * @throws Refusal (exit 2) for a line that cannot be read or a rule that does not hold
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
    held: part(LEDGER_FILES.held),
    failing: part(LEDGER_FILES.failing),
    cadence: part(LEDGER_FILES.cadence),
  };
  checkInvariants(ledger, bounds);
  return { ledger, texts };
}

/** As `openStored`, for whoever writes nothing. */
export async function openLedger(dir: string, bounds: Bounds): Promise<Ledger> {
  return (await openStored(dir, bounds)).ledger;
}

/**
 * The files that differ between two states of a ledger.
 *
 * @param texts the files as they are now
 * @param before the ledger as it was opened: what is the same object in both is not written again
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
 * Writes files of a ledger, all together or none.
 *
 * @param after the ledger that the files make: its invariants are checked before a byte is written
 * @throws Refusal (exit 2) for a rule that does not hold
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
 * Writes what differs between two states of a ledger, all files together or none.
 *
 * @param before the ledger as it was opened: what is the same object in both is not written again
 * @returns the names of the files that changed
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

/** As `writeLedger`, whatever the folder holds: what the new ledger does not have goes. */
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
