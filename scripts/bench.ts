import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BenchOptions,
  bareFigure,
  buildFigure,
  type Figure,
  installMegabytes,
  updateFigures,
} from './bench/figures.ts';
import { main } from './command/main.ts';
import { benchSpec } from './command/specs/bench.ts';

await main(benchSpec, async ({ args, clock, report }) => {
  const options: BenchOptions = {
    project: join(dirname(fileURLToPath(import.meta.url)), '..'),
    runs: Number.parseInt(args.required('runs'), 10),
    now: clock(),
  };
  report.say('| what | median time | peak memory | limit |\n| --- | --- | --- | --- |');
  report.say(row(await bareFigure(options)));
  for (const changes of [0, 40]) report.say(row(await updateFigures(options, 518, 1100, changes)));
  for (const changes of [0, 40]) report.say(row(await updateFigures(options, 5180, 1100, changes)));
  report.say(row(await buildFigure({ ...options, runs: Math.min(3, options.runs) })));
  const megabytes = await installMegabytes(options.project);
  report.say(`| npm ci --omit=dev | | ${megabytes ?? 'not measured'} MB on disk | 60 MB |`);
  return undefined;
});

function row({ what, measured, limit }: Figure): string {
  return `| ${what} | ${measured.seconds.toFixed(2)} s | ${measured.megabytes.toFixed(0)} MB | ${limit} |`;
}
