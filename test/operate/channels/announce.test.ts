import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS } from '../../../scripts/operate/channels/index.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../../scripts/settings/channels-schema.ts';
import {
  channelSettings,
  HOSTILE,
  hostileWorld,
  switched,
  type Tracker,
  tracker,
} from './announcing.ts';
import { fakePlatforms, type Platforms, SECRET_TEXTS } from './fake-platforms.ts';

/** 2 March is over in Chicago at 06:00 UTC on the 3rd. */
const AFTER = '2021-03-03T06:20:00Z';
const LATER = '2021-03-03T07:30:00Z';
const ONCE = CHANNEL_KINDS.filter((kind) => !['mastodon', 'bluesky', 'webhook'].includes(kind));
const SAFELY = CHANNEL_KINDS.filter((kind) => !ONCE.includes(kind));

const BLUESKY = z.object({
  record: z.object({
    text: z.string(),
    facets: z.tuple([
      z.object({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }) }),
    ]),
    embed: z.object({
      external: z.object({ uri: z.string(), description: z.string(), thumb: z.unknown() }),
    }),
  }),
});

let platforms: Platforms;
beforeEach(async () => {
  platforms = await fakePlatforms();
});
afterEach(async () => {
  const { wrong } = platforms;
  await platforms.close();
  expect(wrong).toEqual([]);
});

function on(...kinds: readonly ChannelKind[]): Tracker {
  const world = hostileWorld(channelSettings(platforms, kinds));
  return tracker(
    platforms,
    world,
    kinds.map((kind) => switched(kind)),
  );
}
const textsOf = (kind: ChannelKind) => platforms.shown[kind]?.map(({ text }) => text) ?? [];
const counts = () =>
  Object.fromEntries(Object.entries(platforms.shown).map(([kind, posts]) => [kind, posts.length]));

describe('a closed date', () => {
  it.each(CHANNEL_KINDS)('is posted once to %s, as the platform documents it', async (kind) => {
    const own = on(kind);
    const { sent, unsent, findings } = await own.run(AFTER);
    expect([sent.length, unsent, findings]).toEqual([1, [], []]);
    const [text = ''] = textsOf(kind);
    expect(text.replaceAll(/[\u2060\\]/g, '')).toContain(
      'Tue, Mar 2, 2021: 7 new cases at 3 schools',
    );
    const link = `${platforms.url}/site/cases/2021-03-02/`;
    expect(JSON.stringify(platforms.shown[kind]?.[0]?.body)).toContain(link);
    expect((await own.run(LATER)).sent).toEqual([]);
    expect(counts()[kind]).toBe(1);
  });

  it('is posted to every channel at once, each line on record', async () => {
    const own = on(...CHANNEL_KINDS);
    await own.run(AFTER);
    expect(Object.values(counts())).toEqual(CHANNEL_KINDS.map(() => 1));
    const said = own.lines().filter((line) => / sent /.test(line));
    expect(said.map((line) => line.split(' ')[0])).toEqual([...CHANNEL_KINDS]);
    const intents = own.lines().filter((line) => / sending /.test(line));
    expect(intents.map((line) => line.split(' ')[0])).toEqual(ONCE);
  });

  it('is not posted before it is over, nor while its page is not served', async () => {
    const own = on('slack');
    expect((await own.run('2021-03-03T05:59:00Z')).unsent).toEqual([]);
    const { unsent } = await own.run(AFTER, { isServed: async () => false });
    expect(unsent).toMatchObject([{ date: '2021-03-02', why: 'its page is not on the site yet' }]);
    expect(own.lines()).toEqual(['slack on']);
    await own.run(LATER);
    expect(counts().slack).toBe(1);
  });

  it('is posted in each language that a channel has', async () => {
    const world = hostileWorld(
      channelSettings(platforms, ['bluesky'], { languages: ['en', 'es'] }),
    );
    const own = tracker(platforms, world, [switched('bluesky')]);
    await own.run(AFTER);
    const [english = '', spanish = ''] = textsOf('bluesky');
    expect(english).toContain('at 3 schools');
    expect(spanish).toContain('en 3 escuelas');
    expect(spanish).toContain(`${platforms.url}/site/es/cases/2021-03-02/`);
  });

  it('is posted update by update where the settings say so', async () => {
    const world = hostileWorld(channelSettings(platforms, ['discord'], { per: 'update' }));
    const own = tracker(platforms, world, [switched('discord')]);
    await own.run('2021-03-02T18:30:00Z');
    expect(textsOf('discord')[0]).toMatch(/^Update 1, Tue, Mar 2, 2021/);
    expect(textsOf('discord')[0]).toContain('/updates/2021-03-02/1/');
    await own.run(AFTER);
    expect(counts().discord).toBe(1);
  });
});

describe('the card', () => {
  it.each(['x', 'mastodon'] as const)('goes to %s with its alternative text', async (kind) => {
    await on(kind).run(AFTER);
    const [picture] = [...platforms.pictures.values()];
    expect(picture?.bytes).toBeGreaterThan(5_000);
    expect(picture?.alt).toMatch(/March 2, 2021.*7.*3 schools/);
  });

  it('is the picture of the link on Bluesky, whose facet covers the link in bytes', async () => {
    await on('bluesky').run(AFTER);
    const { record } = BLUESKY.parse(platforms.shown.bluesky?.[0]?.body);
    const { byteStart, byteEnd } = record.facets[0].index;
    const { uri, description, thumb } = record.embed.external;
    expect(Buffer.from(record.text).subarray(byteStart, byteEnd).toString()).toBe(uri);
    expect(byteStart).toBeGreaterThan(record.text.indexOf(uri));
    expect(description).toMatch(/March 2, 2021/);
    expect(thumb).toBeDefined();
  });
});

describe('the card by its address', () => {
  it('is in the card of Teams, with its text, in ntfy and in the JSON, once it is served', async () => {
    const url = `${platforms.url}/site/cards/cases/2021-03-02.png`;
    await on('teams', 'ntfy', 'webhook').run(AFTER);
    const bodies = ['teams', 'ntfy', 'webhook'].map((kind) =>
      JSON.stringify(platforms.shown[kind]?.[0]?.body),
    );
    expect(bodies[0]).toMatch(/"type":"Image","url":"[^"]*","altText":"Tuesday, March 2, 2021/);
    for (const body of bodies) expect(body).toContain(url);
  });

  it('is left out while it is not', async () => {
    const isServed = async (address: string) => !address.endsWith('.png');
    await on('teams', 'ntfy', 'webhook').run(AFTER, { isServed });
    expect(counts()).toMatchObject({ teams: 1, ntfy: 1, webhook: 1 });
    expect(JSON.stringify(platforms.shown)).not.toContain('.png');
  });
});

describe('hostile names', () => {
  it.each(CHANNEL_KINDS)('do nothing on %s', async (kind) => {
    await on(kind).run(AFTER);
    const [{ body, text } = { body: {}, text: '' }] = platforms.shown[kind] ?? [];
    const whole = JSON.stringify(kind === 'webhook' ? text : body);
    expect(whole).toContain('Ev');
    expect(whole).not.toMatch(/@everyone|@here|<!channel>|<@123>|<a href/);
    expect(whole).not.toMatch(/(https?:\/\/|www\.|\b)evil\.example/);
    expect(whole).not.toMatch(/#tag|\$TSLA|:smile:/);
  });

  it('of Markdown are escaped where it is read, and names reach programs as they are', async () => {
    await on('discord', 'webhook').run(AFTER);
    expect(textsOf('discord')[0]).toContain('\\[click\\]\\(https:\u2060//evil.\u2060example\\)');
    const body = z.object({
      data: z.object({ schools: z.array(z.object({ name: z.string() })) }),
    });
    const { data } = body.parse(platforms.shown.webhook?.[0]?.body);
    expect(data.schools.map(({ name }) => name).sort()).toEqual(Object.values(HOSTILE).sort());
  });
});

describe('switching a channel on', () => {
  it('posts nothing old, only what closes from then on', async () => {
    const own = on('slack', 'mastodon');
    own.ledger = { ...own.ledger, posts: [] };
    await own.run(AFTER);
    expect(own.lines()).toEqual(['mastodon on', 'slack on']);
    await own.run(LATER);
    expect(Object.values(counts()).some((count) => count > 0)).toBe(false);
  });

  it('begins anew after it was off, because its secret or its setting was gone', async () => {
    const own = on('slack');
    own.env = {};
    await own.run('2021-03-02T20:00:00Z');
    own.env = platforms.env;
    await own.run(AFTER);
    await own.run(LATER);
    expect(own.lines()).toEqual(['slack on', 'slack off', 'slack on']);
    own.settings = channelSettings(platforms, []);
    await own.run('2021-03-03T08:00:00Z');
    expect(own.lines().at(-1)).toBe('slack off');
  });
});

describe('a run that is killed after sending, before it remembers,', () => {
  /** Keeps what is written before anything is sent, and loses what comes after. */
  const killed = async (own: Tracker) => {
    let written = 0;
    const before = own.ledger;
    const remember: Parameters<Tracker['run']>[1] = {
      remember: async (lines) => {
        written += 1;
        if (written > 1 || lines.some(({ state }) => state === 'sent')) throw new Error('killed');
        own.ledger = { ...before, posts: [...before.posts, ...lines] };
      },
    };
    await expect(own.run(AFTER, remember)).rejects.toThrow('killed');
    platforms.forgetKeys();
  };

  it.each(CHANNEL_KINDS)('posts nothing twice to %s', async (kind) => {
    const own = on(kind);
    await killed(own);
    expect(counts()[kind]).toBe(1);
    await own.run(LATER);
    await own.run('2021-03-04T12:00:00Z');
    expect(counts()[kind]).toBe(1);
    const ending = SAFELY.includes(kind) ? 'sent' : 'unclear';
    expect(own.lines().at(-1)).toMatch(new RegExp(`^${kind} ${ending} en 2021-03-02`));
  });

  it('says what may be missing where nobody can know', async () => {
    const own = on('slack');
    await killed(own);
    const { findings } = await own.run(LATER);
    expect(findings).toMatchObject([{ level: 'warning', code: 'post-unclear' }]);
  });
});

describe('a platform that fails', () => {
  it.each(CHANNEL_KINDS)('is asked again within the run: %s', async (kind) => {
    platforms.faults.push(
      { status: 503 },
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 500 },
    );
    expect((await on(kind).run(AFTER)).findings).toEqual([]);
    expect(counts()[kind]).toBe(1);
  });

  it.each(SAFELY)(
    'is asked again when its answer was lost, and shows one post: %s',
    async (kind) => {
      platforms.faults.push('lost-answer');
      expect((await on(kind).run(AFTER)).sent).toHaveLength(1);
      expect(counts()[kind]).toBe(1);
    },
  );

  it.each(ONCE)('is not asked again when its answer was lost: %s', async (kind) => {
    platforms.faults.push('lost-answer');
    const own = on(kind);
    const { findings } = await own.run(AFTER);
    await own.run(LATER);
    expect(findings).toMatchObject([{ code: 'post-unclear' }]);
    expect(counts()[kind]).toBe(1);
  });

  it.each([['silence'], [{ status: 502 }], [{ status: 504 }]] as const)(
    'may have posted after %j, so nothing is sent twice',
    async (fault) => {
      platforms.faults.push(fault);
      const own = on('discord');
      // Only what is never answered takes that long.
      if (fault === 'silence') own.answerMilliseconds = 2_000;
      await own.run(AFTER);
      await own.run(LATER);
      expect(own.lines().at(-1)).toMatch(/^discord unclear en 2021-03-02/);
      expect(counts().discord).toBe(0);
    },
  );

  it('counts a repetition that X refuses as posted', async () => {
    const own = on('x');
    await own.run(AFTER);
    own.ledger = { ...own.ledger, posts: [switched('x')] };
    const { sent, findings } = await own.run(LATER);
    expect([sent.length, findings, counts().x]).toEqual([1, [], 1]);
  });

  it('rests as long as it asks, otherwise 1, 2, 4, … hours', async () => {
    platforms.faults.push({ status: 429, headers: { 'retry-after': '9000' } });
    const own = on('ntfy');
    await own.run(AFTER);
    expect(own.lines().at(-1)).toBe(
      'ntfy failed en 2021-03-02 status-429 until 2021-03-03T08:50:00Z',
    );
    expect((await own.run('2021-03-03T08:40:00Z')).unsent).toMatchObject([{ why: 'status-429' }]);
    platforms.faults.push(...Array<Platforms['faults'][number]>(4).fill({ status: 500 }));
    await own.run('2021-03-03T09:00:00Z');
    expect(own.lines().at(-1)).toBe('ntfy failed en 2021-03-02 status-500');
    expect((await own.run('2021-03-03T10:59:00Z')).unsent).toHaveLength(1);
    expect((await own.run('2021-03-03T11:00:00Z')).sent).toHaveLength(1);
  });

  it('harms no other channel', async () => {
    const own = on(...CHANNEL_KINDS);
    own.env = { ...platforms.env, TRACKER_MASTODON_TOKEN: 'withdrawn' };
    const { sent, unsent } = await own.run(AFTER);
    expect(sent.map(({ channel }) => channel)).toEqual(
      CHANNEL_KINDS.filter((k) => k !== 'mastodon'),
    );
    expect(unsent.map(({ channel }) => channel)).toEqual(['mastodon']);
  });

  it.each([
    ['x', { TRACKER_X_ACCESS_TOKEN: 'withdrawn' }],
    ['mastodon', { TRACKER_MASTODON_TOKEN: 'withdrawn' }],
    ['bluesky', { TRACKER_BLUESKY_APP_PASSWORD: 'withdrawn' }],
    ['webhook', { TRACKER_WEBHOOK_SECRET: 'another secret' }],
    ['ntfy', { TRACKER_NTFY_TOKEN: 'withdrawn' }],
  ] as const)(
    'refuses a secret that was withdrawn, and takes a new one: %s',
    async (kind, gone) => {
      const own = on(kind);
      own.env = { ...platforms.env, ...gone };
      const { findings } = await own.run(AFTER);
      expect(findings).toMatchObject([
        { code: 'not-posted', message: expect.stringContaining('status 401') },
      ]);
      expect(findings[0]?.tip).toContain(CHANNELS[kind].secrets[0]);
      own.env = platforms.env;
      await own.run('2021-03-03T07:10:00Z');
      expect(counts()[kind]).toBe(0);
      await own.run(LATER);
      expect(counts()[kind]).toBe(1);
    },
  );

  it('that was broken for more than a week does not make up for all of it', async () => {
    const own = on('slack');
    expect((await own.run('2021-03-10T06:30:00Z')).sent).toEqual([]);
  });
});

it('no secret is in a finding, a line or an error', async () => {
  const own = on(...CHANNEL_KINDS);
  own.env = Object.fromEntries(
    Object.entries(platforms.env).map(([name, value]) => [name, `${value}x`]),
  );
  const outcome = await own.run(AFTER);
  platforms.wrong.length = 0;
  const said = JSON.stringify([outcome, own.ledger.posts]);
  expect(outcome.unsent.length).toBe(CHANNEL_KINDS.length);
  for (const secret of SECRET_TEXTS) expect(said).not.toContain(secret);
});
