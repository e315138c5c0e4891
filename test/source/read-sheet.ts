import { Refusal } from '../../scripts/domain/refusal.ts';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import type { KnownPlaces } from '../../scripts/source/row-reader.ts';
import { type SourceRequest, takeSnapshot } from '../../scripts/source/take-snapshot.ts';
import { settingsOf } from '../world.ts';

/** The settings' `source` without its addresses. */
export type SourceChoices = Readonly<Record<string, unknown>>;

/** How a sheet reads, in the words of a person. */
export interface SheetReading {
  /** Counts by name, or by id where the sheet knows ids: `101 Alder`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Places without a figure, with what stands in its place. */
  readonly notReported: Readonly<Record<string, string>>;
  /** Rows that are no place: `total Total`, `note Updated today`. */
  readonly noPlaces: readonly string[];
  readonly unreadable: readonly string[];
  readonly districtTotal: number | null;
  readonly snapshot: Snapshot;
}

/** Nothing was read before. */
export const NOTHING_KNOWN: KnownPlaces = { isEmpty: true, has: () => false };

/** Places that the ledger knows, by id or normalised name. */
export function knowing(...places: readonly string[]): KnownPlaces {
  return { isEmpty: false, has: (text) => places.includes(text) };
}

/** Reads a local file or an address as a run would with these settings. */
export async function readSheet(
  address: string,
  source: SourceChoices,
  more: Partial<SourceRequest> = {},
): Promise<SheetReading> {
  const settings = settingsOf();
  const parsed = settingsSchema.shape.source.parse({ addresses: ['https://a.example'], ...source });
  const { snapshot } = await takeSnapshot({
    addresses: [address],
    settings: parsed,
    district: { name: 'Ferndale County Schools', languages: ['en'] },
    known: NOTHING_KNOWN,
    ignore: [],
    limits: settings.guards,
    allowEmpty: false,
    allowHosts: [],
    guardPrivateAddresses: false,
    ...more,
  });
  return readingOf(snapshot);
}

/** How a sheet is refused: its cause, and what is said with the advice. */
export async function refusalOf(
  ...args: Parameters<typeof readSheet>
): Promise<{ readonly code: string; readonly exit: number; readonly said: string }> {
  try {
    const { counts } = await readSheet(...args);
    return { code: `read as ${JSON.stringify(counts)}`, exit: 0, said: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, exit: error.exit, said: `${error.message} ${error.advice}` };
  }
}

function readingOf(snapshot: Snapshot): SheetReading {
  const label = ({ key, name }: Pick<Snapshot['rows'][number], 'key' | 'name'>) =>
    key.kind === 'name' ? (name ?? '') : [key.id, name].filter(Boolean).join(' ');
  return {
    counts: Object.fromEntries(snapshot.rows.map((row) => [label(row), row.count])),
    notReported: Object.fromEntries(snapshot.notReported.map((row) => [label(row), row.found])),
    noPlaces: snapshot.noPlaces.map(({ kind, text }) => `${kind} ${text}`),
    unreadable: snapshot.unreadable.map(({ line, column, value }) => `${line} ${column}: ${value}`),
    districtTotal: snapshot.districtTotal,
    snapshot,
  };
}
