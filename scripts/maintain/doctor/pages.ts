import type { PagesFacts } from '../../github/repository.ts';
import { lookAtSite } from '../../operate/deployment/served-build.ts';
import { bad, type Check, type Diagnosis, good, NO_TOKEN, unknown, warning } from './diagnosis.ts';

/** Whether the site is published, is where the settings say, and shows main. */
export const pages: Check = {
  description: 'Pages is on, serves the settings’ address, and shows what main holds',
  run: async ({ github, settings, git, now, allowHosts }) => {
    const found: Diagnosis[] = [];
    const settingsPage = `${settings.repository}/settings/pages`;
    if (!github) found.push(NO_TOKEN);
    else {
      const pages = await github.repository.pages();
      found.push(switchOf(pages, settingsPage));
      if ('url' in pages && settings.site.url !== null && !isSame(pages.url, settings.site.url)) {
        found.push(
          warning(
            `Pages serves ${pages.url}, but the settings say ${settings.site.url}, and feeds and cards link there`,
            'Put the address that Pages serves under "site.url" in data/district.json.',
          ),
        );
      }
    }
    return [...found, await shown(settings.site.url, git, now, allowHosts)];
  },
};

function switchOf({ kind }: PagesFacts, settingsPage: string): Diagnosis {
  const advice = `Choose “GitHub Actions” under “Source”: ${settingsPage}`;
  switch (kind) {
    case 'workflow':
      return good('Pages publishes what the workflows deploy');
    case 'branch':
      return bad('Pages publishes a branch, not what the workflows deploy', advice);
    case 'off':
      return bad('Pages is off', advice);
    case 'hidden':
      return unknown(
        'This token may not see whether Pages is on',
        'Use the token of somebody who administers the repository.',
      );
  }
}

async function shown(
  url: string | null,
  git: (...args: readonly string[]) => Promise<string>,
  now: string,
  allowHosts: readonly string[],
): Promise<Diagnosis> {
  if (url === null) {
    return bad('The settings do not say where the site is', 'Put its address under "site.url".');
  }
  const look = await lookAtSite({ url, allowHosts, guardPrivateAddresses: false }, now);
  if (look.kind === 'unknown') {
    return unknown(
      `What ${url} serves could not be checked: ${look.why}`,
      look.isPrivate
        ? 'A site for members only cannot be checked by runs: open it yourself, or make it public under Settings → Pages.'
        : 'Open it in your browser; if it is not there either, see Settings → Pages.',
    );
  }
  if (look.kind === 'none') {
    return bad(
      `${url} serves no build of this program`,
      'Start the workflow “Deploy” by hand and read what it says.',
    );
  }
  const { build } = look;
  // The default branch, whatever its name.
  const head = await git('ls-remote', 'origin', 'HEAD').catch(() => '');
  const commit = head.split(/\s/)[0] ?? '';
  if (commit !== '' && build.commit === commit)
    return good(`${url} shows main (${commit.slice(0, 7)})`);
  return warning(
    `${url} shows ${build.commit?.slice(0, 7) ?? 'a build without a commit'}, main is at ${commit.slice(0, 7) || 'an unknown commit'}`,
    'The next run starts a deployment; if that does not help, start the workflow “Deploy” by hand.',
  );
}

function isSame(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return plain(a) === plain(b);
}
