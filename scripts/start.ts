import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './command/main.ts';
import { readPort } from './command/option-values.ts';
import { programVersion } from './command/program-version.ts';
import { progressPrinter, replaySample } from './develop/replay-sample.ts';
import { serveFolder, untilInterrupted } from './develop/serve-folder.ts';
import { addMinutes } from './domain/time.ts';
import { buildFolder } from './website/build-folder.ts';
import { stepTimes } from './wording/job-summary.ts';

const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
const DEFAULT_SAMPLE = 'schools';
const MINUTES_AFTER_LAST_READ = 12 * 60;

await main('start', async ({ args, report, clock, step, timings }) => {
  const port = readPort(args.required('port'));
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-sample-'));
  const dataDir = join(scratch, 'data');
  await mkdir(dataDir);
  const name = args.required('sample');
  const sample = join(DATA, name === DEFAULT_SAMPLE ? 'sample' : `sample-${name}`);
  report.say(`Replaying the sample ${name} into ${dataDir}`);
  const sheetFile = join(scratch, 'sheet.csv');
  const onProgress = progressPrinter(report.say, process.stdout);
  const replay = { sample, dataDir, sheetFile, now: clock(), onProgress };
  const lastRead = await step('Replay the sample', () => replaySample(replay));
  const out = args.text('out') ?? join(scratch, 'dist');
  const build = {
    dataDir,
    out,
    at: addMinutes(lastRead, MINUTES_AFTER_LAST_READ),
    baseUrl: `http://localhost:${port}/`,
    commit: null,
    version: programVersion(),
    cards: { wanted: !args.given('no-cards'), folder: args.required('cards') },
  };
  await step('Build the site', () => buildFolder(build, async (_title, action) => action()));
  report.say(`Built the site into ${out}`);
  report.say(stepTimes(timings));
  if (args.given('no-serve')) return undefined;
  const served = await serveFolder(out, { port, basePath: '/' });
  report.say(`Open ${served.url} (Ctrl-C ends it)`);
  await untilInterrupted();
  await served.close();
  return undefined;
});
