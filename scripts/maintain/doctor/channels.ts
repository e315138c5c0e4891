import { askWith, ChannelFailure } from '../../operate/channels/ask.ts';
import { type OpenChannel, openChannels, secretsIn } from '../../operate/channels/open-channels.ts';
import {
  bad,
  type Check,
  type Diagnosis,
  good,
  type Patient,
  unknown,
  warning,
} from './diagnosis.ts';

/** Whether the channels of the settings would take a post, as far as they say without one. */
export const channels: Check = {
  description: 'Each channel of the settings has its secrets, and its platform accepts them',
  run: async (patient) => {
    const named = openChannels(patient.settings.channels, patient.env);
    if (named.length === 0) return [good('The settings name no channel')];
    return Promise.all(named.map((open) => look(open, patient)));
  },
};

/** Asks platforms as a run does. */
export function askOf({ env, allowHosts }: Patient) {
  return askWith({ allowHosts, guardPrivateAddresses: false, secrets: secretsIn(env) });
}

async function look(open: OpenChannel, patient: Patient): Promise<Diagnosis> {
  const { kind, channel, missing, variables } = open;
  const secretsPage = `${patient.settings.repository}/settings/secrets/actions`;
  if (missing.length > 0) {
    return warning(
      `${kind} could not be checked: not set here: ${missing.join(', ')}`,
      `Without its secrets in ${secretsPage} it is off. To check it, set the same variables here.`,
    );
  }
  const lost = uncertain(kind, patient);
  if (lost !== undefined) return lost;
  try {
    const found = await channel.check(askOf(patient));
    if (found.kind === 'works') return good(`${kind} works: ${found.as}`);
    return unknown(
      `${kind} cannot be checked without posting: ${found.why}`,
      '`npm run announce -- --dry-run` shows what would be sent.',
    );
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return bad(`${kind}: ${error.message}`, `Renew ${variables.join(', ')}: ${secretsPage}`);
  }
}

/** A post of which nobody knows whether it is there, if it is the channel's last. */
function uncertain(kind: string, { ledger }: Patient): Diagnosis | undefined {
  const last = ledger.posts.findLast(({ channel }) => channel === kind);
  if (last?.state !== 'unclear') return undefined;
  return warning(
    `${kind}: the post of ${last.date} may or may not be there (${last.detail})`,
    'Look at the channel, and post it by hand if it is missing. The next post ends this warning.',
  );
}
