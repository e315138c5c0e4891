import type { SchoolId } from '../domain/school-id.ts';
import { refuseCell } from './cells.ts';
import {
  casesFile,
  daysFile,
  noticesFile,
  postsFile,
  renamesFile,
  schoolsFile,
  updatesFile,
} from './columns.ts';
import { type Cell, type CsvFile, readLines, writeBody, writeLines } from './csv-file.ts';
import type { Ledger, School } from './model.ts';
import {
  cadenceText,
  failingText,
  heldText,
  oldCopyText,
  readCadence,
  readFailing,
  readHeld,
  readOldCopy,
} from './state-files.ts';

/** A file in `data/` that stores one part of the ledger, of type `Part`. */
export interface LedgerFile<Part> {
  readonly name: string;
  /**
   * Parses the file.
   *
   * @param text undefined: the file is absent, so that part of the ledger is empty
   * @throws Refusal (exit 2) naming what cannot be read
   */
  readonly read: (text: string | undefined) => Part;
  /**
   * The part of a ledger that the file stores; the same object as long as that part is unchanged.
   */
  readonly partOf: (ledger: Ledger) => Part;
  /** The file's text for a ledger; null: that part is empty, and the file should be absent. */
  readonly textOf: (ledger: Ledger) => string | null;
  /**
   * The file's text with the additional lines of `after` appended; undefined if the two ledgers
   * differ in any other way. A committed line is never rewritten, not even in another spelling.
   */
  readonly grown: (text: string, before: Ledger, after: Ledger) => string | undefined;
  /** The text with which a new district starts; null: it starts without this file. */
  readonly emptyText: string | null;
}

/** A CSV table: part of the permanent record, which is exported and released. */
export interface LedgerTable<Part> extends LedgerFile<Part>, TableRules {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rowsOf: (ledger: Ledger) => readonly (readonly Cell[])[];
}

interface TableRules {
  /** The columns that identify a line. */
  readonly key: readonly string[];
  /** Whether new lines are only ever added at the end. */
  readonly isAppendOnly: boolean;
  /** What its lines begin with, by which they were announced; null: they are not sorted by time. */
  readonly announcedBy: 'date' | 'instant' | null;
  /** Whether a new district starts with this file, holding the header alone. */
  readonly isThereFromTheStart: boolean;
}

/** A CSV log of what the program itself did; append-only, neither exported nor released. */
export interface LogFile<Part> extends LedgerFile<Part> {
  readonly kind: 'log';
}

/** A JSON file that only describes the current state; it is neither exported nor released. */
export interface StateFile<Part> extends LedgerFile<Part> {
  readonly kind: 'state';
}

/**
 * Every file of the ledger, keyed by the part that it stores, most interesting to readers first.
 * All code that reads, writes, replaces, starts, publishes, releases or compares a ledger uses this
 * table.
 */
export const LEDGER_FILES = {
  cases: listTable(casesFile, ({ cases }) => cases, {
    key: ['reporting_date', 'update', 'school_id'],
    isAppendOnly: true,
    announcedBy: 'date',
    isThereFromTheStart: true,
  }),
  updates: listTable(updatesFile, ({ updates }) => updates, {
    key: ['reporting_date', 'update'],
    isAppendOnly: true,
    announcedBy: 'date',
    isThereFromTheStart: true,
  }),
  days: listTable(daysFile, ({ days }) => days, {
    key: ['reporting_date'],
    isAppendOnly: false,
    announcedBy: 'date',
    isThereFromTheStart: true,
  }),
  schools: registryTable(({ schools }) => schools, {
    key: ['school_id'],
    isAppendOnly: false,
    announcedBy: null,
    isThereFromTheStart: true,
  }),
  renames: listTable(renamesFile, ({ renames }) => renames, {
    key: ['renamed_at', 'school_id'],
    isAppendOnly: true,
    announcedBy: 'instant',
    isThereFromTheStart: false,
  }),
  notices: listTable(noticesFile, ({ notices }) => notices, {
    key: ['noticed_at', 'kind', 'reporting_date', 'school_id'],
    isAppendOnly: true,
    announcedBy: 'instant',
    isThereFromTheStart: false,
  }),
  posts: log(postsFile, ({ posts }) => posts),
  held: state('held.json', readHeld, heldText, ({ held }) => held),
  failing: state('failing.json', readFailing, failingText, ({ failing }) => failing),
  oldCopy: state('old-copy.json', readOldCopy, oldCopyText, ({ oldCopy }) => oldCopy),
  cadence: state('cadence.json', readCadence, cadenceText, ({ cadence }) => cadence),
} as const satisfies {
  readonly [Part in keyof Ledger]:
    | LedgerTable<Ledger[Part]>
    | LogFile<Ledger[Part]>
    | StateFile<Ledger[Part]>;
};

/** Tables, logs and state files alike, in the order of `LEDGER_FILES`. */
export const ALL_FILES: readonly LedgerFile<unknown>[] = Object.values(LEDGER_FILES);
/** The tables alone, in the order of `LEDGER_FILES`. */
export const TABLES: readonly LedgerTable<unknown>[] = Object.values(LEDGER_FILES).filter(
  (file) => file.kind === 'table',
);

function listTable<Line>(
  csv: CsvFile<Line>,
  partOf: (ledger: Ledger) => readonly Line[],
  rules: TableRules,
): LedgerTable<readonly Line[]> {
  return { partOf, read: (text) => readLines(csv, text), ...tableOf(csv, partOf, rules) };
}

function log<Line>(
  csv: CsvFile<Line>,
  partOf: (ledger: Ledger) => readonly Line[],
): LogFile<readonly Line[]> {
  const { name, grown, textOf, emptyText } = tableOf(csv, partOf, {
    key: [],
    isAppendOnly: true,
    announcedBy: null,
    isThereFromTheStart: false,
  });
  const read = (text: string | undefined) => readLines(csv, text);
  return { kind: 'log', name, partOf, read, grown, textOf, emptyText };
}

function registryTable(
  partOf: (ledger: Ledger) => Ledger['schools'],
  rules: TableRules,
): LedgerTable<Ledger['schools']> {
  const linesOf = (ledger: Ledger) => [...partOf(ledger).values()];
  const read = (text: string | undefined) => registryOf(readLines(schoolsFile, text));
  return { partOf, read, ...tableOf(schoolsFile, linesOf, rules) };
}

function tableOf<Line>(
  csv: CsvFile<Line>,
  linesOf: (ledger: Ledger) => readonly Line[],
  rules: TableRules,
): Omit<LedgerTable<unknown>, 'partOf' | 'read'> {
  return {
    kind: 'table',
    name: csv.name,
    columns: csv.columns,
    ...rules,
    rowsOf: (ledger) => linesOf(ledger).map(csv.write),
    textOf: (ledger) => {
      const lines = linesOf(ledger);
      return lines.length === 0 ? null : writeLines(csv, lines);
    },
    grown: (text, before, after) => {
      const [known, lines] = [linesOf(before), linesOf(after)];
      if (!rules.isAppendOnly || known.length === 0) return undefined;
      if (known.some((line, index) => line !== lines[index])) return undefined;
      return text + writeBody(csv, lines.slice(known.length));
    },
    emptyText: rules.isThereFromTheStart ? writeLines(csv, []) : null,
  };
}

function state<Part>(
  name: string,
  read: (text: string) => Part,
  write: (state: Part) => string,
  partOf: (ledger: Ledger) => Part | null,
): StateFile<Part | null> {
  return {
    kind: 'state',
    name,
    partOf,
    read: (text) => (text === undefined ? null : read(text)),
    textOf: (ledger) => {
      const part = partOf(ledger);
      return part === null ? null : write(part);
    },
    grown: () => undefined,
    emptyText: null,
  };
}

/** Indexes the registry by id. A map would hide a duplicate id, so duplicates are refused here. */
function registryOf(lines: readonly School[]): ReadonlyMap<SchoolId, School> {
  const schools = new Map<SchoolId, School>();
  for (const [index, school] of lines.entries()) {
    if (schools.has(school.id)) {
      const place = { file: schoolsFile.name, line: index + 2, column: 'school_id' };
      refuseCell(place, school.id, 'an id that no line above has');
    }
    schools.set(school.id, school);
  }
  return schools;
}
