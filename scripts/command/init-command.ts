/** `npm run init`: every question that it asks is an option, too. */
export const INIT = {
  summary: 'Asks for a district, finds out how its sheet is read, and writes settings.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The folder to write into' },
    name: { value: 'TEXT', help: 'The district’s name' },
    sheet: { value: 'URL', help: 'Its sheet, as it stands in a browser’s address bar' },
    rows: { value: 'KIND', help: 'What a row of the sheet is: case, place or place-and-day' },
    'id-column': { value: 'HEADING', help: 'The column with the places’ ids; none: it has none' },
    'name-column': {
      value: 'HEADING',
      repeatable: true,
      help: 'The column with their names, or those that only together are unique',
    },
    'count-column': {
      value: 'HEADING',
      repeatable: true,
      help: 'The columns whose sum counts; a /pattern/; or "last date", "every date" for headings that are dates',
    },
    'date-column': { value: 'HEADING', help: 'Rows of places and days: the column with the day' },
    counts: {
      value: 'WORD',
      help: 'Rows of places and days: cumulative (running totals) or new (new on each day)',
    },
    path: { value: 'PATH', help: 'JSON: where the rows are, such as result.records' },
    'total-row': {
      value: 'NAME',
      repeatable: true,
      help: 'A row that is the district’s own total; none: there is no such row',
    },
    zero: { value: 'WORD', repeatable: true, help: 'A word in place of a count that means 0' },
    unknown: { value: 'WORD', repeatable: true, help: 'One that means not reported' },
    ignore: {
      value: 'NAME',
      repeatable: true,
      help: 'A place or a /pattern/ that is never counted',
    },
    place: {
      value: 'WORD',
      repeatable: true,
      help: 'What one place is called; es=WORD: in Spanish',
    },
    places: { value: 'WORD', repeatable: true, help: 'What many are called' },
    person: { value: 'WORD', repeatable: true, help: 'Who is at a place, such as resident' },
    people: { value: 'WORD', repeatable: true, help: 'Many of them' },
    counted: {
      value: 'ONE,MANY',
      repeatable: true,
      help: 'What is counted, such as "flu case,flu cases"; es=ONE,MANY: in Spanish',
    },
    languages: { value: 'LIST', help: 'Languages of the site, the first one first: en,es' },
    'time-zone': { value: 'ZONE', help: 'Its time zone, such as America/Chicago' },
    hours: {
      value: 'HOURS',
      help: 'When the sheet is usually updated on working days, such as 12-20: it is read more often then',
    },
    repository: { value: 'URL', help: 'The repository’s address on GitHub' },
    'school-year': { value: 'DATE', help: 'First day of the present school year' },
    locations: { value: 'URL', help: 'A CSV file that says where the places are' },
    force: { help: 'Replace a ledger of one’s own that has lines; they remain only in git' },
    yes: { help: 'Ask nothing: accept proposals, and refuse a sheet that reads in several ways' },
  },
} as const;
