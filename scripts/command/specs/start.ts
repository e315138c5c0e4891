import type { CommandSpec } from '../options.ts';

export const startSpec = {
  name: 'start',
  summary: 'Replays the sample district through the real pipeline, builds its site and serves it.',
  options: {
    port: { value: 'N', default: '8080', help: 'Port on this machine' },
    'no-serve': { help: 'Build and exit' },
    cards: {
      value: 'DIR',
      default: '.cache/cards',
      help: 'Where pictures drawn before are kept',
    },
    'no-cards': { help: 'Leave the social cards out' },
    out: { value: 'DIR', help: 'Where the site goes (default: a scratch folder)' },
  },
} as const satisfies CommandSpec;
