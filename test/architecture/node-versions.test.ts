import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../command-line.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

const { engines } = z
  .object({ engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(read('package.json')));
const oldest = minVersion(engines.node)?.version ?? '';
const pinned = read('.nvmrc').trim();

const lockedPackage = z.object({
  version: z.string(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  os: z.array(z.string()).default([]),
  engines: z.object({ node: z.string().default('*') }).default({ node: '*' }),
});
type LockedPackage = z.infer<typeof lockedPackage>;

/** What a run installs, by its folder: `npm ci --omit=dev` on the workflows' machines. */
const installed: ReadonlyMap<string, LockedPackage> = new Map(
  Object.entries(
    z
      .object({ packages: z.record(z.string(), lockedPackage) })
      .parse(JSON.parse(read('package-lock.json'))).packages,
  ).filter(([folder, { dev, optional, os }]) => {
    const isForOthers = optional && os.length > 0 && !os.includes('linux');
    return folder !== '' && !dev && !isForOthers;
  }),
);

/** The packages that a version of Node is too old, or too new, for. */
function refusing(node: string): readonly string[] {
  return [...installed]
    .filter(([, { engines: wanted }]) => !satisfies(node, wanted.node))
    .map(([folder, { version, engines: wanted }]) => `${folder} ${version} wants ${wanted.node}`);
}

describe('the oldest Node that package.json promises', () => {
  it('is 20.19.0', () => {
    expect(oldest).toBe('20.19.0');
  });

  it('is new enough for every package that a run installs', () => {
    expect(installed.size).toBeGreaterThan(20);
    expect(refusing(oldest)).toEqual([]);
    // Nearly all of them say what they want, so an older Node is noticed.
    expect(refusing('16.0.0').length).toBeGreaterThan(10);
  });
});

describe('the Node of the workflows', () => {
  it('is a minor version: its newest patch, never a surprise', () => {
    expect(pinned).toMatch(/^\d+\.\d+$/);
    expect(satisfies(`${pinned}.0`, engines.node)).toBe(true);
    expect(refusing(`${pinned}.0`)).toEqual([]);
  });

  it('is checked beside the oldest one', () => {
    const { jobs } = parse(read('.github/workflows/checks.yml'));
    expect(jobs.test.strategy.matrix.include).toMatchObject([
      { 'node-version': oldest.replace(/\.0$/, '') },
      { 'node-version-file': '.nvmrc' },
    ]);
    const { with: inputs } = jobs.test.steps.find(({ uses }: { readonly uses?: string }) =>
      uses?.startsWith('actions/setup-node@'),
    );
    expect(inputs['node-version']).toContain(' matrix.node-version ');
    expect(inputs['node-version-file']).toContain(' matrix.node-version-file ');
  });
});
