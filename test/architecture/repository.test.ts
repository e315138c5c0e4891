import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../command-line.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const tracked = execFileSync('git', ['ls-files'], { cwd: projectFolder, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

/** What GitHub asks of an issue form. */
const issueForm = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z
    .array(
      z.looseObject({
        type: z.enum(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']),
        attributes: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

describe('the repository', () => {
  it.each(
    readdirSync(join(projectFolder, '.github/ISSUE_TEMPLATE')).filter((f) => f !== 'config.yml'),
  )('has an issue form that GitHub can show: %s', (file) => {
    const form = issueForm.parse(parse(read(`.github/ISSUE_TEMPLATE/${file}`)));
    const ids = form.body.map((field) => field.id).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets updates of packages and actions rest a week, and groups them', () => {
    const { updates } = parse(read('.github/dependabot.yml'));
    for (const update of updates) {
      expect(update.cooldown['default-days'], update['package-ecosystem']).toBeGreaterThan(6);
      expect(update.groups).toBeDefined();
    }
    expect(updates.map((u: { 'package-ecosystem': string }) => u['package-ecosystem'])).toEqual([
      'github-actions',
      'npm',
    ]);
  });

  it.each(tracked.filter((path) => path.endsWith('.md')))('has no dead link in %s', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)];
    const dead = links
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(join(projectFolder, dirname(path), to)));
    expect(dead).toEqual([]);
  });

  it('keeps no built site and no large file but its ledger', () => {
    expect(tracked.filter((path) => /^(dist|coverage|\.cache)\//.test(path))).toEqual([]);
    const large = tracked.filter(
      (path) => !/^(data\/|package-lock\.json)/.test(path) && read(path).length > 500_000,
    );
    expect(large).toEqual([]);
  });
});
