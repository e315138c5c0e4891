import {
  CHANNEL_KINDS,
  type ChannelKind,
  type ChannelSettings,
} from '../../settings/channels-schema.ts';
import type { Channel } from './channel.ts';
import { CHANNELS } from './index.ts';

/** A channel of the settings. */
export interface OpenChannel {
  readonly kind: ChannelKind;
  readonly channel: Channel;
  /** Names of the variables that it needs and that are not set; empty: it is on. */
  readonly missing: readonly string[];
  /** Every variable that it uses. */
  readonly variables: readonly string[];
}

/** Variables of the environment by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The channels that the settings name, whether their secrets are there or not. */
export function openChannels(settings: ChannelSettings, env: Variables): readonly OpenChannel[] {
  return CHANNEL_KINDS.flatMap((kind) => {
    const { secrets, optionalSecrets = [], open } = CHANNELS[kind];
    const variables = [...secrets, ...optionalSecrets];
    const values = variables.map((name) => [name, env[name]?.trim() ?? ''] as const);
    const channel = open(settings, Object.fromEntries(values));
    if (channel === null) return [];
    const missing = secrets.filter((name) => !env[name]?.trim());
    return [{ kind, channel, missing, variables }];
  });
}

/** The values of every variable that some channel uses, and the paths of those that are addresses. */
export function secretsIn(env: Variables): readonly string[] {
  return CHANNEL_KINDS.flatMap((kind) => {
    const { secrets, optionalSecrets = [] } = CHANNELS[kind];
    return [...secrets, ...optionalSecrets].flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      const path = URL.canParse(value) ? new URL(value).pathname : '';
      return [value, path].filter((text) => text.length > 1);
    });
  });
}
