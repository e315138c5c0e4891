import type { CommandSpec } from '../options.ts';

export const reviewSpec = {
  name: 'review',
  summary: 'Tells what a change of data does, to the ledger and to the built site.',
  options: {
    'base-data': { value: 'DIR', help: 'The data folder before the change' },
    'base-site': { value: 'DIR', help: 'The site built from it' },
    data: { value: 'DIR', default: 'data', help: 'The data folder after it' },
    site: { value: 'DIR', default: 'dist', help: 'The site built from that, at the same instant' },
  },
} as const satisfies CommandSpec;
