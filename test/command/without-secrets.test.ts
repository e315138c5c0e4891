import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../scripts/command/without-secrets.ts';

const machine = {
  project: '/home/ann smith/tracker',
  env: {
    SHEET_PASSWORD: 'hunter22',
    HOME: '/home/ann smith',
    API_KEY: '',
    GITHUB_TOKEN: 'abc',
    TRACKER_NTFY_TOPIC_URL: 'https://n.example/to-pic',
  },
};

describe('a text to be published', () => {
  it.each([
    [
      'paths in the project',
      'at f (/home/ann smith/tracker/scripts/x.ts:3:1)',
      'at f (scripts/x.ts:3:1)',
    ],
    ['its files by URL', 'at file:///home/ann smith/tracker/scripts/x.ts:3', 'at scripts/x.ts:3'],
    ['other paths', "open '/var/lib/ann/data/cases.csv'", "open '…/cases.csv'"],
    ['paths of Windows', 'at C:\\Users\\ann\\x.ts:3', 'at …/x.ts:3'],
    ['paths after an equals sign', 'cwd=/srv/ann/data', 'cwd=…/data'],
    ['several of them', '/a/b/c /d/e/f', '…/c …/f'],
    ['relative paths, which stay', 'data/cases.csv and ../x/y.ts', 'data/cases.csv and ../x/y.ts'],
    ['divisions, which stay', '3/4 of 5 / 6', '3/4 of 5 / 6'],
    [
      'addresses',
      'GET https://ann:pw@example.org:8443/a/b?key=1 failed',
      'GET https://example.org:8443/… failed',
    ],
    ['GitHub’s tokens', 'sent ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'sent <secret>'],
    ['its newer ones', 'github_pat_11ABCDE0Y0_abc', '<secret>'],
    ['tokens in a header', 'authorization: Bearer abc.def-ghi', 'authorization: <secret> <secret>'],
    ['what is named a secret', 'api_key=xyz&page=2', 'api_key=<secret>&page=2'],
    ['what is named one in JSON', '{"password": "xyz"}', '{"password": "<secret>"}'],
    ['web tokens', 'eyJhbGciOi.eyJzdWIiOi.sig-1', '<secret>'],
    [
      'long mixes of letters and digits',
      'id AbCdEfGh1234567890AbCdEfGh12345678 x',
      'id <secret> x',
    ],
    ['commits, which stay', `at ${'a1b2c3d4'.repeat(5)}`, `at ${'a1b2c3d4'.repeat(5)}`],
    ['values of secret variables', 'user ann, hunter22', 'user ann, <secret>'],
    ['addresses of channels', 'POST https://n.example/to-pic', 'POST <secret>'],
    ['short values, which stay words', 'abc', 'abc'],
  ])('hides %s', (_, text, safe) => {
    expect(withoutSecrets(text, machine)).toBe(safe);
  });
});
