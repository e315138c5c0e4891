import type { CommandSpec } from '../options.ts';

export const renewSpec = {
  name: 'renew',
  summary: 'Gives a deployment that is accepted but not served a commit of its own.',
  options: {},
} as const satisfies CommandSpec;
