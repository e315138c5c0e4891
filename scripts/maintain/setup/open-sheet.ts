import { Refusal } from '../../domain/refusal.ts';
import { mayTryNext } from '../../source/causes.ts';
import { dataAddresses } from '../../source/data-address.ts';
import { likelyPaths } from '../../source/likely-paths.ts';
import { type OpenedSource, type OpenRequest, openSource } from '../../source/open-source.ts';
import type { SheetChoices } from './sheet-choices.ts';

/** A sheet that was fetched once, so that it can be read in several ways. */
export interface OpenSheet {
  readonly opened: OpenedSource['opened'];
  /** Addresses of the data, from the one that answered on. */
  readonly addresses: readonly string[];
}

/**
 * Fetches a sheet, further pages included.
 *
 * @param pasted its address in any form that a browser shows, or the path of a file
 * @throws Refusal (exit 3) of the first address, if none answers
 */
export async function openSheet(
  pasted: string,
  { path }: SheetChoices,
  request: OpenRequest,
): Promise<OpenSheet> {
  const addresses = dataAddresses(pasted);
  let refused: Refusal | undefined;
  for (const [index, address] of addresses.entries()) {
    try {
      const { opened } = await openSource(address, request, (source) => {
        if (path !== undefined) return path;
        return source.shape === 'json' ? (likelyPaths(source.document)[0] ?? null) : null;
      });
      return { opened, addresses: addresses.slice(index) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused ??= error;
      if (!mayTryNext(error.code)) break;
    }
  }
  throw refused ?? new RangeError(`no address in ${pasted}`);
}
