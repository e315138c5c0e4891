import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './command/main.ts';
import { type BenchOptions, benchTable, type Figure, table } from './develop/bench/bench-table.ts';
import { growthFigures } from './develop/bench/growth-figures.ts';
import { installFigures } from './develop/bench/install-figure.ts';
import { nodeAt } from './develop/bench/project-command.ts';
import { siteFigures } from './develop/bench/site-figures.ts';
import { updateFigures } from './develop/bench/update-figures.ts';
import { WEIGHT_LIMITS } from './develop/bench/weights.ts';

await main('bench', async ({ args, clock, report }) => {
  const another = args.text('node');
  const options: BenchOptions = {
    project: join(dirname(fileURLToPath(import.meta.url)), '..'),
    nodes: [nodeAt(process.execPath), ...(another === undefined ? [] : [nodeAt(another)])],
    runs: Number.parseInt(args.required('runs'), 10),
    now: clock(),
  };
  const tell = (figures: readonly Figure[]) => {
    report.say(`${benchTable(figures)}\n`);
    const over = figures.filter(({ isOver }) => isOver).map(({ what }) => what);
    if (over.length > 0) report.say(`Over the limit: ${over.join('; ')}\n`);
  };
  tell(await updateFigures(options));
  if (args.given('update')) return undefined;

  const { figures, weights, speed } = await siteFigures(options);
  const growth = await growthFigures(options);
  tell([...figures, ...growth, ...(await installFigures(options.project))]);
  const weighed = Object.entries(WEIGHT_LIMITS).map(([what, limit]) => [
    what,
    kilobytes(weights[what as keyof typeof WEIGHT_LIMITS]),
    kilobytes(limit),
  ]);
  report.say(`${table(['what a reader loads', 'gzip', 'limit'], weighed)}\n`);
  const speeds = speed.map(({ page, score, benchmarkIndex }) => [
    page,
    String(score),
    String(Math.round(benchmarkIndex)),
  ]);
  report.say(table(['Lighthouse on a phone', 'speed', 'its benchmark index'], speeds));
  return undefined;
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
