import type { Invariant } from './invariant.ts';
import { lineOf } from './invariant.ts';

/** A location has both coordinates or neither. */
export const registrySound: Invariant = {
  name: 'registry-sound',
  description: 'A school has both coordinates or neither',
  check: ({ schools }) => {
    let index = 0;
    for (const school of schools.values()) {
      if ((school.latitude === null) !== (school.longitude === null)) {
        const column = school.latitude === null ? 'latitude' : 'longitude';
        const text = `${school.id} has no ${column}, but it has the other coordinate`;
        return { file: 'schools.csv', line: lineOf(index), column, value: '', text };
      }
      index += 1;
    }
    return undefined;
  },
};
