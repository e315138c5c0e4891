import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseUsage } from '../../domain/refusal.ts';
import { LEDGER_FILES } from '../../ledger/ledger-files.ts';

/** The ledger that a folder has before a district is set up in it. */
export interface PresentLedger {
  /** Days on record; 0: the ledger is empty, or there is none. */
  readonly days: number;
  /** The repository that its settings name; undefined: they name none. */
  readonly repository: string | undefined;
}

/** Looks at a folder; settings that nobody can read any more name no repository. */
export async function presentLedger(dir: string): Promise<PresentLedger> {
  const days = await readFile(join(dir, LEDGER_FILES.days.name), 'utf8').catch(() => '');
  const settings = await readFile(join(dir, 'district.json'), 'utf8').catch(() => '');
  return {
    days: Math.max(0, days.split('\n').filter(Boolean).length - 1),
    repository: repositoryIn(settings),
  };
}

/**
 * Whether a ledger came with a copy of somebody else's repository. Where the checkout has no origin,
 * or only a folder, nobody can know, and the ledger is taken for one's own.
 *
 * @param origin the checkout's `origin`, as git prints it; blank: it has none
 */
export function isForeign({ days, repository }: PresentLedger, origin: string): boolean {
  const [theirs, ours] = [ownerAndName(repository ?? ''), ownerAndName(origin)];
  return days > 0 && theirs !== '' && ours !== '' && theirs !== ours;
}

/** Whether two addresses, with https or ssh, are of one repository. */
export function isSameRepository(one: string, other: string): boolean {
  return ownerAndName(one) !== '' && ownerAndName(one) === ownerAndName(other);
}

/** A ledger of one's own is only replaced on request: exit 2, before anything is asked. */
export function refuseOwnLedger(dir: string, { days }: PresentLedger) {
  return refuseUsage(
    'ledger-not-empty',
    `The ledger in ${dir} already has ${days} ${days === 1 ? 'day' : 'days'}`,
    'Nothing was written. `--force` replaces it; the lines on record then remain only in git.',
    { file: join(dir, LEDGER_FILES.days.name) },
  );
}

/** `owner/name` in small letters, of an address with https or ssh; '' for a folder, or anything else. */
function ownerAndName(address: string): string {
  if (!/^([a-z]+:\/\/[^/\s]+\/|[^/@\s]+@[^/:\s]+:)/i.test(address.trim())) return '';
  const path = address
    .trim()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return /([^/:\s]+\/[^/:\s]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function repositoryIn(settings: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(settings);
    if (typeof parsed !== 'object' || parsed === null || !('repository' in parsed))
      return undefined;
    return typeof parsed.repository === 'string' ? parsed.repository : undefined;
  } catch {
    return undefined;
  }
}
