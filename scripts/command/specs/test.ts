import type { CommandSpec } from '../options.ts';

export const testSpec = {
  name: 'test',
  summary: 'Everything CI checks: types, lint, dead code, unit and end-to-end tests.',
  options: {
    unit: { help: 'Only the quick tests: no measurements, none from end to end' },
    long: { help: 'Run the scenarios of the workflow files too that take minutes: ten more' },
  },
} as const satisfies CommandSpec;
