import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../command-line.ts';
import { readAction } from '../harness/action-file.ts';
import { readWorkflow, stepsOf } from '../harness/workflow-file.ts';

const WORKFLOWS = '.github/workflows';
const ACTIONS = '.github/actions';

/** A file of the project, by its path below it; undefined if it is not there. */
export function projectFile(path: string): string | undefined {
  const file = join(projectFolder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const named = (path: string) => ({ path, text: projectFile(path) ?? '' });

export const workflows = readdirSync(join(projectFolder, WORKFLOWS))
  .map((name) => named(`${WORKFLOWS}/${name}`))
  .map((each) => ({ ...each, file: readWorkflow(each.text) }));

/** The project's own actions, each a folder. */
export const actions = readdirSync(join(projectFolder, ACTIONS))
  .map((name) => ({ folder: `${ACTIONS}/${name}`, ...named(`${ACTIONS}/${name}/action.yml`) }))
  .map((each) => ({ ...each, file: readAction(each.text) }));

export const jobs = workflows.flatMap(({ path, file }) =>
  Object.entries(file.jobs).map(([id, job]) => ({ place: `${path} ${id}`, path, job })),
);

/** Every step of the workflows and of the actions that they use. */
export const steps = [
  ...jobs.flatMap(({ place, path, job }) =>
    stepsOf(job).map((step) => ({
      place,
      path,
      ...step,
    })),
  ),
  ...actions.flatMap(({ path, file }) =>
    file.runs.steps.map((step) => ({ place: path, path, ...step })),
  ),
];
