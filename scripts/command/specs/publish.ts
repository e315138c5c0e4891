import type { CommandSpec } from '../options.ts';

export const publishSpec = {
  name: 'publish',
  summary: 'The scheduled run: updates, commits and pushes the ledger, has the site deployed.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    source: { value: 'URL', help: 'Read this instead of the settings’ source' },
    accept: {
      value: 'DIGEST',
      optionalValue: true,
      help: 'Publish an update that would be held; with a digest only if its counts are those',
    },
  },
} as const satisfies CommandSpec;
