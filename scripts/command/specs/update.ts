import type { CommandSpec } from '../options.ts';

export const updateSpec = {
  name: 'update',
  summary: 'Reads the source, works out the new cases per school, and writes them to the ledger.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    source: { value: 'URL|FILE', help: 'Read this instead of the settings’ source' },
    at: {
      value: 'INSTANT',
      help: 'Record the read under this instant (ISO 8601 with Z or an offset) instead of now',
    },
    accept: {
      value: 'DIGEST',
      optionalValue: true,
      help: 'Publish an update that would be held; with a digest only if its counts are those',
    },
    'dry-run': { help: 'Say what would be written, write nothing' },
    report: { value: 'FILE', help: 'Write what happened as JSON, whatever the outcome' },
    'save-body': { value: 'FILE', help: 'Keep what the source sent' },
  },
} as const satisfies CommandSpec;
