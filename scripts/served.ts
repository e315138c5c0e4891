import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { main } from './command/main.ts';
import { servedSpec } from './command/specs/served.ts';
import { EXIT, Refusal } from './domain/refusal.ts';
import { type ServedBuild, servedBuild } from './github/served-build.ts';

const SECONDS_BETWEEN_LOOKS = 5;
const expectedBuild = z.object({ content_sha256: z.string(), base_url: z.string() });

await main(servedSpec, async ({ args, env, report }) => {
  const expected = expectedBuild.parse(JSON.parse(await readFile(args.required('build'), 'utf8')));
  const url = args.text('url') || expected.base_url;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let build: ServedBuild | undefined;
  for (let look = 1; ; look += 1) {
    const site = {
      url,
      allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
      guardPrivateAddresses: true,
    };
    build = await servedBuild(
      site,
      `${expected.content_sha256}-${env.GITHUB_RUN_ID ?? ''}-${look}`,
    );
    if (build?.content_sha256 === expected.content_sha256) {
      report.say(`${url} serves the new build after ${seconds().toFixed(0)} s`);
      return undefined;
    }
    if (seconds() + SECONDS_BETWEEN_LOOKS > Number(args.required('seconds'))) break;
    await new Promise((resolve) => setTimeout(resolve, SECONDS_BETWEEN_LOOKS * 1000));
  }
  throw new Refusal(
    EXIT.source,
    'not-served',
    `The deployment was accepted but is not served: ${url} shows build ${build?.content_sha256 ?? 'none'} instead of ${expected.content_sha256}`,
    {
      advice:
        'The data is safe in git. The next run deploys again; if it lasts, see Settings → Pages.',
    },
  );
});
