import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hoursBetween } from '../../domain/time.ts';
import type { GitHub } from '../../github/github.ts';
import {
  bad,
  type Check,
  type Diagnosis,
  good,
  NO_TOKEN,
  type Patient,
  warning,
} from './diagnosis.ts';

const FOLDER = '.github/workflows';
/** Nothing here assumes that GitHub is on time, but a day without a run is no delay. */
const HOURS_WITHOUT_A_RUN = 26;

/** Whether the schedules live, and how the last runs and deployments went. */
export const runs: Check = {
  description: 'Every schedule is on and fires; the last runs and the last deployment went well',
  run: async (patient) => {
    const { github, settings } = patient;
    if (!github) return [NO_TOKEN];
    const actions = `${settings.repository}/actions`;
    const states = new Map(
      (await github.repository.workflows()).map(({ path, state }) => [path, state]),
    );
    const found: Diagnosis[] = [];
    for (const file of await scheduledFiles(patient.project)) {
      const path = `${FOLDER}/${file}`;
      found.push(stateOf(path, states.get(path), `${actions}/workflows/${file}`));
      found.push(await lastScheduled(github, file, patient, actions));
    }
    for (const file of ['update.yml', 'deploy.yml']) {
      found.push(await lastEnded(github, file, `${actions}/workflows/${file}`));
    }
    return found;
  },
};

/** Files of the tree that have a schedule: read from them, so that a new one is checked too. */
async function scheduledFiles(project: string): Promise<readonly string[]> {
  const names = (await readdir(join(project, FOLDER))).filter((name) => /\.ya?ml$/.test(name));
  const texts = names.map(
    async (name) => [name, await readFile(join(project, FOLDER, name), 'utf8')] as const,
  );
  return (await Promise.all(texts))
    .filter(([, text]) => /^ {2}schedule:/m.test(text))
    .map(([name]) => name);
}

function stateOf(path: string, state: string | undefined, page: string): Diagnosis {
  if (state === 'active') return good(`${path} is on`);
  if (state === undefined) {
    return bad(
      `GitHub does not know ${path}`,
      'Push it to the default branch: only schedules there fire.',
    );
  }
  const why: Record<string, string> = {
    disabled_inactivity: 'GitHub has switched it off, because the repository was quiet for 60 days',
    disabled_fork: 'GitHub switches schedules of forks off until somebody switches them on',
    disabled_manually: 'somebody has switched it off',
  };
  return bad(`${path} is off: ${why[state] ?? state}`, `Press “Enable workflow”: ${page}`);
}

async function lastScheduled(
  github: GitHub,
  file: string,
  { now }: Patient,
  actions: string,
): Promise<Diagnosis> {
  const [last] = await github.actions.runs(file, {
    event: 'schedule',
    status: 'success',
    perPage: 1,
  });
  if (!last) {
    return warning(
      `${file} has not been run by its schedule yet`,
      'Wait for its next time; GitHub may be an hour late. A run by hand proves nothing of it.',
    );
  }
  const hours = Math.round(hoursBetween(last.createdAt, now));
  if (hours <= HOURS_WITHOUT_A_RUN) {
    return good(`${file} was last run by its schedule ${hours} h ago`);
  }
  return bad(
    `${file} was last run by its schedule ${hours} h ago`,
    `Look at ${actions}: if it is on and does not fire, edit its cron line and push.`,
  );
}

async function lastEnded(github: GitHub, file: string, page: string): Promise<Diagnosis> {
  const runs = await github.actions.runs(file, { status: 'completed', perPage: 5 });
  const last = runs.find(
    ({ conclusion }) => conclusion !== 'cancelled' && conclusion !== 'skipped',
  );
  if (!last) return warning(`${file} has not ended a run yet`, `Start it by hand: ${page}`);
  if (last.conclusion === 'success') return good(`The last run of ${file} went well`);
  return bad(`The last run of ${file} ended with ${last.conclusion}`, `It says why: ${last.url}`);
}
