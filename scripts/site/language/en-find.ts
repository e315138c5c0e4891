import type { Forms } from './browser-words.ts';

/** Forms of a phrase. */
const forms = (one: string, other: string): Forms => ({ one, other });

/** The words for finding and keeping schools; `words` are finished in the browser. */
export const englishFind = {
  search: {
    label: 'Find a school',
    button: 'Find',
    words: {
      options: 'Schools found',
      found: forms('{count} school found', '{count} schools found'),
      more: forms('{count} school found, Enter lists it', '{count} schools found, Enter lists all'),
      none: 'No school has a name like this',
      recent: forms('{count} new in 14 days', '{count} new in 14 days'),
      formerly: 'formerly {name}',
      failed: 'The names could not be loaded. Enter leads to the list from A to Z.',
    },
  },
  list: {
    words: {
      title: 'Schools like “{query}”',
      found: forms('{count} school found.', '{count} schools found.'),
      none: 'No school has a name like this. The list below has them all.',
      all: 'Show all schools',
    },
  },
};
