import type { CommandSpec } from '../options.ts';

export const servedSpec = {
  name: 'served',
  summary: 'Waits until the public address serves a build; fails when it does not.',
  options: {
    url: { value: 'URL', help: 'The site’s address' },
    build: { value: 'FILE', default: 'dist/build.json', help: 'The build that is expected' },
    seconds: { value: 'N', default: '90', help: 'How long to wait' },
    look: { help: 'Look once, say true or false in the step’s output, and never fail' },
  },
} as const satisfies CommandSpec;
