import type { ChannelKind } from '../../settings/channels-schema.ts';
import { bluesky } from './bluesky.ts';
import type { ChannelType } from './channel-type.ts';
import { discord } from './discord.ts';
import { mastodon } from './mastodon.ts';
import { ntfy } from './ntfy.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';
import { x } from './x.ts';

/** Every kind of channel, in the order of the settings. */
export const CHANNELS: Readonly<Record<ChannelKind, ChannelType>> = {
  x,
  mastodon,
  bluesky,
  webhook,
  slack,
  discord,
  teams,
  ntfy,
};
