import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BenchOptions, type Figure, inSeconds } from './bench-table.ts';
import { denseFolder } from './dense-folder.ts';
import { measure } from './measure.ts';
import { projectCommand } from './project-command.ts';

const DATES = 300;

/** The build of dense sites in two languages without their cards: once, and with ten times the schools. */
export async function growthFigures(options: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const schools of [518, 5180]) figures.push(await buildFigure(options, schools));
  return figures;
}

async function buildFigure(options: BenchOptions, schools: number): Promise<Figure> {
  const { scratch, data } = await denseFolder(options, schools, DATES);
  const out = join(scratch, 'dist');
  const args = ['--data', data, '--out', out, '--no-cards'];
  const build = projectCommand(options.project, 'build', args, options.nodes[0]);
  const { firstSeconds, megabytes } = await measure(build, 0);
  const names = await readdir(out, { recursive: true });
  await rm(scratch, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html')).length;
  return {
    what: `build without cards, ${pages.toLocaleString('en-US')} pages (${schools.toLocaleString('en-US')} schools)`,
    time: inSeconds(firstSeconds),
    memory: `${megabytes.toFixed(0)} MB`,
    limit: 'in proportion to the pages',
  };
}
