import { describe, expect, it } from 'vitest';
import {
  allowedHosts,
  apiUrl,
  gitHubAccess,
  neededVariable,
  serverUrl,
  thisRun,
} from '../../scripts/command/environment.ts';

const IN_A_WORKFLOW = {
  GITHUB_REPOSITORY: 'example/tracker',
  GITHUB_RUN_ID: '7',
  GITHUB_TOKEN: 'secret',
};
const renew = (env: Readonly<Record<string, string>>) => ({ command: 'renew', env }) as const;

describe('what a workflow’s run knows of itself', () => {
  it('is its number, its page and its repository’s', () => {
    expect(thisRun(renew(IN_A_WORKFLOW))).toEqual({
      id: 7,
      url: 'https://github.com/example/tracker/actions/runs/7',
      repositoryUrl: 'https://github.com/example/tracker',
    });
  });

  it('follows the server of a company’s own', () => {
    const own = {
      GITHUB_SERVER_URL: 'https://git.example.org',
      GITHUB_API_URL: 'https://git.example.org/api/v3',
    };
    const env = { ...IN_A_WORKFLOW, ...own };
    expect(thisRun(renew(env)).url).toBe('https://git.example.org/example/tracker/actions/runs/7');
    expect(gitHubAccess(renew(env))).toEqual({
      repository: 'example/tracker',
      token: 'secret',
      apiUrl: 'https://git.example.org/api/v3',
    });
    expect([serverUrl({}), apiUrl({})]).toEqual(['https://github.com', 'https://api.github.com']);
  });

  it.each([
    ['GITHUB_REPOSITORY', () => thisRun(renew({}))],
    ['GITHUB_TOKEN', () => gitHubAccess(renew({ GITHUB_REPOSITORY: 'example/tracker' }))],
    ['GITHUB_SHA', () => neededVariable(renew({ GITHUB_SHA: '' }), 'GITHUB_SHA')],
  ])('is refused elsewhere, with where the command runs: %s', (name, read) => {
    expect(read).toThrowError(
      expect.objectContaining({
        exit: 2,
        message: `renew: ${name} is not set`,
        advice: expect.stringContaining('run by the deploy workflow'),
      }),
    );
  });
});

it.each([
  ['none', {}, []],
  ['none where it is blank', { TRACKER_ALLOW_HOSTS: ' ' }, []],
  ['each, by commas or blanks', { TRACKER_ALLOW_HOSTS: 'a:1, b:2\nc:3' }, ['a:1', 'b:2', 'c:3']],
])('hosts that are allowed are %s', (_, env, hosts) => {
  expect(allowedHosts(env)).toEqual(hosts);
});
