import type { CommandSpec } from '../options.ts';

export const deployableSpec = {
  name: 'deployable',
  summary: 'Refuses a ledger that is inconsistent, or that changes what was announced.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    restate: { help: 'Let announced days change' },
  },
} as const satisfies CommandSpec;
