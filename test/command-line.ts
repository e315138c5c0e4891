import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface Ran {
  readonly exit: number;
  readonly out: string;
}

/** Runs one of the project's commands as a person would; `name` is the entry point's. */
export function command(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const script = join(projectFolder, 'scripts', `${name}.ts`);
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: projectFolder,
      env: { ...withoutActions(process.env), ...env },
    });
    let out = '';
    const keep = (chunk: Buffer) => {
      out += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ exit: code ?? -1, out }));
  });
}

/** A fresh folder that is removed at the end of the test run. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-test-'));
  folders.push(folder);
  return folder;
}

/** A copy of a data folder, to be written to. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await scratch();
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** Every file below a folder with its bytes, so that two states can be compared. */
export async function bytesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort());
}

const folders: string[] = [];

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function withoutActions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GITHUB_')));
}
