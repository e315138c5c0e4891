import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { guards } from '../../scripts/ledger/guards/index.ts';
import { guardsSchema } from '../../scripts/settings/guards-schema.ts';
import { projectFolder } from '../command-line.ts';

const page = readFileSync(join(projectFolder, 'docs', 'guards.md'), 'utf8');
const { properties } = z.toJSONSchema(guardsSchema, { io: 'input' });

it.each(Object.entries(properties ?? {}))(
  'docs/guards.md describes the setting %s',
  (key, rule) => {
    if (typeof rule === 'boolean') throw new Error(`${key} has no description`);
    expect(rule.description).toBeTruthy();
    expect(page).toContain(`\n| \`${key}\` | ${String(rule.default)} | ${rule.description} |\n`);
  },
);

it.each(guards.map(({ name }) => name))('docs/guards.md describes the guard %s', (name) => {
  expect(page).toContain(`\`${name}\``);
});
