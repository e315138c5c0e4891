import { readFile } from 'node:fs/promises';
import { type EnglishNouns, nounsOf } from '../domain/nouns.ts';
import { refuseUsage } from '../domain/refusal.ts';
import type { Step } from '../domain/step.ts';
import type { Instant } from '../domain/time.ts';
import { type ImportReport, importWide } from '../ledger/import-wide.ts';
import { emptyLedger } from '../ledger/model.ts';
import { openLedger, replaceLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadSettings } from '../settings/load-settings.ts';

/** What to import, and into which ledger. */
export interface HistoryImport {
  /** Path of a history in the wide format of the original tracker. */
  readonly file: string;
  readonly dataDir: string;
  /** The machine's clock; the history must not reach beyond it. */
  readonly now: Instant;
  /** Whether to replace a ledger that already has lines. */
  readonly force: boolean;
}

/** What was imported, and what the settings call things. */
export interface ImportedHistory {
  readonly report: ImportReport;
  readonly nouns: EnglishNouns;
}

/**
 * Starts a ledger from a history.
 *
 * @returns what was imported, with those of its totals that did not add up
 * @throws Refusal (exit 2) if the file cannot be read or is not such a history, or if the ledger
 *   already has lines and `force` is not set
 */
export async function importHistory(
  { file, dataDir, now, force }: HistoryImport,
  step: Step,
): Promise<ImportedHistory> {
  await finishWrite(dataDir);
  const settings = await loadSettings(dataDir);
  const { timeZone, schoolYears } = settings;
  const bounds = { notAfter: now, timeZone };
  // A ledger that is about to be replaced may be broken, so it is not read.
  const before = force ? emptyLedger : await openLedger(dataDir, bounds);
  if (before.days.length > 0) {
    throw refuseUsage(
      'ledger-not-empty',
      `The ledger in ${dataDir} already has ${before.days.length} days`,
      'Nothing was written. `--force` replaces it: its lines then only survive in git.',
      { file: `${dataDir}/days.csv` },
    );
  }
  const text = await step('Read the history', () => readText(file));
  const { ledger, report } = importWide(
    text,
    schoolYears.map(({ firstDay }) => firstDay),
  );
  await step('Write the ledger', () => replaceLedger(dataDir, ledger, bounds));
  return { report, nouns: nounsOf(settings) };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuseUsage(
      'no-file',
      `import: ${message}`,
      'Nothing was written. Name a file that exists.',
    );
  }
}
