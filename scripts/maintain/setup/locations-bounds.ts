import { Refusal } from '../../domain/refusal.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { readLocations } from '../../source/locations.ts';
import { type Bounds, boundsAround } from './new-settings.ts';

const SECONDS = 30;

/**
 * The map's bounds, drawn around the schools of a locations file. A file that cannot be read is
 * told and costs nothing: the settings can name its columns later.
 */
export async function locationsBounds(
  address: string | undefined,
  allowHosts: readonly string[],
  say: (text: string) => void,
): Promise<Bounds> {
  const everywhere = boundsAround([]);
  if (address === undefined) return everywhere;
  try {
    const { columns } = settingsSchema.shape.locations
      .unwrap()
      .unwrap()
      .parse({ address: 'https://x' });
    const { entries } = await readLocations(
      { address, columns },
      { bounds: everywhere, seconds: SECONDS, allowHosts, guardPrivateAddresses: false },
    );
    const located = entries.filter(({ latitude }) => latitude !== null);
    say(`${located.length} of ${entries.length} schools in it have a place.`);
    return boundsAround(located);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(
      `Its places could not be read: ${error.message}. Put its column names under "locations.columns".`,
    );
    return everywhere;
  }
}
