import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../scripts/ledger/model.ts';
import { openLedger, writeLedger } from '../../../scripts/ledger/store.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../../../scripts/settings/channels-schema.ts';
import { command, projectFolder, scratch } from '../../command-line.ts';
import { instant } from '../../world.ts';
import { channelSettings, hostileWorld, switched } from './announcing.ts';
import { fakePlatforms, type Platforms } from './fake-platforms.ts';

/** The command takes the machine's clock, so its news is of yesterday. */
const NOW = Date.now();
const DAY = 24 * 60 * 60 * 1000;
const dayBefore = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10);

let platforms: Platforms;
let dir: string;
beforeEach(async () => {
  platforms = await fakePlatforms();
  dir = await scratch();
});
afterEach(() => platforms.close());

async function folderFor(kind: ChannelKind): Promise<void> {
  const settings = channelSettings(platforms, [kind]);
  const { ledger } = hostileWorld(settings, [dayBefore(4), dayBefore(3)]);
  const posts = [switched(kind, dayBefore(4))];
  const bounds = { notAfter: instant(dayBefore(0)), timeZone: settings.timeZone };
  await writeFile(join(dir, 'district.json'), JSON.stringify(settings));
  await writeLedger(dir, emptyLedger, { ...ledger, posts }, bounds);
}
const env = () => ({ ...platforms.env, TRACKER_ALLOW_HOSTS: platforms.host });
const statesOf = async () => {
  const notAfter = instant(new Date(Date.now() + DAY).toISOString());
  const { posts } = await openLedger(dir, { notAfter, timeZone: 'America/Chicago' });
  return posts.map(({ state }) => state);
};

/** Runs the command, and kills it once a platform has taken a post, before it is answered. */
async function runUntilPosted(): Promise<void> {
  const script = join(projectFolder, 'scripts', 'announce.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--data', dir], {
    cwd: projectFolder,
    env: { ...process.env, ...env() },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, signal) => resolve(signal));
  });
  platforms.beforeAnswer = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  expect(await ended).toBe('SIGKILL');
  platforms.beforeAnswer = undefined;
  platforms.forgetKeys();
}

describe('npm run announce, killed between sending and remembering,', () => {
  it.each(CHANNEL_KINDS)('shows one post when it is run again: %s', async (kind) => {
    await folderFor(kind);
    await runUntilPosted();
    expect(platforms.shown[kind]).toHaveLength(1);
    const { exit, out } = await command('announce', ['--data', dir], env());
    expect([exit, out]).toEqual([0, expect.stringContaining('Commit and push posts.csv')]);
    expect(platforms.shown[kind]).toHaveLength(1);
    const states = await statesOf();
    expect(['sent', 'unclear']).toContain(states.at(-1));
    const again = await command('announce', ['--data', dir], env());
    expect([again.exit, again.out]).toEqual([0, 'Nothing was posted\n']);
    expect([platforms.shown[kind]?.length, platforms.wrong]).toEqual([1, []]);
  });
});

describe('npm run announce -- --dry-run', () => {
  it('prints what would go where, writes nothing and posts nothing, without any secret', async () => {
    await folderFor('slack');
    const args = ['--data', dir, '--dry-run', '--date', dayBefore(3)];
    const allowed = { TRACKER_ALLOW_HOSTS: platforms.host };
    const { exit, out } = await command('announce', args, allowed);
    expect(exit).toBe(0);
    expect(out).toContain('slack is off without TRACKER_SLACK_WEBHOOK_URL');
    expect(out).toContain(
      'Would post to slack (en): POST the address in TRACKER_SLACK_WEBHOOK_URL',
    );
    expect(out).toContain('"type": "plain_text"');
    const posted = platforms.received.filter(({ method }) => method !== 'GET');
    expect([await statesOf(), posted]).toEqual([['on'], []]);
  });

  it.each([
    [['--date', 'yesterday', '--dry-run'], 'is not a date'],
    [['--date', '2021-03-02'], 'only shows'],
  ])('refuses %j', async (args, words) => {
    await folderFor('slack');
    const { exit, out } = await command('announce', ['--data', dir, ...args], {});
    expect([exit, out]).toEqual([2, expect.stringContaining(words)]);
  });
});
