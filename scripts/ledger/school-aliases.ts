import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import type { School } from './model.ts';

/** The prefix of an alias that records an id learnt after the school entered the registry. */
export const ID_ALIAS = 'id:';
/** The prefix of an alias that says with which entry this one was merged. */
export const INTO_ALIAS = 'into:';
/** The prefix of an alias that is a longer name, by which pages call the school. */
export const LABEL_ALIAS = 'label:';

const PREFIXES = [ID_ALIAS, INTO_ALIAS, LABEL_ALIAS];

/** The names that a school had before. */
export function formerNames({ aliases }: School): readonly string[] {
  // Tens of thousands of schools are looked up by name, and few ever had another one.
  if (aliases.length === 0) return aliases;
  return aliases.filter((alias) => !PREFIXES.some((prefix) => alias.startsWith(prefix)));
}

/** A longer name from the locations source; undefined: there is none. */
export function labelOf({ aliases }: Pick<School, 'aliases'>): string | undefined {
  return aliases.find((alias) => alias.startsWith(LABEL_ALIAS))?.slice(LABEL_ALIAS.length);
}

/** The aliases with another label, or without one. */
export function withLabel(aliases: School['aliases'], label: string): School['aliases'] {
  const others = aliases.filter((alias) => !alias.startsWith(LABEL_ALIAS));
  return [...others, `${LABEL_ALIAS}${label.replaceAll(';', ',')}`];
}

/** The ids that were learnt after the school entered the registry. */
export function learntIds({ aliases }: School): readonly string[] {
  return aliases.flatMap((a) => (a.startsWith(ID_ALIAS) ? [a.slice(ID_ALIAS.length)] : []));
}

/** The entry that this one was merged into; undefined: it stands for itself. */
export function mergedInto({ aliases }: School): SchoolId | undefined {
  const alias = aliases.find((one) => one.startsWith(INTO_ALIAS));
  return alias === undefined ? undefined : parseSchoolId(alias.slice(INTO_ALIAS.length));
}

/**
 * A name as it can be kept among aliases, which `schools.csv` separates by `;` and of which some have a
 * prefix. What is changed for that is punctuation, which matching ignores.
 */
export function asAlias(name: string): string {
  const parted = name.replaceAll(';', ',');
  const isPrefixed = PREFIXES.some((prefix) => parted.startsWith(prefix));
  return isPrefixed ? parted.replace(':', ' ') : parted;
}

/**
 * The entry under which a school is counted: itself, or the one that it was merged into.
 *
 * @throws RangeError if entries were merged in a circle, which an invariant forbids
 */
export function countedAs(schools: ReadonlyMap<SchoolId, School>, school: School): School {
  let entry = school;
  for (let steps = 0; steps <= schools.size; steps += 1) {
    const into = mergedInto(entry);
    const next = into && schools.get(into);
    if (!next) return entry;
    entry = next;
  }
  throw new RangeError(`${school.id} was merged in a circle`);
}
