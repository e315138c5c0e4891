import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { channels } from '../../../scripts/maintain/doctor/channels.ts';
import type { Patient } from '../../../scripts/maintain/doctor/diagnosis.ts';
import { drillChannels } from '../../../scripts/maintain/doctor/drill-channels.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../../scripts/settings/channels-schema.ts';
import { channelSettings, switched } from '../../operate/channels/announcing.ts';
import {
  fakePlatforms,
  type Platforms,
  SECRET_TEXTS,
} from '../../operate/channels/fake-platforms.ts';
import { instant, world } from '../../world.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = await fakePlatforms();
});
afterEach(() => platforms.close());

function patientWith(kinds: readonly ChannelKind[], changes: Partial<Patient> = {}): Patient {
  return {
    project: '',
    dataDir: '',
    settings: channelSettings(platforms, kinds),
    ledger: world().ledger,
    now: instant('2021-03-10'),
    git: gitIn('.'),
    github: undefined,
    allowHosts: [platforms.host],
    env: platforms.env,
    ...changes,
  };
}
const shownNow = () => Object.values(platforms.shown).flat();

describe('the check of the channels', () => {
  it.each([
    ['x', 'good', 'works: @tracker'],
    ['mastodon', 'good', 'works: @tracker on'],
    ['bluesky', 'good', 'works: @tracker.example.org'],
    ['slack', 'good', 'works: an incoming webhook'],
    ['discord', 'good', 'works: the webhook “News”'],
    ['ntfy', 'good', 'works: a topic'],
    ['webhook', 'unknown', 'without posting'],
    ['teams', 'unknown', 'without posting'],
  ] as const)('finds out about %s without posting', async (kind, level, words) => {
    const [found] = await channels.run(patientWith([kind]));
    expect(found).toMatchObject({ level, what: expect.stringContaining(words) });
    expect([shownNow(), platforms.wrong]).toEqual([[], []]);
  });

  it.each(['x', 'mastodon', 'bluesky', 'slack', 'discord', 'ntfy'] as const)(
    'names the secrets that %s does not accept, and shows none',
    async (kind) => {
      const env = Object.fromEntries(
        Object.entries(platforms.env).map(([name, value]) => [name, `${value}x`]),
      );
      const [found] = await channels.run(patientWith([kind], { env }));
      expect(found).toMatchObject({
        level: 'bad',
        advice: expect.stringContaining('Renew TRACKER_'),
      });
      for (const secret of SECRET_TEXTS) expect(JSON.stringify(found)).not.toContain(secret);
    },
  );

  it('says which secrets are missing, and which post is uncertain', async () => {
    const [missing] = await channels.run(patientWith(['slack'], { env: {} }));
    expect(missing).toMatchObject({
      level: 'warning',
      what: expect.stringContaining('not set here: TRACKER_SLACK_WEBHOOK_URL'),
    });
    const { ledger } = world();
    const unclear = { ...switched('slack'), state: 'unclear' as const, detail: 'interrupted' };
    const posts = [switched('slack'), unclear];
    const [found] = await channels.run(patientWith(['slack'], { ledger: { ...ledger, posts } }));
    expect(found).toMatchObject({ level: 'warning', what: expect.stringContaining('interrupted') });
  });

  it('has nothing to look at where no channel is named', async () => {
    expect(await channels.run(patientWith([]))).toMatchObject([{ level: 'good' }]);
    expect(platforms.received).toEqual([]);
  });
});

describe('a drill', () => {
  it('posts a marked test where it can be removed, and removes it', async () => {
    const lines = await drillChannels(patientWith(CHANNEL_KINDS));
    const signs = lines.map((line) => line.trim().slice(0, line.trim().indexOf(':')));
    expect(signs).toEqual([
      '✓ x',
      '✓ mastodon',
      '✓ bluesky',
      '? webhook',
      '? slack',
      '✓ discord',
      '? teams',
      '? ntfy',
    ]);
    expect(platforms.removed.map((line) => line.split(' ')[0]).sort()).toEqual([
      'bluesky',
      'discord',
      'mastodon',
      'x',
    ]);
    expect([shownNow(), platforms.wrong]).toEqual([[], []]);
    const posted = platforms.received.filter(({ body }) => body.includes('Drill'));
    expect(posted).toHaveLength(4);
  });

  it('reports what fails, and goes on', async () => {
    const env = { ...platforms.env, TRACKER_X_API_KEY: 'withdrawn', TRACKER_MASTODON_TOKEN: '' };
    const lines = await drillChannels(patientWith(['x', 'mastodon', 'discord'], { env }));
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      '✗ x',
      '? mastodon',
      '✓ discord',
    ]);
  });
});
