import { readFile } from 'node:fs/promises';
import { allowedHosts, apiUrl } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { type BuildStamp, buildStamp } from './domain/build-stamp.ts';
import { hoursBetween } from './domain/time.ts';
import { gitHub } from './github/github.ts';
import { awaitServed, type UnexpectedState } from './operate/deployment/await-served.ts';
import {
  type NotServed,
  notAccepted,
  notServed,
  unreachable,
  whyNotServed,
} from './operate/deployment/not-served.ts';
import { pagesOf } from './operate/deployment/pages-switch.ts';
import { servedUnknown } from './operate/deployment/served-build.ts';

await main('served', async (run) => {
  const { args, env, report, clock } = run;
  const text = args.text('stamp') ?? (await readFile(args.required('build'), 'utf8'));
  const build = buildStamp.parse(JSON.parse(text));
  // Pages names the address as soon as it has accepted a deployment.
  if (args.text('url') === '') throw notAccepted();
  const url = args.text('url') ?? build.base_url;
  const isLook = args.given('look');
  const attempt = `${env.GITHUB_RUN_ID ?? ''}-${env.GITHUB_RUN_ATTEMPT ?? ''}`;
  const expected = {
    site: { url, allowHosts: allowedHosts(env), guardPrivateAddresses: true },
    build,
    tick: `${build.content_sha256}-${attempt}-${clock()}`,
    seconds: isLook ? 0 : Number(args.required('seconds')),
  };
  if (isLook) await report.output('stamp', JSON.stringify(build));
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
    await refuse(run, await reason(run, other), { url, build, seen: other });
  }
  return undefined;
});

/** Asks GitHub only where the answer decides anything, and outside of a workflow not at all. */
async function reason({ env, clock }: Run<'served'>, seen: UnexpectedState): Promise<NotServed> {
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  const github =
    repository && token ? gitHub({ repository, token, apiUrl: apiUrl(env) }) : undefined;
  const pages = github && (await pagesOf(github));
  const domain = pages && 'domain' in pages ? pages.domain : null;
  const deployedSince = domain === null ? undefined : await github?.repository.deployedSince();
  return whyNotServed({ seen, domain, deployedSince, now: clock() });
}

interface Expected {
  readonly url: string;
  readonly build: Pick<BuildStamp, 'commit' | 'content_sha256'>;
  readonly seen: UnexpectedState;
}

async function refuse(
  { report }: Run<'served'>,
  why: NotServed,
  { url, build, seen }: Expected,
): Promise<void> {
  switch (why) {
    case 'domain-not-ready':
      report.finding({
        level: 'warning',
        code: why,
        message: `The site is deployed, but its domain does not lead to it yet: ${url} shows ${seen.found}`,
        tip: 'DNS can take a day. Settings → Pages says what is missing; until then nothing has to be done here.',
      });
      return;
    case 'unreachable':
      throw unreachable(url, seen);
    case 'burnt': {
      const refusal = notServed(url, build, seen.found);
      await report.output('burnt', 'true');
      await report.output('message', refusal.message);
      throw refusal;
    }
  }
}
