import { checkInvariants } from '../../../scripts/ledger/invariants/index.ts';
import type { Ledger, PostLine } from '../../../scripts/ledger/model.ts';
import { type AnnounceOutcome, announce } from '../../../scripts/operate/channels/announce.ts';
import { announcer } from '../../../scripts/operate/channels/announcer.ts';
import type { ChannelKind } from '../../../scripts/settings/channels-schema.ts';
import type { Settings } from '../../../scripts/settings/schema.ts';
import { HURRIED, instant, settingsOf, type World, world } from '../../world.ts';
import type { Platforms } from './fake-platforms.ts';

/** Names that would do something wherever text is not kept inert. */
export const HOSTILE = {
  a: 'Ev*il <!channel> @everyone https://evil.example/x',
  b: '[click](https://evil.example) <@123> #tag $TSLA',
  c: '`code` _it_ ~no~ **bold** <a href="https://evil.example">x</a> www.evil.example :smile:',
} as const;

/** Settings that name these channels on the fake platforms. */
export function channelSettings(
  { url }: Platforms,
  kinds: readonly ChannelKind[],
  changes: object = {},
): Settings {
  const own: Readonly<Record<ChannelKind, object>> = {
    x: { server: url },
    mastodon: { server: url },
    bluesky: { server: url, handle: 'tracker.example.org' },
    webhook: {},
    slack: {},
    discord: {},
    teams: {},
    ntfy: {},
  };
  return settingsOf({
    channels: Object.fromEntries(kinds.map((kind) => [kind, { ...own[kind], ...changes }])),
    site: { title: 'Prairie Falls', languages: ['en', 'es'], url: `${url}/site/` },
  });
}

/** A first read, by default on 1 March 2021, and on the next date changes at schools with hostile names. */
export function hostileWorld(
  settings: Settings,
  [first, second]: readonly [string, string] = ['2021-03-01', '2021-03-02'],
): World {
  return world(settings)
    .reads(first, { a: [3, HOSTILE.a], b: [2, HOSTILE.b], c: [7, HOSTILE.c] })
    .reads(second, { a: [8, HOSTILE.a], b: [5, HOSTILE.b], c: [6, HOSTILE.c] });
}

/** A line that says that a channel was switched on, or off. */
export function switched(
  channel: ChannelKind,
  when = '2021-03-01',
  state: 'on' | 'off' = 'on',
): PostLine {
  const rest = { language: null, date: null, update: null, detail: null };
  return { recordedAt: instant(when), channel, state, ...rest };
}

/** A tracker whose ledger remembers from run to run, like one whose pushes all go well. */
export interface Tracker {
  ledger: Ledger;
  settings: Settings;
  env: Readonly<Record<string, string>>;
  /** How long a platform may take to answer; undefined: as in a real run. */
  answerMilliseconds: number | undefined;
  run(now: string, changes?: Partial<Parameters<typeof announce>[0]>): Promise<AnnounceOutcome>;
  /** What is on record about posts, one word after the other. */
  lines(): readonly string[];
}

export function tracker(platforms: Platforms, opened: World, posts: readonly PostLine[]): Tracker {
  const self: Tracker = {
    ledger: { ...opened.ledger, posts },
    settings: opened.settings,
    env: platforms.env,
    answerMilliseconds: undefined,
    run: (when, changes) => {
      const now = instant(when);
      const context = announcer({
        ...HURRIED,
        ...(self.answerMilliseconds ? { answerMilliseconds: self.answerMilliseconds } : {}),
        ledger: self.ledger,
        settings: self.settings,
        env: self.env,
        isComplete: true,
        now,
        clock: () => now,
        allowHosts: [platforms.host],
        guardPrivateAddresses: true,
        canSeeSite: true,
      });
      const remember = async (lines: readonly PostLine[]) => {
        const after = { ...self.ledger, posts: [...self.ledger.posts, ...lines] };
        checkInvariants(after, { notAfter: now, timeZone: self.settings.timeZone });
        self.ledger = after;
      };
      return announce({ ...context, remember, ...changes });
    },
    lines: () =>
      self.ledger.posts.map(({ channel, state, language, date, detail }) =>
        [channel, state, language, date, detail].filter(Boolean).join(' '),
      ),
  };
  return self;
}
