import { readFile } from 'node:fs/promises';
import { refuseUsage } from '../domain/refusal.ts';
import type { Step } from '../domain/step.ts';
import type { Instant } from '../domain/time.ts';
import { type ImportReport, importWide } from '../ledger/import-wide.ts';
import { emptyLedger } from '../ledger/model.ts';
import { openLedger, replaceLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadSettings } from '../settings/load-settings.ts';

export interface HistoryImport {
  /** A history in the original's wide format. */
  readonly file: string;
  readonly dataDir: string;
  /** Nothing of the history may lie after it. */
  readonly now: Instant;
  /** Replace a ledger that has lines. */
  readonly force: boolean;
}

/**
 * Starts a ledger from a history.
 *
 * @returns what was imported, and what of it did not add up
 * @throws Refusal (exit 2) when the file cannot be read, is not such a history, or the ledger has
 *   lines and is not to be replaced
 */
export async function importHistory(
  { file, dataDir, now, force }: HistoryImport,
  step: Step,
): Promise<ImportReport> {
  await finishWrite(dataDir);
  const { timeZone, schoolYears } = await loadSettings(dataDir);
  const bounds = { notAfter: now, timeZone };
  // A ledger that is to be replaced may be the broken one.
  const before = force ? emptyLedger : await openLedger(dataDir, bounds);
  if (before.days.length > 0) {
    throw refuseUsage(
      'ledger-not-empty',
      `The ledger in ${dataDir} has ${before.days.length} days already`,
      'Nothing was written. `--force` replaces it: every line on record is lost but in git.',
      { file: `${dataDir}/days.csv` },
    );
  }
  const text = await step('Read the history', () => readText(file));
  const { ledger, report } = importWide(
    text,
    schoolYears.map(({ firstDay }) => firstDay),
  );
  await step('Write the ledger', () => replaceLedger(dataDir, ledger, bounds));
  return report;
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
