import type { SchoolId } from '../domain/school-id.ts';
import type { School } from './model.ts';

/** Field of a school → kind of fact: what can be learnt about it besides its name and cases. */
export const REGISTRY_FACTS = {
  latitude: 'location',
  longitude: 'location',
  enrollment: 'enrollment',
  vaccinatedOneDose: 'vaccination',
  vaccinatedComplete: 'vaccination',
  aliases: 'id',
} as const satisfies Partial<Record<keyof School, string>>;

/** A field of `School` that the registry's sources can fill in. */
export type RegistryField = keyof typeof REGISTRY_FACTS;
/** The kind of fact that a field holds, as commit messages call it. */
export type RegistryFact = (typeof REGISTRY_FACTS)[RegistryField];

/** A field of a school before and after a change; null means unknown. */
export interface RegistryChange {
  readonly school: School;
  readonly field: RegistryField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** A kind of fact, and for how many schools it was learnt. */
export interface RegistryNews {
  readonly fact: RegistryFact;
  readonly schools: number;
}

const FIELDS = Object.keys(REGISTRY_FACTS) as readonly RegistryField[];

/**
 * Every field that differs between two states of the registry, school by school; new schools are
 * left out.
 */
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

/** Summarises changes by kind of fact, for one line of a commit message. */
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
