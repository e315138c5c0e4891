import type { ChannelKind, ChannelSettings } from '../../settings/channels-schema.ts';
import type { Channel } from './channel.ts';

/** Secrets by the names of their variables; those that are missing are empty. */
export type Secrets = Readonly<Record<string, string>>;

/** A kind of channel: one file, one entry in `CHANNELS`, one template in each language. */
export interface ChannelType {
  readonly kind: ChannelKind;
  /** What it is, and what it does to post nothing twice, as the documentation prints it. */
  readonly description: string;
  /** Names of the variables without which it is off. */
  readonly secrets: readonly string[];
  /** Names of variables that it uses where they are there. */
  readonly optionalSecrets?: readonly string[];
  /** @returns null: the settings do not name it */
  readonly open: (settings: ChannelSettings, secrets: Secrets) => Channel | null;
}

/** What may be shown of an address that is a secret: its host. */
export function placeOf(address: string, variable: string): string {
  return URL.canParse(address) ? `${new URL(address).origin}/…` : `the address in ${variable}`;
}
