import { readFile } from 'node:fs/promises';
import { allowedHosts } from './command/environment.ts';
import { main } from './command/main.ts';
import { buildStamp } from './domain/build-stamp.ts';
import { hoursBetween } from './domain/time.ts';
import { awaitServed, notServed } from './operate/deployment/await-served.ts';
import { servedUnknown } from './operate/deployment/served-build.ts';

await main('served', async ({ args, env, report, clock }) => {
  const build = buildStamp.parse(JSON.parse(await readFile(args.required('build'), 'utf8')));
  const url = args.text('url') || build.base_url;
  const isLook = args.given('look');
  const attempt = `${env.GITHUB_RUN_ID ?? ''}-${env.GITHUB_RUN_ATTEMPT ?? ''}`;
  const expected = {
    site: { url, allowHosts: allowedHosts(env), guardPrivateAddresses: true },
    build,
    tick: `${build.content_sha256}-${attempt}-${clock()}`,
    seconds: isLook ? 0 : Number(args.required('seconds')),
  };
  const other = await awaitServed(expected);
  if (other === undefined) {
    const age = Math.round(hoursBetween(build.built_at, clock()) * 3600);
    report.say(`${url} serves this build, ${age} s after its commit`);
    if (!isLook) await report.summary(`Served ${age} s after the commit: <${url}>`);
    await report.output('served', 'true');
  } else if (isLook) {
    report.say(`${url} serves ${other.found}`);
    await report.output('served', 'false');
  } else if (other.kind === 'unknown' && other.isPrivate) {
    // Nobody can check from here, so the deployment's own success has to do.
    report.finding(servedUnknown(url, other));
  } else {
    const refusal = notServed(expected, other.found);
    await report.output('served', 'false');
    await report.output('message', refusal.message);
    throw refusal;
  }
  return undefined;
});
