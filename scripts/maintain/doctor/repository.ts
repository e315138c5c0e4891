import type { GitHub } from '../../github/github.ts';
import { bad, type Check, type Diagnosis, good, NO_TOKEN, unknown, warning } from './diagnosis.ts';

/** Whether the repository's own settings let the workflows do their work. */
export const repository: Check = {
  description: 'The repository lets runs do their work: Actions, issues, pull requests, pushes',
  run: async ({ github, settings, git }) => {
    const settingsPage = `${settings.repository}/settings`;
    const remote = await git('remote', 'get-url', 'origin').catch(() => '');
    const found: Diagnosis[] = [remoteMatches(remote, settings.repository)];
    if (!github) return [...found, NO_TOKEN];
    const facts = await github.repository.facts();
    if (facts.isArchived) {
      found.push(
        bad('The repository is archived: nothing can run in it', `Unarchive it: ${settingsPage}`),
      );
    }
    found.push(
      facts.hasIssues
        ? good('Issues are on, so the alarm can open one')
        : bad(
            'Issues are off, so nobody would hear of a problem',
            `Tick “Issues”: ${settingsPage}`,
          ),
    );
    if (facts.isPrivate) {
      found.push(
        warning(
          'The repository is private: Pages and Actions minutes may cost money, and readers cannot follow releases',
          `Make it public, if you can: ${settingsPage}`,
        ),
      );
    }
    const { actionsEnabled, actionsMayOpenPulls } = await github.repository.switches();
    found.push(
      switched(actionsEnabled, 'Actions may run', `Allow actions: ${settingsPage}/actions`),
      ...mayOpenPulls(actionsMayOpenPulls, settingsPage),
      ...(await pushes(await github.repository.rules(facts.defaultBranch), settingsPage)),
      await reporting(github, settingsPage),
    );
    return found;
  },
};

function remoteMatches(remote: string, repository: string): Diagnosis {
  const path = repository.split('/').slice(-2).join('/').toLowerCase();
  const matches = remote
    .toLowerCase()
    .replace(/\.git$/, '')
    .endsWith(path);
  if (matches) return good(`The settings are for this repository, ${path}`);
  return bad(
    `The settings name ${repository}, but this checkout comes from ${remote || 'nowhere'}`,
    'Put this repository’s address under "repository" in data/district.json: until then runs end at once.',
  );
}

function switched(on: boolean | undefined, what: string, advice: string): Diagnosis {
  if (on === undefined) {
    return unknown(
      `This token may not see whether ${what.toLowerCase()}`,
      'Use the token of somebody who administers the repository.',
    );
  }
  return on ? good(what) : bad(`Does not hold: ${what.toLowerCase()}`, advice);
}

function mayOpenPulls(may: boolean | undefined, settingsPage: string): readonly Diagnosis[] {
  if (may === undefined) return [switched(may, 'Actions may open pull requests', '')];
  if (may) return [good('Actions may open pull requests, so held updates wait in one')];
  return [
    warning(
      'Actions may not open pull requests: held updates wait in an issue with a link instead',
      `If you prefer pull requests, tick “Allow GitHub Actions to create and approve pull requests”: ${settingsPage}/actions`,
    ),
  ];
}

/** Whether rules of the default branch would refuse the bot's push. */
async function pushes(
  rules: readonly string[],
  settingsPage: string,
): Promise<readonly Diagnosis[]> {
  const refusing = ['pull_request', 'required_status_checks', 'required_signatures', 'update'];
  const found = rules.filter((rule) => refusing.includes(rule));
  if (found.length === 0) return [good('Nothing keeps runs from pushing to the default branch')];
  return [
    bad(
      `Rules of the default branch refuse the workflows’ pushes: ${found.join(', ')}`,
      `Keep only “Restrict deletions” and “Block force pushes”: ${settingsPage}/rules`,
    ),
  ];
}

/** SECURITY.md asks people to report privately, which the owner must have switched on. */
async function reporting(
  { repository }: Pick<GitHub, 'repository'>,
  settingsPage: string,
): Promise<Diagnosis> {
  const isOn = await repository.reportsPrivately();
  const advice = `Enable “Private vulnerability reporting”: ${settingsPage}/security_analysis`;
  if (isOn === undefined) {
    return switched(undefined, 'Vulnerabilities can be reported privately', advice);
  }
  if (isOn) return good('Vulnerabilities can be reported privately, as SECURITY.md says');
  return warning('Vulnerabilities cannot be reported privately, as SECURITY.md says', advice);
}
