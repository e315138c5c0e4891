import type { SchoolId } from '../../domain/school-id.ts';
import type { School } from '../model.ts';
import { INTO_ALIAS, mergedInto } from '../school-aliases.ts';
import type { Invariant } from './invariant.ts';
import { lineOf } from './invariant.ts';

/** A location has both coordinates or neither; an entry that was merged leads to another one. */
export const registrySound: Invariant = {
  name: 'registry-sound',
  description:
    'A school has both coordinates or neither, and one that was merged leads to one that was not',
  check: ({ schools }) => {
    let index = 0;
    for (const school of schools.values()) {
      if ((school.latitude === null) !== (school.longitude === null)) {
        const column = school.latitude === null ? 'latitude' : 'longitude';
        const text = `${school.id} has no ${column}, but it has the other coordinate`;
        return { file: 'schools.csv', line: lineOf(index), column, value: '', text };
      }
      const lost = lostWay(schools, school);
      if (lost) {
        const text = `${school.id} was merged into ${lost}`;
        const value = school.aliases.join(';');
        return { file: 'schools.csv', line: lineOf(index), column: 'aliases', value, text };
      }
      index += 1;
    }
    return undefined;
  },
};

/** What is wrong with where a merged entry leads; undefined: nothing. */
function lostWay(schools: ReadonlyMap<SchoolId, School>, school: School): string | undefined {
  const [way, ...others] = school.aliases.filter((alias) => alias.startsWith(INTO_ALIAS));
  if (way === undefined) return undefined;
  if (others.length > 0) return 'several others';
  const into = mergedInto(school);
  if (!into || !schools.has(into)) {
    return `"${way.slice(INTO_ALIAS.length)}", which is not in schools.csv`;
  }
  const seen = new Set([school.id]);
  for (let next = schools.get(into); next; ) {
    if (seen.has(next.id)) return 'itself, in a circle';
    seen.add(next.id);
    const further = mergedInto(next);
    next = further && schools.get(further);
  }
  return undefined;
}
