import type { CommandSpec } from '../options.ts';

export const doctorSpec = {
  name: 'doctor',
  summary: 'Checks settings, ledger, source, repository, runs and site, and says what to do.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    drill: { help: 'Send a marked test through alarm, pull request and release, then remove it' },
  },
} as const satisfies CommandSpec;
