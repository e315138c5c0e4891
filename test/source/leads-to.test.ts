import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadsTo } from '../../scripts/source/leads-to.ts';

describe('where an address leads', () => {
  const server = createServer((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (request.url === '/new') response.end('<html></html>');
    else response.writeHead(404).end();
  });
  let at = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it.each([
    ['/old', '/new'],
    ['/new', '/new'],
    ['/nothing', undefined],
  ])('from %s: %s', async (from, to) => {
    expect(await leadsTo(`${at}${from}`, [])).toBe(to && `${at}${to}`);
  });

  it('is nowhere where nobody answers', async () => {
    expect(await leadsTo('http://127.0.0.1:1/', [])).toBeUndefined();
  });
});
