import type { CommandSpec } from '../options.ts';

export const benchSpec = {
  name: 'bench',
  summary: 'Measures update, build and installation; prints a table and writes nothing.',
  options: {
    runs: { value: 'N', default: '7', help: 'Counted runs of each process; the median is told' },
  },
} as const satisfies CommandSpec;
