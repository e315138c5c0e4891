import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseUsage } from '../../domain/refusal.ts';
import { ALL_FILES, LEDGER_FILES } from '../../ledger/ledger-files.ts';
import { finishWrite, writeTogether } from '../../ledger/two-step-write.ts';
import { parseSettings } from '../../settings/load-settings.ts';

/**
 * Writes settings and an empty ledger: all files, or none.
 *
 * @param settings the text of `district.json`
 * @throws Refusal (exit 2) if the folder has a ledger with lines and `force` is false, or if the
 *   settings are invalid
 */
export async function writeNewDistrict(
  dir: string,
  settings: string,
  { force }: { readonly force: boolean },
): Promise<void> {
  parseSettings(settings);
  await mkdir(dir, { recursive: true });
  await finishWrite(dir);
  const days = await readFile(join(dir, LEDGER_FILES.days.name), 'utf8').catch(() => '');
  const lines = days.split('\n').filter(Boolean).length - 1;
  if (lines > 0 && !force) {
    throw refuseUsage(
      'ledger-not-empty',
      `The ledger in ${dir} already has ${lines} ${lines === 1 ? 'day' : 'days'}`,
      'Nothing was written. `--force` replaces it; the lines on record then remain only in git.',
      { file: join(dir, LEDGER_FILES.days.name) },
    );
  }
  const files = new Map<string, string | null>([['district.json', settings]]);
  for (const { name, emptyText } of ALL_FILES) files.set(name, emptyText);
  await writeTogether(dir, files);
}
