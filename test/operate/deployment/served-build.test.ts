import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { lookAtSite, servedUnknown } from '../../../scripts/operate/deployment/served-build.ts';
import type { BuildStamp } from '../../../site/shared/build-stamp.ts';
import { command, scratch } from '../../command-line.ts';
import { type Handler, type Loopback, loopback } from '../../source/loopback.ts';

const open: Loopback[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const serve = async (handler: Handler) => {
  const server = await loopback(handler);
  open.push(server);
  return server;
};
const look = (...hosts: readonly string[]) =>
  lookAtSite(
    { url: `http://${hosts[0]}/`, allowHosts: hosts, guardPrivateAddresses: true },
    'tick',
  );
const COMMIT = 'a'.repeat(40);
const stamp = { commit: COMMIT, content_sha256: 'x', closed_through: '2021-03-01' };

describe('a look at the public address', () => {
  it('finds the build that is served', async () => {
    const { host } = await serve((_, response) => response.end(JSON.stringify(stamp)));
    expect(await look(host)).toEqual({ kind: 'build', build: stamp });
  });

  it.each([
    ['before the first deployment', 404, 'There isn’t a GitHub Pages site here.'],
    ['where something else is served', 200, '<!doctype html>'],
    ['where a stamp is not ours', 200, '{"commit": 7}'],
    [
      'where a commit would be an option of git’s',
      200,
      '{"commit": "--upload-pack=touch pwned", "content_sha256": "x"}',
    ],
  ])('finds nothing of ours %s', async (_, status, body) => {
    const { host } = await serve((__, response) => response.writeHead(status).end(body));
    expect(await look(host)).toEqual({ kind: 'none' });
  });

  it('distinguishes a site for members only, which asks to sign in elsewhere, from an outage', async () => {
    const login = await serve((_, response) => response.end('<!doctype html>Sign in'));
    const location = `http://${login.host}/login?return_to=x`;
    const members = await serve((_, response) => response.writeHead(302, { location }).end());
    const refusing = await serve((_, response) => response.writeHead(401).end());
    const asks = { kind: 'unknown', isPrivate: true, why: expect.stringContaining('sign in') };
    expect(await look(members.host, login.host)).toEqual(asks);
    expect(await look(refusing.host)).toEqual(asks);
  });

  it('asks once more before it says that it could not check', async () => {
    const down = await serve((_, response) => response.writeHead(503).end());
    const found = await look(down.host);
    expect(found).toEqual({ kind: 'unknown', why: 'it answers with status 503', isPrivate: false });
    expect(down.requests).toBe(2);
    const flaky = await serve((_, response) =>
      flaky.requests === 1 ? response.destroy() : response.end(JSON.stringify(stamp)),
    );
    expect(await look(flaky.host)).toMatchObject({ kind: 'build' });
  });

  it('cannot see a site whose address the settings do not name', async () => {
    const none = { url: '', allowHosts: [], guardPrivateAddresses: true };
    const found = await lookAtSite(none, 'tick');
    expect(found).toMatchObject({ kind: 'unknown', isPrivate: false });
    if (found.kind !== 'build')
      expect(servedUnknown('', found).message).toMatch(/could not be checked/);
  });
});

describe('the wait until a deployment is served', () => {
  const waits = async (host: string) => {
    const build = join(await scratch(), 'build.json');
    const base_url = `http://${host}/`;
    const expected: BuildStamp = {
      ...stamp,
      built_at: '2021-03-01T18:00:00Z',
      last_read: '2021-03-01',
      program_version: null,
      base_url,
    };
    await writeFile(build, JSON.stringify(expected));
    return command('served', [`--build=${build}`, '--seconds=1'], { TRACKER_ALLOW_HOSTS: host });
  };

  it('ends well, and says what was not seen, where the site is for members only', async () => {
    const members = await serve((_, response) => response.writeHead(403).end());
    const { exit, out } = await waits(members.host);
    expect([exit, out]).toEqual([0, expect.stringContaining('asks to sign in')]);
  });

  it.each([
    [404, 'accepted but is not served'],
    [503, 'cannot be reached: it answers with status 503'],
  ])('fails where the address answers %i', async (status, words) => {
    const { host } = await serve((_, response) => response.writeHead(status).end());
    const { exit, out } = await waits(host);
    expect([exit, out]).toEqual([3, expect.stringContaining(words)]);
  });
});

describe('git', () => {
  it('shows its token to the server that it is for, and to no other', async () => {
    const shown: (string | undefined)[] = [];
    const server = await serve(({ headers }, response) => {
      shown.push(headers.authorization);
      response.writeHead(404).end();
    });
    const dir = await scratch();
    spawnSync('git', ['init', '--quiet'], { cwd: dir });
    const asks = async (address: string) => {
      const git = gitIn(dir, { server: address, token: 'secret' });
      const failed = await git('ls-remote', `http://${server.host}/x`).catch(String);
      expect(failed).not.toContain('secret');
    };
    await asks(`http://${server.host}`);
    await asks('https://github.com');
    const basic = `basic ${Buffer.from('x-access-token:secret').toString('base64')}`;
    expect(shown).toEqual([basic, undefined]);
  });
});
