import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { main } from './command/main.ts';
import { servedSpec } from './command/specs/served.ts';
import { EXIT, Refusal } from './domain/refusal.ts';
import { hoursBetween, parseInstant } from './domain/reporting-date.ts';
import { type ServedBuild, servedBuild } from './github/served-build.ts';

const SECONDS_BETWEEN_LOOKS = 5;
const expectedBuild = z.object({
  commit: z.string().nullable(),
  content_sha256: z.string(),
  built_at: z.string(),
  base_url: z.string(),
});

await main(servedSpec, async ({ args, env, report, clock }) => {
  const expected = expectedBuild.parse(JSON.parse(await readFile(args.required('build'), 'utf8')));
  const url = args.text('url') || expected.base_url;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const isLook = args.given('look');
  const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  const site = { url, allowHosts, guardPrivateAddresses: true };
  const run = `${env.GITHUB_RUN_ID ?? ''}-${env.GITHUB_RUN_ATTEMPT ?? ''}`;
  let build: ServedBuild | undefined;
  for (let look = 1; ; look += 1) {
    build = await servedBuild(site, `${expected.content_sha256}-${run}-${clock()}-${look}`);
    const isOurs = build?.content_sha256 === expected.content_sha256;
    if (isOurs && build?.commit === expected.commit) {
      const built = parseInstant(expected.built_at);
      const age = built === undefined ? 0 : Math.round(hoursBetween(built, clock()) * 3600);
      report.say(`${url} serves this build, ${age} s after its commit`);
      if (!isLook) await report.summary(`Served ${age} s after the commit: <${url}>`);
      await report.output('served', 'true');
      return undefined;
    }
    if (isLook || seconds() + SECONDS_BETWEEN_LOOKS > Number(args.required('seconds'))) break;
    await new Promise((resolve) => setTimeout(resolve, SECONDS_BETWEEN_LOOKS * 1000));
  }
  await report.output('served', 'false');
  const found = build
    ? `commit ${build.commit}, content ${build.content_sha256}`
    : 'no build of ours';
  if (isLook) {
    report.say(`${url} serves ${found}`);
    return undefined;
  }
  const message = `The deployment was accepted but is not served: ${url} shows ${found} instead of commit ${expected.commit}, content ${expected.content_sha256}`;
  await report.output('message', message);
  throw new Refusal(EXIT.source, 'not-served', message, {
    advice:
      'The data is safe in git. It is deployed again under a commit of its own; if it lasts, see Settings → Pages.',
  });
});
