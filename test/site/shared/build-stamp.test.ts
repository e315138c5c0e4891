import { describe, expect, it } from 'vitest';
import { buildStamp, servedStamp } from '../../../site/shared/build-stamp.ts';

const STAMP = {
  commit: 'a'.repeat(40),
  content_sha256: 'c'.repeat(64),
  built_at: '2021-03-02T18:00:00Z',
  closed_through: '2021-03-01',
  last_read: '2021-03-02',
  base_url: 'https://example.org/tracker/',
  program_version: '1.2.3',
};

describe('the stamp of a build', () => {
  it('is read as it is written', () => {
    expect(buildStamp.parse(STAMP)).toEqual(STAMP);
    const first = {
      ...STAMP,
      commit: null,
      closed_through: null,
      last_read: null,
      program_version: null,
    };
    expect(buildStamp.parse(first)).toEqual(first);
  });

  it('is known at the public address by commit and content, as older versions wrote it', () => {
    const { commit, content_sha256 } = STAMP;
    expect(servedStamp.parse({ commit, content_sha256 })).toEqual({ commit, content_sha256 });
  });

  it.each([
    ['a commit that could be an option of git’s', { commit: '--upload-pack=touch x' }],
    ['a date that does not exist', { closed_through: '2021-02-30' }],
    ['an instant without a zone', { built_at: '2021-03-02 18:00' }],
    ['content that is not text', { content_sha256: 7 }],
  ])('is not %s', (_, change) => {
    expect(buildStamp.safeParse({ ...STAMP, ...change }).success).toBe(false);
    expect(servedStamp.safeParse({ ...STAMP, ...change }).success).toBe(false);
  });
});
