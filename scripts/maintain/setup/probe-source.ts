import { Refusal } from '../../domain/refusal.ts';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { Settings } from '../../settings/schema.ts';
import { readCsvTable } from '../../source/csv-table.ts';
import { decode } from '../../source/decode.ts';
import type { SourceColumns } from '../../source/source-format.ts';
import { takeSnapshot } from '../../source/take-snapshot.ts';

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
      columns,
      limits,
      format: 'auto',
      ignore: [],
      allowEmpty: false,
      allowHosts,
      guardPrivateAddresses: false,
      onBody: (body) => {
        header = headerOf(body);
      },
    });
    return { kind: 'understood', snapshot };
  } catch (error) {
    const isOther = error instanceof Refusal && error.code === 'unknown-columns';
    if (!isOther || header.length === 0) throw error;
    return { kind: 'unknown-columns', header, said: error.message };
  }
}

/** The first line of a body that is CSV; empty for anything else. */
function headerOf(body: Uint8Array): readonly string[] {
  try {
    const text = decode(body);
    return /^\s*[[{<]/.test(text) ? [] : readCsvTable(text).header;
  } catch {
    return [];
  }
}
