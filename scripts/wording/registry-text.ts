import { shortened } from '../domain/shortened.ts';
import type { RegistryChange, RegistryField } from '../ledger/registry-changes.ts';

const SCHOOLS_TOLD = 40;

const WORDS = {
  latitude: 'latitude',
  longitude: 'longitude',
  enrollment: 'enrollment',
  vaccinatedOneDose: 'with one dose',
  vaccinatedComplete: 'fully vaccinated',
  aliases: 'other names and ids',
} as const satisfies Record<RegistryField, string>;

/** What was learnt of schools, a school a line, for a person. */
export function tellRegistry(
  changes: readonly RegistryChange[],
  schools: number,
  dryRun: boolean,
): string {
  const bySchool = new Map<string, string[]>();
  for (const { school, field, before, after } of changes) {
    const name = `${school.name} (${school.id})`;
    const told = `${WORDS[field]} ${before || 'unknown'} → ${after}`;
    bySchool.set(name, [...(bySchool.get(name) ?? []), told]);
  }
  if (bySchool.size === 0) return `Nothing new of ${schools} schools.`;
  const verb = dryRun ? 'Would learn' : 'Learnt';
  const { shown, rest } = shortened([...bySchool], SCHOOLS_TOLD);
  const lines = shown.map(([name, told]) => `  ${name}: ${told.join(', ')}`);
  return [
    `${verb} of ${bySchool.size} of ${schools} schools:`,
    ...lines,
    ...(rest > 0 ? [`  and of ${rest} more`] : []),
  ].join('\n');
}
