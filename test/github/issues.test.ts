import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHub, gitHub } from '../../scripts/github/github.ts';
import { HURRIED } from '../world.ts';

const MARKER = '<!-- tracker-alarm -->';
const BOT = { login: 'github-actions[bot]' };
const issue = (number: number, facts: object = {}) => ({
  number,
  title: 'Update fails',
  body: MARKER,
  state: 'open',
  user: BOT,
  created_at: '2021-03-01T12:00:00Z',
  html_url: `https://example.org/issues/${number}`,
  ...facts,
});

const asked: string[] = [];
/** Answers in order; what is left over stays for the next request. Status 0: none, it hangs up. */
let answers: { status: number; body: unknown; headers?: Record<string, string> }[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const { status, body, headers } = answers.shift() ?? { status: 200, body: [] };
  if (status === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
});
let apiUrl = '';
let github: GitHub;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  github = gitHub({ repository: 'a/b', token: 'x', apiUrl, ...HURRIED });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  answers = [];
});

describe('the tracker’s own issues', () => {
  it.each([
    ['one that it wrote', issue(7), [7]],
    [
      'one that a person wrote with the same title and body',
      issue(7, { user: { login: 'ann' } }),
      [],
    ],
    ['one that it wrote about something else', issue(7, { body: 'a hold' }), []],
    ['a pull request, which is an issue too', issue(7, { pull_request: {} }), [7]],
  ])('are told by author and marker: %s', async (_, listed, expected) => {
    answers = [{ status: 200, body: [listed] }];
    const found = await github.issues.listOwn(MARKER, 'open');
    expect(found.map(({ number }) => number)).toEqual(expected);
  });

  it('are looked for on every page of the open ones', async () => {
    const full = Array.from({ length: 100 }, (_, index) => issue(index + 10, { body: 'other' }));
    const next = `<${apiUrl}/repos/a/b/issues?page=2>; rel="next"`;
    answers = [
      { status: 200, body: full, headers: { link: next } },
      { status: 200, body: [issue(3)] },
    ];
    expect((await github.issues.listOwn(MARKER, 'open')).map((own) => own.number)).toEqual([3]);
  });
});

describe('GitHub in trouble', () => {
  it('is asked again after a server error, and when it names a short wait', async () => {
    answers = [
      { status: 502, body: {} },
      {
        status: 403,
        body: { message: 'secondary rate limit' },
        headers: { 'retry-after': '0.01' },
      },
    ];
    expect(await github.issues.listOwn(MARKER, 'open')).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  const create = () => github.issues.create({ title: 'a', body: 'b' });

  it.each([
    ['an error', 502],
    ['no answer', 0],
  ])('is not asked twice to make something that may have been made: %s', async (_, status) => {
    answers = [{ status, body: {} }];
    await expect(create()).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  it('is asked again for what it has said, or changed, without an answer', async () => {
    answers = [{ status: 0, body: {} }];
    expect(await github.issues.listOwn(MARKER, 'open')).toEqual([]);
    answers = [{ status: 0, body: {} }];
    await github.issues.edit(7, { state: 'closed' });
    expect(asked.map((call) => call.split(' ')[0])).toEqual(['GET', 'GET', 'PATCH', 'PATCH']);
  });

  const limited = (headers: Record<string, string>, message: string) => ({
    status: 403,
    body: { message },
    headers,
  });
  const minutesAhead = (minutes: number) => String(Math.ceil(Date.now() / 1000) + minutes * 60);

  it.each([
    ['names a short wait', limited({ 'retry-after': '1' }, 'secondary rate limit'), 2],
    ['names a long wait', limited({ 'retry-after': '90' }, 'secondary rate limit'), 1],
    [
      'has none left for some seconds',
      limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': minutesAhead(0) }, 'exceeded'),
      2,
    ],
    [
      'has none left for an hour',
      limited({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': minutesAhead(60) }, 'exceeded'),
      1,
    ],
  ])(
    'is asked again only after a short wait, even to make something: it %s',
    async (_, answer, calls) => {
      answers = [answer, { status: 201, body: issue(8) }];
      const number = await create().catch(() => undefined);
      expect([asked.length, number]).toEqual([calls, calls === 2 ? 8 : undefined]);
    },
  );

  it('gives up after three more tries', async () => {
    answers = Array.from({ length: 9 }, () => ({ status: 502, body: {} }));
    await expect(github.issues.listOwn(MARKER, 'open')).rejects.toThrow();
    expect(asked).toHaveLength(4);
  });

  it.each([401, 403, 404, 422])('is not asked again after status %i', async (status) => {
    answers = [{ status, body: {} }];
    await expect(github.issues.listOwn(MARKER, 'open')).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});
