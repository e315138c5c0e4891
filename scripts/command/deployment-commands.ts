import type { CommandSpec } from './command-spec.ts';

/** `npm run alarm`, for the workflows. */
export const ALARM = {
  summary: 'Checks the schedules, and reports to the alarm how a deployment ended.',
  place: 'This command is run by the workflows Deploy and Watch.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    result: { value: 'WORD', help: 'How the deployment ended: success or failure' },
    renewed: { value: 'COMMIT', help: 'The commit under which it is tried again, if any' },
    refusal: { value: 'CODE', help: 'Code of the refusal that stopped the deployment, if any' },
    message: { value: 'TEXT', help: 'What was last found at the public address' },
    look: { help: 'Only set the step’s output quiet: whether there is nothing to write' },
  },
} as const satisfies CommandSpec;

/** `npm run served`, for the deploy workflow. */
export const SERVED = {
  summary: 'Waits until the public address serves a build; fails if it does not.',
  options: {
    url: {
      value: 'URL',
      help: 'The site’s address, from the deployment; blank: Pages did not accept one',
    },
    build: { value: 'FILE', default: 'dist/build.json', help: 'The build that is expected' },
    stamp: { value: 'JSON', help: 'The content of that file, instead of the file' },
    seconds: { value: 'N', default: '90', help: 'How long to wait' },
    look: { help: 'Look once, set the step’s outputs served and stamp, and never fail' },
  },
} as const satisfies CommandSpec;
