import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './bench-table.ts';

const MOST_MEGABYTES = 60;

/** What a scheduled run installs; no row where it cannot be installed here. */
export async function installFigures(project: string): Promise<readonly Figure[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-install-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(project, file), join(scratch, file));
  }
  const options = { cwd: scratch, encoding: 'utf8' } as const;
  const installed = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts'], options);
  const size = spawnSync('du', ['-sm', '--apparent-size', 'node_modules'], options);
  await rm(scratch, { recursive: true });
  if (installed.status !== 0) return [];
  const megabytes = Number.parseInt(size.stdout, 10);
  return [
    {
      what: '`npm ci --omit=dev`',
      time: '',
      memory: `${megabytes} MB on disk`,
      limit: `${MOST_MEGABYTES} MB`,
      isOver: megabytes > MOST_MEGABYTES,
    },
  ];
}
