import { describe, expect, it } from 'vitest';
import {
  type ProgramReleaseFacts,
  planProgramRelease,
} from '../../../scripts/maintain/release/plan-program-release.ts';

const ENTRIES = '- Reads [more](docs/more.md).';
const facts: ProgramReleaseFacts = {
  asked: '1.2.0',
  version: '1.2.0',
  changelog: `# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-12-01\n\n### Added\n\n${ENTRIES}\n\n## 1.1.0 - 2026-11-01\n\n- Old.\n`,
  repositoryUrl: 'https://github.com/example/tracker',
  branch: 'main',
  defaultBranch: 'main',
  head: 'a'.repeat(40),
  tags: new Map([['v1.1.0', 'b'.repeat(40)]]),
};

describe('a release of the program', () => {
  it('is its section of the changelog, whose links lead to the files of the tag', () => {
    expect(planProgramRelease(facts)).toEqual({
      tag: 'v1.2.0',
      title: 'v1.2.0',
      body: '### Added\n\n- Reads [more](https://github.com/example/tracker/blob/v1.2.0/docs/more.md).',
      target: facts.head,
    });
  });

  it.each<[string, Partial<ProgramReleaseFacts>]>([
    ['with a v before the version, and blanks', { asked: ' v1.2.0 ' }],
    ['with its tag there already', { tags: new Map([['v1.2.0', facts.head]]) }],
    ['without a section for what is not released', { changelog: '## 1.2.0 - 2026-12-01\n- A' }],
  ])('may be asked for %s', (_, change) => {
    expect(planProgramRelease({ ...facts, ...change }).tag).toBe('v1.2.0');
  });

  it.each<[string, string, Partial<ProgramReleaseFacts>, RegExp]>([
    ['of another branch', 'not-on-default-branch', { branch: 'topic' }, /from main, .* on topic/],
    ['of another version', 'version-differs', { asked: '1.3.0' }, /1\.3\.0, .* at 1\.2\.0/],
    ['of no version', 'version-differs', { asked: '' }, /no version/],
    [
      'whose tag leads elsewhere',
      'tag-elsewhere',
      { tags: new Map([['v1.2.0', 'b'.repeat(40)]]) },
      /v1\.2\.0 leads to b{40}, but this is a{40}/,
    ],
    [
      'with entries that are not in it',
      'changelog-unreleased',
      { changelog: `## Unreleased\n\n- More.\n\n## 1.2.0 - 2026-12-01\n\n${ENTRIES}\n` },
      /entries under “Unreleased”/,
    ],
    [
      'that the changelog lacks',
      'changelog-lacks-version',
      { changelog: '## 1.1.0 - 2026-11-01\n\n- Old.\n' },
      /newest version is 1\.1\.0, but package\.json is at 1\.2\.0/,
    ],
    [
      'that is not the newest',
      'changelog-lacks-version',
      { changelog: `## 1.3.0 - 2026-12-02\n- B\n## 1.2.0 - 2026-12-01\n${ENTRIES}` },
      /newest version is 1\.3\.0/,
    ],
    [
      'without entries',
      'changelog-lacks-version',
      { changelog: '## 1.2.0 - 2026-12-01\n\n### Added\n' },
      /without any entry/,
    ],
    ['without a changelog', 'changelog-lacks-version', { changelog: '' }, /no section/],
    [
      'with a heading that cannot be read',
      'changelog-heading',
      { changelog: `## Unreleased\n\n## 1.2.0\n\n${ENTRIES}\n` },
      /Line 3/,
    ],
    [
      'that is longer than GitHub takes',
      'changelog-too-long',
      { changelog: `## 1.2.0 - 2026-12-01\n\n- ${'x'.repeat(125_000)}\n` },
      /125002 characters/,
    ],
  ])('is refused %s', (_, code, change, says) => {
    const plan = () => planProgramRelease({ ...facts, ...change });
    expect(plan).toThrow(says);
    expect(plan).toThrow(expect.objectContaining({ code, exit: 2 }));
  });
});
