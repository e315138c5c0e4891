import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import type { MeasuredCommand } from './measure.ts';

/** A Node that commands are measured on. */
export interface NodeProgram {
  readonly version: string;
  /** A folder in which it is called `node`. */
  readonly folder: string;
}

const packageFile = z.object({ scripts: z.record(z.string(), z.string()) });

/** @param path of the program */
export function nodeAt(path: string): NodeProgram {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-bench-node-'));
  symlinkSync(path, join(folder, 'node'));
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return { version: stdout.trim().replace(/^v/, ''), folder };
}

/**
 * A command as `npm run NAME -- ARGS` starts it, without npm: the line of package.json in a shell,
 * so that what is measured is what is really started.
 *
 * @param project folder of the project
 * @throws Error when package.json has no such script
 */
export function projectCommand(
  project: string,
  name: string,
  args: readonly string[],
  node: NodeProgram,
): MeasuredCommand {
  const { scripts } = packageFile.parse(
    JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')),
  );
  const line = scripts[name];
  if (line === undefined) throw new Error(`package.json has no script "${name}"`);
  return {
    program: 'sh',
    args: ['-c', `${line} "$@"`, name, ...args],
    folder: project,
    env: { PATH: [node.folder, process.env.PATH].join(delimiter) },
  };
}
