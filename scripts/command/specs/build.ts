import type { CommandSpec } from '../options.ts';

export const buildSpec = {
  name: 'build',
  summary: 'Builds the site from the ledger.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    out: { value: 'DIR', default: 'dist', help: 'Where the site goes; its old files are removed' },
    at: { value: 'INSTANT', help: 'Build as of this instant instead of now' },
    'base-url': {
      value: 'URL',
      help: 'Where the site is served (default: the settings’ site.url)',
    },
    cards: {
      value: 'DIR',
      default: '.cache/cards',
      help: 'Where pictures drawn before are kept',
    },
    'no-cards': { help: 'Leave the social cards out' },
    commit: { value: 'SHA', help: 'The commit that is built, for build.json' },
  },
} as const satisfies CommandSpec;
