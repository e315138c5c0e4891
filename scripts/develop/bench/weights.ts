import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What readers load of the site at its real size, in bytes of gzip: the same on every machine. */
export const WEIGHT_LIMITS = {
  'home, HTML': 30_000,
  'heaviest school page, HTML': 15_000,
  'style, one file': 12_000,
  'JavaScript of every page': 5_000,
  'JavaScript that reads a chart, once one is used': 3_000,
  'JavaScript of the comparison before a school is chosen': 15_000,
  'JavaScript of the map': 15_000,
} as const;

export type Weights = Readonly<Record<keyof typeof WEIGHT_LIMITS, number>>;

/** @param out folder of a built site */
export async function weightsOf(out: string): Promise<Weights> {
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
    'JavaScript that reads a chart, once one is used': await assetsOf('read-chart'),
    'JavaScript of the comparison before a school is chosen': await assetsOf('site', 'compare'),
    'JavaScript of the map': await assetsOf('site', 'map-page'),
  };
}
