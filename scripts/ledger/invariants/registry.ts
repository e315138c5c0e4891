import type { Invariant } from './invariant.ts';
import { lineOf } from './invariant.ts';

/** A location is whole or unknown. */
export const registrySound: Invariant = {
  name: 'registry-sound',
  description: 'A school’s location is whole or blank',
  check: ({ schools }) => {
    let index = 0;
    for (const school of schools.values()) {
      if ((school.latitude === null) !== (school.longitude === null)) {
        const column = school.latitude === null ? 'latitude' : 'longitude';
        const text = `${school.id} has no ${column}, though it has the other half of its location`;
        return { file: 'schools.csv', line: lineOf(index), column, value: '', text };
      }
      index += 1;
    }
    return undefined;
  },
};
