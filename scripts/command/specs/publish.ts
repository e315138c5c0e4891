import type { CommandSpec } from '../options.ts';

export const publishSpec = {
  name: 'publish',
  summary: 'The scheduled run: updates, commits and pushes the ledger, has the site deployed.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    source: { value: 'URL', help: 'Read this instead of the settings’ source' },
    at: { value: 'INSTANT', help: 'Record the read under this instant instead of now' },
    accept: {
      value: 'DIGEST',
      optionalValue: true,
      help: 'Publish an update that would be held; with a digest only if its counts are those',
    },
    'dry-run': { help: 'Say what would be written, sent and started; do nothing' },
    'rebuild-only': { help: 'Read nothing: only have the site deployed anew' },
  },
} as const satisfies CommandSpec;
