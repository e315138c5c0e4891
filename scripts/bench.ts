import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './command/main.ts';
import {
  type BenchOptions,
  bareFigure,
  type Figure,
  installMegabytes,
  updateFigures,
} from './develop/bench/figures.ts';
import { builtPages } from './develop/bench/growth.ts';
import { siteFigures, WEIGHT_LIMITS } from './develop/bench/site-figures.ts';

await main('bench', async ({ args, clock, report }) => {
  const options: BenchOptions = {
    project: join(dirname(fileURLToPath(import.meta.url)), '..'),
    runs: Number.parseInt(args.required('runs'), 10),
    now: clock(),
  };
  report.say('| what | median time | peak memory | limit |\n| --- | --- | --- | --- |');
  report.say(row(await bareFigure(options)));
  for (const changes of [0, 40]) report.say(row(await updateFigures(options, 518, 1100, changes)));
  for (const changes of [0, 40]) report.say(row(await updateFigures(options, 5180, 1100, changes)));
  const site = await siteFigures({ ...options, runs: Math.min(3, options.runs) });
  for (const build of site.builds) report.say(row(build));
  report.say(`| that site, ${site.files} files | | ${site.megabytesOnDisk} MB on disk | 100 MB |`);
  const growth = [await builtPages(options, 518, 300), await builtPages(options, 5180, 300)];
  for (const { pages, measured } of growth) {
    const what = `build without cards, ${pages.toLocaleString('en-US')} pages`;
    report.say(row({ what, measured, limit: 'in proportion to the pages' }));
  }
  const megabytes = await installMegabytes(options.project);
  report.say(`| npm ci --omit=dev | | ${megabytes ?? 'not measured'} MB on disk | 60 MB |`);
  report.say('\n| what a reader loads | gzip | limit |\n| --- | --- | --- |');
  for (const [what, limit] of Object.entries(WEIGHT_LIMITS)) {
    const bytes = site.weights[what as keyof typeof WEIGHT_LIMITS];
    report.say(`| ${what} | ${kilobytes(bytes)} | ${kilobytes(limit)} |`);
  }
  return undefined;
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function row({ what, measured, limit }: Figure): string {
  return `| ${what} | ${measured.seconds.toFixed(2)} s | ${measured.megabytes.toFixed(0)} MB | ${limit} |`;
}
