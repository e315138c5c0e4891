import type { CommandSpec } from '../options.ts';

export const initSpec = {
  name: 'init',
  summary: 'Asks for a district, reads its sheet, and writes settings and an empty ledger.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The folder to write into' },
    name: { value: 'TEXT', help: 'The district’s name' },
    sheet: { value: 'URL', help: 'Its sheet, as it stands in a browser’s address bar' },
    'time-zone': { value: 'ZONE', help: 'Its time zone, such as America/Chicago' },
    counted: { value: 'ONE,MANY', help: 'What is counted, such as "flu case,flu cases"' },
    languages: { value: 'LIST', help: 'Languages of the site, the first one first: en,es' },
    repository: { value: 'URL', help: 'The repository’s address on GitHub' },
    'school-year': { value: 'DATE', help: 'First day of the present school year' },
    locations: { value: 'URL', help: 'A CSV file that says where schools are' },
    force: { help: 'Replace a ledger that has lines: they are lost but in git' },
    yes: { help: 'Ask nothing: take what is proposed' },
  },
} as const satisfies CommandSpec;
