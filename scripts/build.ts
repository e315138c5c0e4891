import { main } from './command/main.ts';
import { buildSpec } from './command/specs/build.ts';
import { refuseUsage } from './domain/refusal.ts';
import { parseInstant } from './domain/time.ts';
import { openLedger } from './ledger/store.ts';
import { finishWrite } from './ledger/two-step-write.ts';
import { loadSettings } from './settings/load-settings.ts';
import { buildSite, drawingsOf } from './website/build-site.ts';
import { drawKept } from './website/cards/draw-kept.ts';
import { readOutline } from './website/read-outline.ts';
import { readAssets, writeSite } from './website/write-site.ts';

const LOCAL_ADDRESS = 'http://localhost:8080/';

await main(buildSpec, async ({ args, clock, report, step, timings }) => {
  const dir = args.required('data');
  const asked = args.text('at');
  const at = asked === undefined ? clock() : parseInstant(asked);
  if (at === undefined) {
    throw refuseUsage(
      'not-an-instant',
      `--at "${asked}" is not an instant`,
      'Nothing was built. Write it like 2021-03-14T17:00:00Z.',
      { value: asked },
    );
  }
  await finishWrite(dir);
  const settings = await loadSettings(dir);
  const bounds = { notAfter: at, timeZone: settings.timeZone };
  const ledger = await step('Open the ledger', () => openLedger(dir, bounds));
  const assets = await readAssets();
  const outline = await readOutline(dir, settings.map.outline);
  const baseUrl = args.text('base-url') ?? settings.site.url ?? LOCAL_ADDRESS;
  const commit = args.text('commit') ?? null;
  const files = await step('Draw the site', () =>
    buildSite(
      { ledger, settings, at, baseUrl, commit, outline, cards: !args.given('no-cards') },
      assets,
    ),
  );
  const { files: pictures, drawn } = await step('Draw the pictures', () =>
    drawKept(drawingsOf(files), { folder: args.required('cards') }),
  );
  const out = args.required('out');
  await step('Write the site', () => writeSite(out, files, pictures));
  const seconds = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  for (const { title, milliseconds } of timings) {
    report.say(`  ${title}: ${(milliseconds / 1000).toFixed(1)} s`);
  }
  report.say(`Drew ${drawn} of ${pictures.size} pictures; the others were kept`);
  report.say(`Built ${files.size} files into ${out} in ${seconds.toFixed(1)} s`);
  return undefined;
});
