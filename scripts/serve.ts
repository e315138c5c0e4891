import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { main } from './command/main.ts';
import { serveSpec } from './command/specs/serve.ts';
import { parsePort, serveFolder, untilInterrupted } from './develop/serve-folder.ts';
import { refuseUsage } from './domain/refusal.ts';

const stamp = z.object({ base_url: z.url() });

await main(serveSpec, async ({ args, report }) => {
  const out = args.required('out');
  const text = await readFile(join(out, 'build.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw refuseUsage(
      'no-site',
      `There is no built site in ${out}`,
      'Build it first: npm run build',
      {
        file: `${out}/build.json`,
      },
    );
  }
  const basePath = new URL(stamp.parse(JSON.parse(text)).base_url).pathname;
  const served = await serveFolder(out, { port: parsePort(args.required('port')), basePath });
  report.say(`Serving ${out} at ${served.url} (Ctrl-C ends it)`);
  await untilInterrupted();
  await served.close();
  return undefined;
});
