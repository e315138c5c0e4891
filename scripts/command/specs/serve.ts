import type { CommandSpec } from '../options.ts';

export const serveSpec = {
  name: 'serve',
  summary: 'Previews the built site under the path that Pages would use.',
  options: {
    out: { value: 'DIR', default: 'dist', help: 'The built site' },
    port: { value: 'N', default: '8080', help: 'Port on this machine' },
  },
} as const satisfies CommandSpec;
