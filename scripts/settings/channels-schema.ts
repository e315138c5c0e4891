import { z } from 'zod';

/** Where posts can go, by their keys under `channels` in the settings. */
export const CHANNEL_KINDS = [
  'x',
  'mastodon',
  'bluesky',
  'webhook',
  'slack',
  'discord',
  'teams',
  'ntfy',
] as const;

/** One of `CHANNEL_KINDS`. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

const server = z
  .string()
  .regex(/^https?:\/\/[^\s/]+$/, 'is not a server’s address such as https://example.org');

const every = {
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, 'is not a two-letter language'))
    .min(1, 'names no language')
    .optional()
    .describe('A post in each of these languages of the site; without it, in the first one'),
  per: z
    .enum(['date', 'update'])
    .default('date')
    .describe('Post each date with changes once it is over, or each update once it is on the site'),
};

/** What is not a program's own: people may follow it. */
const followed = {
  ...every,
  follow: z
    .string()
    .regex(/^https:\/\/[^\s]+$/, 'is not a web address that starts with https://')
    .optional()
    .describe('Where readers find it: the page /subscribe/ links there'),
};

const off = (says: string) => `${says}; null: off`;

const plain = (says: string) =>
  z.strictObject(followed).nullable().default(null).describe(off(says));

/**
 * The schema of the channels: where news is posted. A channel is on once it is named here and its
 * secrets, which never stand in this file, are in the environment.
 */
export const channelsSchema = z
  .strictObject({
    x: z
      .strictObject({
        ...followed,
        server: server.default('https://api.x.com').describe('Where its API is'),
      })
      .nullable()
      .default(null)
      .describe(off('An account on X')),
    mastodon: z
      .strictObject({
        ...followed,
        server: server.describe('The server on which the account is'),
        visibility: z.enum(['public', 'unlisted', 'private']).default('public'),
      })
      .nullable()
      .default(null)
      .describe(off('An account on a server of Mastodon')),
    bluesky: z
      .strictObject({
        ...followed,
        handle: z
          .string()
          .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/, 'is not a handle such as name.bsky.social'),
        server: server.default('https://bsky.social').describe('The server that keeps the account'),
      })
      .nullable()
      .default(null)
      .describe(off('An account on Bluesky')),
    webhook: z
      .strictObject(every)
      .nullable()
      .default(null)
      .describe(off('Signed JSON for a program of your own')),
    slack: plain('A channel of Slack'),
    discord: plain('A channel of Discord'),
    teams: plain('A channel of Microsoft Teams'),
    ntfy: plain('A topic of ntfy, for notifications on phones'),
  } satisfies Readonly<Record<ChannelKind, z.ZodType>>)
  .prefault({})
  .describe('Where news is posted; nothing by default');

/** The channels of the settings; null: not set up. */
export type ChannelSettings = z.output<typeof channelsSchema>;
