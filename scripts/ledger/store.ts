import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchoolId } from '../domain/school-id.ts';
import { refuseCell } from './cells.ts';
import { checkInvariants } from './invariants/index.ts';
import type { Bounds } from './invariants/invariant.ts';
import { type LedgerFile, readLines, writeBody, writeLines } from './ledger-file.ts';
import {
  casesFile,
  daysFile,
  noticesFile,
  renamesFile,
  schoolsFile,
  updatesFile,
} from './ledger-files.ts';
import { emptyLedger, type Ledger, type School } from './model.ts';
import {
  cadenceText,
  failingText,
  heldText,
  readCadence,
  readFailing,
  readHeld,
} from './state-files.ts';
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
  const lines = <Line>(file: LedgerFile<Line>) => readLines(file, texts.get(file.name));
  const ledger: Ledger = {
    schools: registryOf(lines(schoolsFile)),
    cases: lines(casesFile),
    updates: lines(updatesFile),
    days: lines(daysFile),
    renames: lines(renamesFile),
    notices: lines(noticesFile),
    held: readHeld(texts.get('held.json')),
    failing: readFailing(texts.get('failing.json')),
    cadence: readCadence(texts.get('cadence.json')),
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
  return changesOf(texts, before, after, changedFiles(before, after));
}

function changesOf(
  texts: LedgerTexts,
  before: Ledger,
  after: Ledger,
  names: readonly FileName[],
): FileChanges {
  const changes = new Map<string, string | null>();
  for (const name of names) {
    const old = texts.get(name) ?? null;
    const fresh = grown(old, name, before, after) ?? textOf(after, name);
    if (old !== fresh) changes.set(name, fresh);
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
  const changes = changesOf(await readTexts(dir), emptyLedger, after, FILE_NAMES);
  await writeChanges(dir, changes, after, bounds);
}

async function readTexts(dir: string): Promise<LedgerTexts> {
  const read = FILE_NAMES.map(async (name) => [name, await readOptional(join(dir, name))] as const);
  const texts = new Map<string, string>();
  for (const [name, text] of await Promise.all(read)) if (text !== undefined) texts.set(name, text);
  return texts;
}

type FileName = (typeof FILE_NAMES)[number];
const FILE_NAMES = [
  'schools.csv',
  'cases.csv',
  'updates.csv',
  'days.csv',
  'renames.csv',
  'notices.csv',
  'held.json',
  'failing.json',
  'cadence.json',
] as const;

function changedFiles(before: Ledger, after: Ledger): readonly FileName[] {
  const keys = {
    'schools.csv': 'schools',
    'cases.csv': 'cases',
    'updates.csv': 'updates',
    'days.csv': 'days',
    'renames.csv': 'renames',
    'notices.csv': 'notices',
    'held.json': 'held',
    'failing.json': 'failing',
    'cadence.json': 'cadence',
  } as const satisfies Record<FileName, keyof Ledger>;
  return FILE_NAMES.filter((name) => before[keys[name]] !== after[keys[name]]);
}

function textOf(ledger: Ledger, name: FileName): string | null {
  switch (name) {
    case 'schools.csv':
      return csv(schoolsFile, [...ledger.schools.values()]);
    case 'cases.csv':
      return csv(casesFile, ledger.cases);
    case 'updates.csv':
      return csv(updatesFile, ledger.updates);
    case 'days.csv':
      return csv(daysFile, ledger.days);
    case 'renames.csv':
      return csv(renamesFile, ledger.renames);
    case 'notices.csv':
      return csv(noticesFile, ledger.notices);
    case 'held.json':
      return ledger.held && heldText(ledger.held);
    case 'failing.json':
      return ledger.failing && failingText(ledger.failing);
    case 'cadence.json':
      return ledger.cadence && cadenceText(ledger.cadence);
  }
}

/**
 * A file that only grew keeps its bytes and gets the new lines behind them: a line once committed is
 * never rewritten, not even in another spelling. undefined: the file changed otherwise.
 */
function grown(old: string | null, name: FileName, before: Ledger, after: Ledger) {
  if (old === null) return undefined;
  switch (name) {
    case 'cases.csv':
      return appended(old, casesFile, before.cases, after.cases);
    case 'updates.csv':
      return appended(old, updatesFile, before.updates, after.updates);
    case 'renames.csv':
      return appended(old, renamesFile, before.renames, after.renames);
    case 'notices.csv':
      return appended(old, noticesFile, before.notices, after.notices);
    default:
      return undefined;
  }
}

function appended<Line>(
  old: string,
  file: LedgerFile<Line>,
  before: readonly Line[],
  after: readonly Line[],
): string | undefined {
  if (before.length === 0 || before.some((line, index) => line !== after[index])) return undefined;
  return old + writeBody(file, after.slice(before.length));
}

/** A file without lines is not written: absent means none. */
function csv<Line>(file: LedgerFile<Line>, lines: readonly Line[]): string | null {
  return lines.length === 0 ? null : writeLines(file, lines);
}

/** A map would hide a twin, so it is refused before there is one. */
function registryOf(lines: readonly School[]): ReadonlyMap<SchoolId, School> {
  const schools = new Map<SchoolId, School>();
  for (const [index, school] of lines.entries()) {
    if (schools.has(school.id)) {
      const place = { file: 'schools.csv', line: index + 2, column: 'school_id' };
      refuseCell(place, school.id, 'an id that no line above has');
    }
    schools.set(school.id, school);
  }
  return schools;
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
