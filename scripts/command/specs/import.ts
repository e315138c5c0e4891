import type { CommandSpec } from '../options.ts';

export const importSpec = {
  name: 'import',
  summary: 'Starts a ledger from a history in the original’s wide format.',
  argument: 'FILE',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    force: { help: 'Replace a ledger that has lines' },
  },
} as const satisfies CommandSpec;
