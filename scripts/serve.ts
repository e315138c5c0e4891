import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from './command/main.ts';
import { readPort } from './command/option-values.ts';
import { serveFolder, untilInterrupted } from './develop/serve-folder.ts';
import { buildStamp, STAMP_FILE } from './domain/build-stamp.ts';
import { refuseUsage } from './domain/refusal.ts';

await main('serve', async ({ args, report }) => {
  const out = args.required('out');
  const file = join(out, STAMP_FILE);
  const text = await readFile(file, 'utf8').catch(() => {
    const message = `There is no built site in ${out}`;
    throw refuseUsage('no-site', message, 'Build it first: npm run build', { file });
  });
  const stamp = buildStamp.pick({ base_url: true }).parse(JSON.parse(text));
  const basePath = new URL(stamp.base_url).pathname;
  const served = await serveFolder(out, { port: readPort(args.required('port')), basePath });
  report.say(`Serving ${out} at ${served.url} (Ctrl-C ends it)`);
  await untilInterrupted();
  await served.close();
  return undefined;
});
