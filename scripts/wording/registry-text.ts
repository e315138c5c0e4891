import type { EnglishNouns } from '../domain/nouns.ts';
import { shortened } from '../domain/shortened.ts';
import type { RegistryChange, RegistryField } from '../ledger/registry-changes.ts';
import { placesOf } from './figures.ts';

const SCHOOLS_SHOWN = 40;

const WORDS = {
  latitude: 'latitude',
  longitude: 'longitude',
  enrollment: 'enrollment',
  vaccinatedOneDose: 'with one dose',
  vaccinatedComplete: 'fully vaccinated',
  aliases: 'other names and ids',
} as const satisfies Record<RegistryField, string>;

/**
 * What `npm run schools` prints: what is new about each school, one per line.
 *
 * @param schools how many there are in all
 */
export function registryText(
  changes: readonly RegistryChange[],
  schools: number,
  nouns: EnglishNouns,
  dryRun: boolean,
): string {
  const bySchool = new Map<string, string[]>();
  for (const { school, field, before, after } of changes) {
    const name = `${school.name} (${school.id})`;
    const change = `${WORDS[field]} ${before || 'unknown'} → ${after}`;
    bySchool.set(name, [...(bySchool.get(name) ?? []), change]);
  }
  if (bySchool.size === 0) return `Nothing new about ${placesOf(schools, nouns)}.`;
  const verb = dryRun ? 'Would update' : 'Updated';
  const { shown, rest } = shortened([...bySchool], SCHOOLS_SHOWN);
  const lines = shown.map(([name, changed]) => `  ${name}: ${changed.join(', ')}`);
  return [
    `${verb} ${bySchool.size} of ${placesOf(schools, nouns)}:`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}
