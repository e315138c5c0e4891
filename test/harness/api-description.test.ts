import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { listen } from '../workflows/listen.ts';
import { integrityOf, keepPackedFile, type PackedFile } from './api-description.ts';

const TEXT = '{ "openapi": "3.0.3" }\n';

let archive: Buffer;
let registry = '';
const asked: string[] = [];

/** A registry that knows one package. */
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url?.endsWith('.tgz')) response.end(archive);
  else {
    const tarball = `${registry}/described/-/described-1.0.0.tgz`;
    const version = { name: 'described', version: '1.0.0', dist: { tarball } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name: 'described', versions: { '1.0.0': version } }));
  }
});

beforeAll(async () => {
  archive = await packedFolder();
  registry = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(() => server.close());

/** A package with a wanted and a heavy file, packed by npm itself. */
async function packedFolder(): Promise<Buffer> {
  const folder = await scratch();
  const manifest = { name: 'described', version: '1.0.0', files: ['generated'] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(folder, 'generated'));
  writeFileSync(join(folder, 'generated', 'wanted.json'), TEXT);
  writeFileSync(join(folder, 'generated', 'heavy.json'), 'x'.repeat(100_000));
  execFileSync('npm', ['pack', '--silent'], { cwd: folder });
  return readFileSync(join(folder, 'described-1.0.0.tgz'));
}

interface Place {
  readonly folder: string;
  readonly file: PackedFile;
  readonly env: NodeJS.ProcessEnv;
}

/** A machine that has an npm cache of its own and is configured for the registry above. */
async function place(change: Partial<PackedFile> = {}): Promise<Place> {
  const folder = await scratch();
  return {
    folder,
    file: {
      spec: 'described@1.0.0',
      integrity: integrityOf(archive),
      path: 'package/generated/wanted.json',
      kept: join(folder, 'kept', 'wanted.json'),
      ...change,
    },
    env: {
      ...process.env,
      npm_config_registry: registry,
      npm_config_cache: join(folder, 'npm'),
      npm_config_fetch_retries: '0',
    },
  };
}

describe('keepPackedFile', () => {
  it('keeps the one file, fetched from the registry that npm is configured for', async () => {
    const { folder, file, env } = await place();
    await keepPackedFile(file, env);
    expect(readFileSync(file.kept, 'utf8')).toBe(TEXT);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['wanted.json']);
    expect(asked).toContain('/described/-/described-1.0.0.tgz');
  });

  it('asks nobody for what is kept, nor for what npm has in its cache', async () => {
    const { file, env } = await place();
    await keepPackedFile(file, env);
    const before = asked.length;
    await keepPackedFile(file, env);
    await keepPackedFile({ ...file, kept: `${file.kept}-again` }, env);
    expect(readFileSync(`${file.kept}-again`, 'utf8')).toBe(TEXT);
    expect(asked.slice(before)).toEqual([]);
  });

  it.each([
    [
      'other bytes than the pinned ones',
      { integrity: integrityOf(Buffer.from('else')) },
      /should be/,
    ],
    ['a package that the registry does not have', { spec: 'described@2.0.0' }, /2\.0\.0/],
    ['a file that the package does not have', { path: 'package/none.json' }, /none\.json/],
  ])('refuses %s, and keeps nothing', async (_, change, reason) => {
    const { folder, file, env } = await place(change);
    await expect(keepPackedFile(file, env)).rejects.toThrow(reason);
    expect(readdirSync(join(folder, 'kept'))).toEqual([]);
  });
});
