import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quietDependabot } from '../../../scripts/maintain/setup/quiet-dependabot.ts';
import { projectFolder } from '../../command-line.ts';

describe('Dependabot in a copy', () => {
  const own = readFileSync(join(projectFolder, '.github', 'dependabot.yml'), 'utf8');
  const quiet = quietDependabot(own);

  it('opens no requests for new versions, and is otherwise as it was', () => {
    const { updates } = parse(quiet);
    const limit = { 'open-pull-requests-limit': 0 };
    expect(updates).toEqual(parse(own).updates.map((update: object) => ({ ...update, ...limit })));
    expect(updates.length).toBeGreaterThan(1);
  });

  it('changes only those lines, so that an upgrade has nothing to resolve', () => {
    const before = own.split('\n');
    const changed = quiet.split('\n').filter((line) => !before.includes(line));
    expect(new Set(changed)).toEqual(new Set(['    open-pull-requests-limit: 0']));
  });

  it('is quiet once', () => {
    expect(quietDependabot(quiet)).toBe(quiet);
  });

  it.each(['', 'version: 2\n', 'updates: [\n'])('is left alone where it reads %j', (text) => {
    expect(quietDependabot(text)).toBe(text);
  });
});
