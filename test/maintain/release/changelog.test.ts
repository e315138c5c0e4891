import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  hasEntries,
  readChangelog,
  withFullLinks,
} from '../../../scripts/maintain/release/changelog.ts';
import { projectFolder } from '../../command-line.ts';

describe('a changelog', () => {
  it('is read section by section, with what is not released yet', () => {
    const { sections, badLine } = readChangelog(
      '# Changelog\n\nWords.\n\n## Unreleased\n\n### Added\n\n## [1.2.0] - 2026-12-01\n\n- B\n\n## 1.1.0 - 2026-11-01\n- A\n',
    );
    expect(badLine).toBeUndefined();
    expect(sections).toEqual([
      { version: undefined, text: '### Added', line: 5 },
      { version: '1.2.0', text: '- B', line: 9 },
      { version: '1.1.0', text: '- A', line: 13 },
    ]);
    expect(sections.map(hasEntries)).toEqual([false, true, true]);
  });

  it.each(['## 1.2.0', '## v1.2.0 - 2026-12-01', '## 1.2 - 2026-12-01', '## unreleased'])(
    'names the line of a heading that is none: %s',
    (heading) => {
      expect(readChangelog(`# Changelog\n\n${heading}\n`).badLine).toBe(3);
    },
  );

  it('of this project can be read', () => {
    const { sections, badLine } = readChangelog(
      readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8'),
    );
    expect(badLine).toBeUndefined();
    expect(sections.some(hasEntries)).toBe(true);
  });
});

describe('links of the notes', () => {
  it.each([
    ['[a](docs/a.md)', '[a](https://example.org/x/docs/a.md)'],
    ['[a](https://example.net/)', '[a](https://example.net/)'],
    ['[a](#b), [c](mailto:d@example.org)', '[a](#b), [c](mailto:d@example.org)'],
    ['f(docs/a.md)', 'f(docs/a.md)'],
  ])('%s', (markdown, full) => {
    expect(withFullLinks(markdown, 'https://example.org/x/')).toBe(full);
  });
});
