import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, type Run } from './command/main.ts';
import { startSpec } from './command/specs/start.ts';
import { type ReplayNews, replaySample } from './develop/replay-sample.ts';
import { parsePort, serveFolder, untilInterrupted } from './develop/serve-folder.ts';
import { type Instant, instantFromMilliseconds, millisecondsOf } from './domain/time.ts';
import { openLedger } from './ledger/store.ts';
import { loadSettings } from './settings/load-settings.ts';
import { buildSite, drawingsOf } from './website/build-site.ts';
import { drawKept } from './website/cards/draw-kept.ts';
import { readOutline } from './website/read-outline.ts';
import { readAssets, writeSite } from './website/write-site.ts';

const SAMPLE = join(dirname(fileURLToPath(import.meta.url)), '..', 'data', 'sample');
const HOURS_AFTER_LAST_READ = 12;

await main(startSpec, async (run) => {
  const { args, report, clock } = run;
  const port = parsePort(args.required('port'));
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-sample-'));
  const dataDir = join(scratch, 'data');
  await mkdir(dataDir);
  report.say(`Replaying the sample district into ${dataDir}`);
  const lastRead = await run.step('Replay the sample', () =>
    replaySample({
      sample: SAMPLE,
      dataDir,
      sheetFile: join(scratch, 'sheet.csv'),
      now: clock(),
      tell: teller(run),
    }),
  );
  const out = args.text('out') ?? join(scratch, 'dist');
  const basePath = '/';
  await run.step('Build the site', () => build(run, dataDir, out, port, lastRead));
  report.say(`Built the site into ${out}`);
  for (const { title, milliseconds } of run.timings) {
    report.say(`  ${title}: ${(milliseconds / 1000).toFixed(1)} s`);
  }
  if (args.given('no-serve')) return undefined;
  const served = await serveFolder(out, { port, basePath });
  report.say(`Open ${served.url} (Ctrl-C ends it)`);
  await untilInterrupted();
  await served.close();
  return undefined;
});

async function build(
  { args }: Run,
  dataDir: string,
  out: string,
  port: number,
  lastRead: Instant,
): Promise<void> {
  const settings = await loadSettings(dataDir);
  const at = instantFromMilliseconds(millisecondsOf(lastRead) + HOURS_AFTER_LAST_READ * 3_600_000);
  const ledger = await openLedger(dataDir, { notAfter: at, timeZone: settings.timeZone });
  const baseUrl = `http://localhost:${port}/`;
  const outline = await readOutline(dataDir, settings.map.outline);
  const cards = !args.given('no-cards');
  const input = { ledger, settings, at, baseUrl, commit: null, outline, cards };
  const files = buildSite(input, await readAssets());
  const pictures = await drawKept(drawingsOf(files), { folder: args.required('cards') });
  await writeSite(out, files, pictures.files);
}

/** One line that moves on a terminal, with what is notable above it; plain lines elsewhere. */
function teller({ report }: Run): (news: ReplayNews) => void {
  const isTerminal = process.stdout.isTTY === true;
  return ({ done, of, text, notable }) => {
    const first = text.split('\n')[0] ?? '';
    if (isTerminal) process.stdout.write(`\r\u001b[K[${done}/${of}] ${first.slice(0, 70)}`);
    if (isTerminal && done === of) process.stdout.write('\n');
    if (!isTerminal && notable) report.say(text.includes('held') ? text : first);
  };
}
