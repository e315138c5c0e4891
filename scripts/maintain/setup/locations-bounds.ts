import { Refusal } from '../../domain/refusal.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { readLocations } from '../../source/locations.ts';
import { type Bounds, boundsAround } from './new-settings.ts';

const SECONDS = 30;
const EVERYWHERE: Bounds = { south: -90, west: -180, north: 90, east: 180 };

/**
 * The map's bounds, drawn around the schools of a locations file. If the file cannot be read, that
 * is reported and no bounds are drawn: its columns can be named in the settings later.
 */
export async function locationsBounds(
  address: string | undefined,
  allowHosts: readonly string[],
  say: (text: string) => void,
): Promise<Bounds | undefined> {
  if (address === undefined) return undefined;
  try {
    const { columns } = settingsSchema.shape.locations
      .unwrap()
      .unwrap()
      .parse({ address: 'https://x' });
    const { entries } = await readLocations(
      { address, columns },
      { bounds: EVERYWHERE, seconds: SECONDS, allowHosts, guardPrivateAddresses: false },
    );
    const located = entries.filter(({ latitude }) => latitude !== null);
    say(`${located.length} of ${entries.length} schools in it have a location.`);
    return boundsAround(located);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(
      `Its locations could not be read: ${error.message}. Put its column names under "locations.columns".`,
    );
    return undefined;
  }
}
