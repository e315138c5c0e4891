import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyLedger } from '../../ledger/model.ts';
import { writeLedger } from '../../ledger/store.ts';
import { denseLedger } from './dense-ledger.ts';
import type { BenchOptions } from './figures.ts';

/**
 * A dense ledger with the project's settings in a folder of its own; the caller removes `scratch`.
 */
export async function denseFolder(
  { project, now }: Pick<BenchOptions, 'project' | 'now'>,
  schools: number,
  dates: number,
): Promise<{ readonly scratch: string; readonly data: string }> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
  const data = join(scratch, 'data');
  await mkdir(data);
  await cp(join(project, 'data', 'district.json'), join(data, 'district.json'));
  const bounds = { notAfter: now, timeZone: 'America/Chicago' };
  await writeLedger(data, emptyLedger, denseLedger(schools, dates).ledger, bounds);
  return { scratch, data };
}
