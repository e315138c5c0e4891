import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyLedger } from '../ledger/model.ts';
import { writeLedger } from '../ledger/store.ts';
import { denseLedger } from './dense-ledger.ts';
import type { BenchOptions } from './figures.ts';
import { type Measured, measureProcess } from './measure-process.ts';

export interface Built {
  readonly pages: number;
  readonly measured: Measured;
}

/** The build of a dense site in two languages without its cards, as a whole process. */
export async function builtPages(
  { project, now }: Pick<BenchOptions, 'project' | 'now'>,
  schools: number,
  dates: number,
): Promise<Built> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
  const [data, out] = [join(scratch, 'data'), join(scratch, 'dist')];
  await mkdir(data);
  await cp(join(project, 'data', 'district.json'), join(data, 'district.json'));
  const bounds = { notAfter: now, timeZone: 'America/Chicago' };
  await writeLedger(data, emptyLedger, denseLedger(schools, dates).ledger, bounds);
  const script = join(project, 'scripts', 'build.ts');
  const args = ['--import', 'tsx', script, '--data', data, '--out', out, '--no-cards'];
  const { first: measured } = await measureProcess(args, 0);
  const names = await readdir(out, { recursive: true });
  await rm(scratch, { recursive: true });
  return { pages: names.filter((name) => name.endsWith('.html')).length, measured };
}
