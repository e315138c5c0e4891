import type { CommandSpec } from '../options.ts';

export const testSpec = {
  name: 'test',
  summary: 'Everything CI checks: types, lint, dead code, unit and end-to-end tests.',
  options: {
    unit: { help: 'Leave the end-to-end tests out' },
    long: { help: 'Run every scenario of the workflow files too: they take half an hour' },
  },
} as const satisfies CommandSpec;
