import type { ReadTotal, TotalReading } from '../source/read-district-total.ts';
import type { World } from './world.ts';

/**
 * Reads the district's own total where the settings name one outside the sheet.
 *
 * @returns null: they name none
 */
export async function readOwnTotal(
  { settings }: Pick<World, 'settings'>,
  options: TotalReading,
): Promise<ReadTotal | null> {
  const { districtTotal, source } = settings;
  if (districtTotal === null) return null;
  const { readDistrictTotal } = await import('../source/read-district-total.ts');
  return readDistrictTotal(districtTotal, source.cells, options);
}
