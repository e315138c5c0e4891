import { mkdir } from 'node:fs/promises';
import { MAP_FILES } from '../../geography/map-files.ts';
import { ALL_FILES } from '../../ledger/ledger-files.ts';
import { finishWrite, writeTogether } from '../../ledger/two-step-write.ts';
import { parseSettings } from '../../settings/load-settings.ts';
import { presentLedger, refuseOwnLedger } from './present-ledger.ts';

/**
 * Writes settings and an empty ledger: all files, or none. What was kept of another district's map
 * goes with its ledger.
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
  const present = await presentLedger(dir);
  if (present.days > 0 && !force) throw refuseOwnLedger(dir, present);
  const files = new Map<string, string | null>([['district.json', settings]]);
  for (const { name, emptyText } of ALL_FILES) files.set(name, emptyText);
  for (const { name } of Object.values(MAP_FILES)) files.set(name, null);
  await writeTogether(dir, files);
}
