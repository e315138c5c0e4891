import { Refusal } from '../../domain/refusal.ts';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { Settings } from '../../settings/schema.ts';
import { openBody } from '../../source/open-body.ts';
import { likelyColumns } from '../../source/read-table.ts';
import type { SourceColumns, SourceSettings } from '../../source/source-settings.ts';
import { takeSnapshot } from '../../source/take-snapshot.ts';

/** What the settings say of a source where nothing is given. */
const USUAL: Omit<SourceSettings, 'columns'> = {
  rows: 'auto',
  counts: 'cumulative',
  path: null,
  cells: { zero: [], unknown: [] },
  totalRow: null,
};

/** What came of reading a sheet: a snapshot, or the header of one whose columns are unknown. */
export type Probe =
  | { readonly kind: 'understood'; readonly snapshot: Snapshot }
  | { readonly kind: 'unknown-columns'; readonly header: readonly string[]; readonly said: string };

/** Which sheet to read, and how. */
export interface ProbeRequest {
  readonly addresses: readonly string[];
  readonly columns: SourceColumns;
  readonly limits: Settings['guards'];
  readonly allowHosts: readonly string[];
}

/**
 * Reads a sheet as a run would.
 *
 * @throws Refusal (exit 3) for every rejection except unknown columns
 */
export async function probeSource(request: ProbeRequest): Promise<Probe> {
  let header: readonly string[] = [];
  const { addresses, columns, limits, allowHosts } = request;
  try {
    const { snapshot } = await takeSnapshot({
      addresses,
      settings: { ...USUAL, columns },
      district: { name: '', languages: [] },
      known: { isEmpty: true, has: () => false },
      limits,
      ignore: [],
      allowEmpty: false,
      allowHosts,
      guardPrivateAddresses: false,
      onBody: async (body) => {
        header = await headerOf(body);
      },
    });
    return { kind: 'understood', snapshot };
  } catch (error) {
    const isOther = error instanceof Refusal && error.code === 'unknown-columns';
    if (!isOther || header.length === 0) throw error;
    return { kind: 'unknown-columns', header, said: error.message };
  }
}

/** The columns of a body that can be read; empty for anything else. */
async function headerOf(body: Uint8Array): Promise<readonly string[]> {
  try {
    const { source } = await openBody(body, '');
    return await likelyColumns(source, null);
  } catch {
    return [];
  }
}
