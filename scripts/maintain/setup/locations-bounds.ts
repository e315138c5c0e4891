import { Refusal } from '../../domain/refusal.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { readLocations } from '../../source/locations.ts';
import { type Bounds, boundsAround } from './new-settings.ts';

const SECONDS = 30;

/**
 * The map's bounds, drawn around the schools of a locations file. If the file cannot be read, that
 * is reported and the bounds are the whole world: its columns can be named in the settings later.
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
    say(`${located.length} of ${entries.length} schools in it have a location.`);
    return boundsAround(located);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(
      `Its locations could not be read: ${error.message}. Put its column names under "locations.columns".`,
    );
    return everywhere;
  }
}
