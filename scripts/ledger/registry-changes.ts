import type { SchoolId } from '../domain/school-id.ts';
import type { School } from './model.ts';

/** What can be learnt of a school besides its name and cases. */
export const REGISTRY_FACTS = {
  latitude: 'location',
  longitude: 'location',
  enrollment: 'enrollment',
  vaccinatedOneDose: 'vaccination',
  vaccinatedComplete: 'vaccination',
  aliases: 'id',
} as const satisfies Partial<Record<keyof School, string>>;

export type RegistryField = keyof typeof REGISTRY_FACTS;
export type RegistryFact = (typeof REGISTRY_FACTS)[RegistryField];

/** A figure of a school before and after; null was unknown. */
export interface RegistryChange {
  readonly school: School;
  readonly field: RegistryField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** Of how many schools a kind of fact was learnt. */
export interface RegistryNews {
  readonly fact: RegistryFact;
  readonly schools: number;
}

const FIELDS = Object.keys(REGISTRY_FACTS) as readonly RegistryField[];

/** What the registry knows that it did not know before, school by school. */
export function registryChanges(
  before: ReadonlyMap<SchoolId, School>,
  after: ReadonlyMap<SchoolId, School>,
): readonly RegistryChange[] {
  return [...after.values()].flatMap((school) => {
    const old = before.get(school.id);
    if (!old || old === school) return [];
    return FIELDS.map((field) => ({
      school,
      field,
      before: figureOf(old, field),
      after: figureOf(school, field),
    })).filter((change) => change.before !== change.after);
  });
}

/** The same by kind of fact, for one line in a commit message. */
export function registryNews(changes: readonly RegistryChange[]): readonly RegistryNews[] {
  const schools = new Map<RegistryFact, Set<SchoolId>>();
  for (const { field, school } of changes) {
    const fact = REGISTRY_FACTS[field];
    schools.set(fact, (schools.get(fact) ?? new Set()).add(school.id));
  }
  return [...schools].map(([fact, ids]) => ({ fact, schools: ids.size }));
}

function figureOf(school: School, field: RegistryField): string | number | null {
  return field === 'aliases' ? school.aliases.join(';') : school[field];
}
