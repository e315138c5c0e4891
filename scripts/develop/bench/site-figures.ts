import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserPath, openDebuggedBrowser } from '../browser.ts';
import { judgePage } from '../lighthouse.ts';
import { serveFolder } from '../serve-folder.ts';
import { type BenchOptions, type Figure, inSeconds } from './bench-table.ts';
import { denseFolder } from './dense-folder.ts';
import { measure, median } from './measure.ts';
import { projectCommand } from './project-command.ts';
import { type Weights, weightsOf } from './weights.ts';

/** Limits of the real-size site, on two cores. */
const LIMITS = { secondsNew: 60, secondsKept: 20, megabytes: 1024, megabytesOnDisk: 100 } as const;

const SCHOOLS = 518;
const DATES = 300;
/** Lighthouse's score differs from try to try. */
const TRIES = 5;
/** The path that the site lies under, as a project's pages do on GitHub. */
const PREFIX = '/tracker/';

/** Lighthouse's score for speed of a page as on a phone. */
export interface SpeedFigure {
  readonly page: string;
  /** Medians of the tries. */
  readonly score: number;
  readonly benchmarkIndex: number;
}

export interface SiteFigures {
  readonly figures: readonly Figure[];
  readonly weights: Weights;
  /** Empty where there is no browser. */
  readonly speed: readonly SpeedFigure[];
}

/**
 * Builds a dense site of the real size in two languages as whole processes, without kept cards and
 * then with, and has Lighthouse look at it.
 */
export async function siteFigures(options: BenchOptions): Promise<SiteFigures> {
  const { scratch, data, schoolId, lastDate } = await denseFolder(options, SCHOOLS, DATES);
  const out = join(scratch, 'dist');
  const served = await serveFolder(out, { port: 0, basePath: PREFIX });
  const args = ['--data', data, '--out', out, '--cards', join(scratch, 'cards')];
  const build = projectCommand(
    options.project,
    'build',
    [...args, '--base-url', served.url],
    options.nodes[0],
  );
  const { seconds, firstSeconds, megabytes } = await measure(build, Math.min(3, options.runs));
  const names = await readdir(out, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).length;
  const disk = spawnSync('du', ['-sm', out], { encoding: 'utf8' });
  const megabytesOnDisk = Number.parseInt(disk.stdout, 10);
  const weights = await weightsOf(out);
  const pages = {
    dashboard: '',
    'a school': `schools/${schoolId}/`,
    'a date': `cases/${lastDate}/`,
    'the map': 'map/',
  };
  const speed = browserPath === undefined ? [] : await speedOf(pages, served.url);
  await served.close();
  await rm(scratch, { recursive: true });
  const what = `build, ${SCHOOLS} schools × ${DATES} dates, two languages`;
  const row = (cards: string, took: number, most: number): Figure => ({
    what: `${what}, cards ${cards}`,
    time: inSeconds(took),
    memory: `${megabytes.toFixed(0)} MB`,
    limit: `${most} s, ${LIMITS.megabytes} MB`,
    isOver: took > most || megabytes > LIMITS.megabytes,
  });
  return {
    figures: [
      row('new', firstSeconds, LIMITS.secondsNew),
      { ...row('kept', seconds, LIMITS.secondsKept), memory: '' },
      {
        what: `that site, ${files.toLocaleString('en-US')} files`,
        time: '',
        memory: `${megabytesOnDisk} MB on disk`,
        limit: `${LIMITS.megabytesOnDisk} MB`,
        isOver: megabytesOnDisk > LIMITS.megabytesOnDisk,
      },
    ],
    weights,
    speed,
  };
}

async function speedOf(
  pages: Readonly<Record<string, string>>,
  url: string,
): Promise<readonly SpeedFigure[]> {
  const browser = await openDebuggedBrowser();
  const figures: SpeedFigure[] = [];
  for (const [page, path] of Object.entries(pages)) {
    const tries = [];
    for (let time = 0; time < TRIES; time += 1) {
      tries.push(await judgePage(new URL(path, url).href, browser.port, ['performance']));
    }
    figures.push({
      page,
      score: median(tries.map(({ scores }) => scores.performance ?? 0)),
      benchmarkIndex: median(tries.map(({ benchmarkIndex }) => benchmarkIndex)),
    });
  }
  await browser.close();
  return figures;
}
