import type { Forms } from './browser-words.ts';
import type { Counted } from './format.ts';

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
  near: {
    button: 'Schools near me',
    privacy: 'Worked out on this device: where you are is sent to nobody and kept nowhere.',
    words: {
      columns: ['School', 'Distance', '14 days'],
      looking: 'Asking this device where it is …',
      found: forms(
        'The nearest school is {name}.',
        'The {count} nearest schools; the nearest is {name}.',
      ),
      far: 'All of them are far from where you seem to be.',
      distance: '{miles} mi ({kilometers} km)',
      denied:
        'This browser may not say where you are. You can allow it in the browser’s settings for this site, or search by name.',
      unavailable: 'This device does not know where it is. Please search by name.',
      late: 'This device took too long to say where it is. Please try again, or search by name.',
      unable: 'This browser cannot say where it is. Please search by name.',
      noPlaces: 'We do not know where the schools of this district are.',
      failed: 'The list of schools could not be loaded. Please try again.',
    },
  },
  mine: {
    title: 'My schools',
    empty:
      'None yet. “Follow here” on a school’s page puts it in this list, which only this browser remembers.',
    follow: 'Follow here',
    followWords: {
      kept: 'Now one of “My schools” on the first page. Only this browser remembers it.',
      forgotten: 'No longer one of “My schools”.',
      closed: 'This browser does not let the page remember anything.',
    },
    words: {
      title: 'My schools',
      columns: ['School', '7 days', '14 days', 'All', ''],
      forget: 'Forget {name}',
      forgetAll: 'Forget all',
      compare: 'Compare',
      feeds: 'Their feeds as a file for feed readers (OPML)',
      file: 'my-schools.opml',
      failed: 'The figures of your schools could not be loaded. Please load the page again.',
    },
  },
  compare: {
    title: 'Compare schools',
    description: (district: string, counted: Counted) =>
      `Up to four schools of ${district} beside each other: new ${counted.plural} by day and by window.`,
    lead: 'Up to four schools beside each other. The address of this page says which, so you can send it.',
    withOthers: 'Compare with other schools',
    add: 'Add a school',
    noScript:
      'Without JavaScript this page cannot put schools together. Every school’s windows stand side by side here:',
    words: {
      none: 'No school is chosen yet.',
      comparing: forms('One school is chosen; add another.', 'Comparing {count} schools.'),
      unknown: 'No school has the id {id}.',
      full: 'Four are the most; remove one to add another.',
      remove: 'Remove {name}',
      chosen: 'Chosen schools',
      failed: 'The figures could not be loaded. Please load the page again.',
      table: 'New cases by window',
      columns: ['School', '7 days', '14 days', '21 days', 'School year', 'All', 'Per 100*'],
      asOf: 'Windows are calendar days and end on {date}, the last day read.',
      smallNumbers:
        '* New cases of the last 14 days per 100 pupils enrolled. These are small numbers: one case more or less changes the rate a lot.',
      unknownRate: 'unknown',
      charts: 'New cases by the day they were reported',
      oneScale:
        'All charts have one scale. A gap in the line is a day that was not read; a bar after it covers those days. Hatched bars below the line are corrections.',
      chart: '{name}, {from} to {to}: {sum} new cases in all, at most {most} in one report.',
    },
  },
};
