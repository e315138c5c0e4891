import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { denseFolder } from './dense-folder.ts';
import type { BenchOptions, Figure } from './figures.ts';
import { measureProcess } from './measure-process.ts';

/** Limits of the real-size site, on two cores. */
export const SITE_LIMITS = {
  secondsKept: 20,
  secondsNew: 60,
  megabytes: 1024,
  megabytesOnDisk: 100,
} as const;

/** What readers load, in bytes of gzip. */
export const WEIGHT_LIMITS = {
  'home, HTML': 30_000,
  'heaviest school page, HTML': 15_000,
  'style, one file': 12_000,
  'JavaScript of every page': 5_000,
  'JavaScript of the comparison before a school is chosen': 15_000,
  'JavaScript of the interactive map': 65_000,
} as const;

export interface SiteFigures {
  /** The build with its cards still to draw, and with all of them kept. */
  readonly builds: readonly [Figure, Figure];
  readonly files: number;
  readonly megabytesOnDisk: number;
  readonly weights: Readonly<Record<keyof typeof WEIGHT_LIMITS, number>>;
}

/** Builds a dense site in two languages as whole processes: first without kept cards, then with. */
export async function siteFigures(
  { project, runs, now }: BenchOptions,
  schools = 518,
  dates = 300,
): Promise<SiteFigures> {
  const { scratch, data } = await denseFolder({ project, now }, schools, dates);
  const out = join(scratch, 'dist');
  const run = join(project, 'scripts', 'run.mjs');
  const cards = join(scratch, 'cards');
  const args = [run, 'build', '--data', data, '--out', out, '--cards', cards];
  const { first, ...kept } = await measureProcess(args, runs);
  const what = `build, ${schools.toLocaleString('en-US')} schools × ${dates} dates`;
  const memory = `${SITE_LIMITS.megabytes} MB`;
  const names = await readdir(out, { recursive: true, withFileTypes: true });
  const disk = spawnSync('du', ['-sm', out], { encoding: 'utf8' });
  const figures: SiteFigures = {
    builds: [
      {
        what: `${what}, cards new`,
        measured: first,
        limit: `${SITE_LIMITS.secondsNew} s, ${memory}`,
      },
      {
        what: `${what}, cards kept`,
        measured: kept,
        limit: `${SITE_LIMITS.secondsKept} s, ${memory}`,
      },
    ],
    files: names.filter((entry) => entry.isFile()).length,
    megabytesOnDisk: Number.parseInt(disk.stdout, 10),
    weights: await weightsOf(out),
  };
  await rm(scratch, { recursive: true });
  return figures;
}

async function weightsOf(out: string): Promise<SiteFigures['weights']> {
  const weigh = async (path: string) => gzipSync(await readFile(join(out, path))).length;
  const assets = (await readdir(join(out, 'assets'))).map((name) => `assets/${name}`);
  const schools = await readdir(join(out, 'schools'), { withFileTypes: true });
  const pages = schools.filter((entry) => entry.isDirectory());
  const assetsOf = async (...names: readonly string[]) => {
    const own = names.map((name) => assets.find((path) => path.startsWith(`assets/${name}.`)));
    const weights = await Promise.all(own.map((path, at) => weigh(path ?? `assets/${names[at]}`)));
    return weights.reduce((total, weight) => total + weight, 0);
  };
  return {
    'home, HTML': await weigh('index.html'),
    'heaviest school page, HTML': Math.max(
      ...(await Promise.all(pages.map(({ name }) => weigh(`schools/${name}/index.html`)))),
    ),
    'style, one file': await assetsOf('style'),
    'JavaScript of every page': await assetsOf('site'),
    'JavaScript of the comparison before a school is chosen': await assetsOf('site', 'compare'),
    'JavaScript of the interactive map': await assetsOf('site', 'map-page', 'live-map'),
  };
}
