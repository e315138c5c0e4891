import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AskRules,
  askWith,
  type Call,
  ChannelFailure,
} from '../../../scripts/operate/channels/ask.ts';
import { type Loopback, loopback } from '../../source/loopback.ts';

let server: Loopback | undefined;
afterEach(() => server?.close());

const POST: Omit<Call, 'address'> = {
  method: 'POST',
  headers: { authorization: 'Bearer very-secret' },
  body: 'news',
  isRepeatable: false,
};

/** Serves answers in turn, the last one for ever, and asks. */
async function asking(
  answers: readonly ((request: IncomingMessage, response: ServerResponse) => void)[],
  call: Partial<Call> = {},
  rules: Partial<AskRules> = {},
) {
  let turn = 0;
  server = await loopback((request, response) => {
    const answer = answers[Math.min(turn, answers.length - 1)];
    turn += 1;
    answer?.(request, response);
  });
  const ask = askWith({
    allowHosts: [server.host],
    guardPrivateAddresses: true,
    secrets: ['very-secret'],
    secondMilliseconds: 5,
    ...rules,
  });
  return ask({ ...POST, address: server.url, ...call }).catch((error: unknown) => {
    if (error instanceof ChannelFailure) return error;
    throw error;
  });
}
const answer =
  (status: number, body = '', headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };
const cut = (_: IncomingMessage, response: ServerResponse) => {
  response.destroy();
};

describe('a platform', () => {
  it.each([429, 500, 503])(
    'that says %i is asked three more times, whatever is sent',
    async (status) => {
      const failure = await asking([answer(status)]);
      expect([failure, server?.requests]).toMatchObject([
        { code: `status-${status}`, isUnclear: false },
        4,
      ]);
    },
  );

  it.each([
    ['502', answer(502), 'status-502'],
    ['504', answer(504), 'status-504'],
    ['nothing', cut, 'no-answer'],
  ])('that says %s may have done it: only what may be repeated is', async (_, reply, code) => {
    const failure = await asking([reply]);
    expect([failure, server?.requests]).toMatchObject([{ code, isUnclear: true }, 1]);
    await server?.close();
    expect(await asking([reply, answer(200)], { isRepeatable: true })).toMatchObject({
      status: 200,
    });
  });

  it.each([400, 401, 403, 404, 422])('that says %i is asked once', async (status) => {
    const failure = await asking([answer(status)], { isRepeatable: true });
    expect([failure, server?.requests]).toMatchObject([{ code: `status-${status}` }, 1]);
  });

  it.each([
    ['Retry-After', { 'retry-after': '7200' }],
    ['X’s header', { 'x-rate-limit-reset': String(Date.parse('2021-03-02T14:00:00Z') / 1000) }],
    ['Bluesky’s header', { 'ratelimit-reset': String(Date.parse('2021-03-02T14:00:00Z') / 1000) }],
    ['Mastodon’s header', { 'x-ratelimit-reset': '2021-03-02T14:00:00.000Z' }],
  ])('that asks for hours by %s is left alone at once', async (_, headers) => {
    const date = 'Tue, 02 Mar 2021 12:00:00 GMT';
    const failure = await asking([answer(429, '', { ...headers, date })]);
    expect([failure, server?.requests]).toMatchObject([{ waitMilliseconds: 7_200_000 }, 1]);
  });

  it('is quoted in one line, without secrets, and never as a page', async () => {
    const failure = await asking([answer(401, '{"error":"very-secret\n is invalid"}')]);
    expect(String(failure)).toMatch(/status 401: \{"error":"<secret> is invalid"\}$/);
    await server?.close();
    expect(String(await asking([answer(403, '<html>No</html>')]))).toMatch(/status 403$/);
  });

  it('is not asked once all of them took too long', async () => {
    const failure = await asking([answer(200)], {}, { budgetMilliseconds: 0 });
    expect([failure, server?.requests]).toMatchObject([{ code: 'no-time', isUnclear: false }, 0]);
  });

  it('is never followed elsewhere, where it would see the secret', async () => {
    const failure = await asking([answer(307, '', { location: 'https://example.org/' })]);
    expect([failure, server?.requests]).toMatchObject([{ code: 'too-many-redirects' }, 1]);
  });
});

describe('an address', () => {
  it.each([
    ['in a private network', 'https://10.0.0.1/x'],
    ['of this machine', 'https://127.0.0.1/x'],
    ['of the cloud’s metadata', 'https://169.254.169.254/x'],
  ])('%s is refused', async (_, address) => {
    const failure = await asking([answer(200)], { address });
    expect(failure).toMatchObject({ code: 'forbidden-address', isUnclear: false });
  });

  it.each([
    ['without encryption', 'http://example.org/x'],
    ['that is not one', 'hooks.example.org'],
  ])('%s is refused, and not shown', async (_, address) => {
    const failure = await asking([answer(200)], { address });
    expect(failure).toMatchObject({
      code: 'address',
      message: expect.not.stringContaining('example'),
    });
  });

  it('that nobody listens at was certainly not sent to', async () => {
    const gone = await loopback(() => undefined);
    await gone.close();
    const failure = await asking([answer(200)], { address: gone.url }, { allowHosts: [gone.host] });
    expect(failure).toMatchObject({ code: 'unreachable', isUnclear: false });
  });
});
