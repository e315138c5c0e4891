import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../command-line.ts';

const JAR = join(projectFolder, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
const told = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      message: z.string(),
      lastLine: z.number().optional(),
    }),
  ),
});

export const hasJava = spawnSync('java', ['-version']).status === 0;

if (!hasJava) console.warn('SKIPPED: the HTML validator, because there is no Java');

/** What the W3C's own validator finds wrong in these pages: a line each. */
export function htmlErrors(files: readonly string[]): readonly string[] {
  const { stderr } = spawnSync(
    'java',
    ['-jar', JAR, '--errors-only', '--format', 'json', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    },
  );
  return told
    .parse(JSON.parse(stderr))
    .messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
}
