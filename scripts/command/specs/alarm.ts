import type { CommandSpec } from '../options.ts';

export const alarmSpec = {
  name: 'alarm',
  summary: 'Watches the schedules, and keeps the alarm of a deployment that has ended.',
  options: {
    data: { value: 'DIR', default: 'data', help: 'The ledger’s folder' },
    result: { value: 'WORD', help: 'How the deployment ended: success or failure' },
    renewed: { value: 'COMMIT', help: 'The commit that the deployment goes on under, if any' },
    refusal: { value: 'CODE', help: 'What the build was refused for, if it was' },
    message: { value: 'TEXT', help: 'What the last look at the public address found' },
  },
} as const satisfies CommandSpec;
