import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakePages, fakePages } from './fake-pages.ts';

let pages: FakePages;
beforeEach(async () => {
  pages = await fakePages();
});
afterEach(() => pages.close());

const site = (text: string) => new Map([['index.html', Buffer.from(text)]]);
const read = async (path = '') => {
  const answer = await fetch(`${pages.url}${path}`);
  return answer.ok ? answer.text() : answer.status;
};

describe('the fake Pages', () => {
  it('serves what is deployed, under its path', async () => {
    expect(await read()).toBe(404);
    expect(pages.deploy('a', site('one'))).toBe('succeed');
    expect([await read(), await read('missing')]).toEqual(['one', 404]);
    expect(await fetch(new URL('/', pages.url))).toMatchObject({ status: 404 });
  });

  it('calls a second deployment of a commit a success and never serves it', async () => {
    pages.deploy('a', site('one'));
    expect(pages.deploy('a', site('two'))).toBe('succeed');
    expect(await read()).toBe('one');
    pages.deploy('b', site('three'));
    expect([await read(), pages.served]).toEqual(['three', 'b']);
  });

  it('refuses a commit for ever whose deployment was cancelled', async () => {
    pages.next('cancelled');
    expect(pages.deploy('a', site('one'))).toBe('deployment_cancelled');
    expect(pages.deploy('a', site('one'))).toBe('deployment_perm_error');
    expect(pages.deploy('b', site('two'))).toBe('succeed');
    expect(await read()).toBe('two');
  });

  it('can lose a deployment that it has accepted, and its commit with it', async () => {
    pages.next('lost');
    expect(pages.deploy('a', site('one'))).toBe('succeed');
    expect(pages.deploy('a', site('one'))).toBe('succeed');
    expect([await read(), pages.served]).toEqual([404, undefined]);
  });

  it('can take its time', async () => {
    pages.nextIsLate(2);
    pages.deploy('a', site('one'));
    expect([await read(), await read(), await read()]).toEqual([404, 404, 'one']);
  });
});
