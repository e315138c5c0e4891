import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { denseFolder } from './dense-folder.ts';
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
  const { scratch, data } = await denseFolder({ project, now }, schools, dates);
  const out = join(scratch, 'dist');
  const run = join(project, 'scripts', 'run.mjs');
  const args = [run, 'build', '--data', data, '--out', out, '--no-cards'];
  const { first: measured } = await measureProcess(args, 0);
  const names = await readdir(out, { recursive: true });
  await rm(scratch, { recursive: true });
  return { pages: names.filter((name) => name.endsWith('.html')).length, measured };
}
