import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withOwnSite } from '../../../scripts/maintain/setup/own-site-in-readme.ts';
import { loadSettings } from '../../../scripts/settings/load-settings.ts';
import { projectFolder } from '../../command-line.ts';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const copy = { title: 'Prairie Falls: flu cases', url: 'https://me.github.io/tracker/' };

describe('withOwnSite', () => {
  it('puts a copy’s link and badge in the place of the original’s, and changes nothing else', () => {
    const changed = withOwnSite(readme, copy);
    const lines = readme.split('\n');
    const others = changed.split('\n').filter((line) => !lines.includes(line));
    expect(others).toEqual([
      '**[Prairie Falls\\: flu cases](https://me.github.io/tracker/)** [![How often the source is really read](https://me.github.io/tracker/badge.svg)](https://me.github.io/tracker/status/)',
    ]);
    expect(changed.split('\n')).toHaveLength(lines.length);
    expect(withOwnSite(changed, copy)).toBe(changed);
  });

  it('links to nothing where no address is configured, and to one again once it is', () => {
    const without = withOwnSite(readme, { ...copy, url: null });
    expect(without).not.toContain('badge.svg');
    expect(withOwnSite(without, copy)).toBe(withOwnSite(readme, copy));
  });

  it('leaves a README alone that has no such place', () => {
    expect(withOwnSite('# Mine\n', copy)).toBe('# Mine\n');
  });

  it('lets no title write Markdown, nor a pattern of its own', () => {
    const changed = withOwnSite(readme, { ...copy, title: "](https://evil.example) $& $' @all" });
    expect(changed).not.toContain('](https://evil');
    expect(changed).toContain("\\$\\& \\$\\'");
  });

  it('links the original’s README to the site of its settings', async () => {
    const settings = await loadSettings(join(projectFolder, 'data'));
    const { repository } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    // A copy's settings may change by hand, and its README is its own.
    if (settings.repository === repository) expect(withOwnSite(readme, settings.site)).toBe(readme);
  });
});
