import type { Arguments } from './options.ts';

/** The options of `npm run init` as the answers that they are. */
export function initAnswers(args: Pick<Arguments<'init'>, 'text' | 'texts'>) {
  return {
    name: args.text('name'),
    sheet: args.text('sheet'),
    timeZone: args.text('time-zone'),
    hours: args.text('hours'),
    languages: args.text('languages'),
    repository: args.text('repository'),
    schoolYear: args.text('school-year'),
    locations: args.text('locations'),
    counted: args.texts('counted'),
    place: args.texts('place'),
    places: args.texts('places'),
    person: args.texts('person'),
    people: args.texts('people'),
    sheetOptions: {
      rows: args.text('rows'),
      path: args.text('path'),
      id: args.text('id-column'),
      name: args.texts('name-column'),
      countColumns: args.texts('count-column'),
      date: args.text('date-column'),
      counts: args.text('counts'),
      totalRow: args.texts('total-row'),
      zero: args.texts('zero'),
      unknown: args.texts('unknown'),
      ignore: args.texts('ignore'),
    },
  };
}
