import type { CommandSpec } from '../options.ts';

export const schoolsSpec = {
  name: 'schools',
  summary: 'Refreshes the registry of schools: locations, enrollment and vaccination.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    source: { value: 'URL|FILE', help: 'Read this instead of the settings’ locations' },
    vaccination: { value: 'URL|FILE', help: 'Read this instead of the settings’ vaccination' },
    'dry-run': { help: 'Say what would be learnt, write nothing' },
  },
} as const satisfies CommandSpec;
