/** The data page in English. */
export const englishData = {
  title: 'Data',
  description: (district: string) =>
    `Download every number of ${district}: CSV tables and JSON at fixed addresses, what each column and key means, and the history in git.`,
  lead: 'Every number as a file at a fixed address, free to use',
  asOf: (date: string) => `as of ${date}`,
  open: 'That day is not over yet, so more may be added to it.',
  tables: 'Tables',
  tablesLead:
    'CSV in UTF-8 with a header line, one fact a line. A text that a spreadsheet would take for a formula has an apostrophe before it.',
  columns: 'What each column means',
  ownTable: 'Each school’s own lines are a small file, linked from its page:',
  api: 'JSON for programs',
  apiLead:
    'No key is needed. null is unknown, never 0; a day that is missing was not read, which is not 0 either. Each file says which day it covers and whether that day is over.',
  schema: 'schema',
  example: 'for example',
  keys: 'What each key means',
  original: 'As the first tracker had it',
  originalLead: 'What was built on the first tracker of Chicago’s schools goes on working.',
  promise: 'What stays as it is',
  promiseText:
    'Addresses, columns, keys and the ids of feed items stay as they are; new ones may be added. One that must go is first announced here and in the notices feed, at least 14 days ahead, and a new version stands beside it by then.',
  changes: 'Announced changes',
  noChange: 'No change is announced.',
  from: (date: string) => `from ${date} on`,
  feeds: 'Feeds',
  daily: 'one item for each day with a change, once it is over',
  updates: 'one item for each change, as soon as it is seen',
  notices: 'corrections, held updates, days that could not be read, announced changes',
  ownFeed: 'each school has its own, on its page',
  check: 'Check what you have downloaded',
  checkText:
    'The SHA-256 of every file stands beside it. In a folder with the same paths, this checks them all:',
  source: 'Where the numbers come from',
  sourceText: (district: string) =>
    `${district} publishes one growing number per school. We read it several times a day and write down by how much it grew, on the day on which we first saw it. A line once written is never changed.`,
  sheet: 'What the district publishes',
  history: 'The history of every line, in git',
  licence: 'What you may do',
  licenceText:
    'The counts are facts that the district publishes; use them as you like and name the district as their source. The program is under the MIT licence.',
  cite: 'How to cite',
  citation: (district: string, site: string, address: string, date: string) =>
    `${district}: cases by school, recorded by ${site}${date === '' ? '' : `, as of ${date}`}. ${address}`,
};
