import type { BareRemote } from './bare-remote.ts';
import {
  type CallingJob,
  callOf,
  type Permissions,
  readWorkflow,
  type WorkflowFile,
} from './workflow-file.ts';

/** GitHub follows calls of calls so many levels deep. */
const DEEPEST = 10;
const LEVELS = ['none', 'read', 'write'];
const levelOf = (permissions: Permissions, name: string) =>
  LEVELS.indexOf(permissions[name] ?? 'none');

/** The workflow that a job calls, as it is at the commit of its caller. */
export function calledBy(
  { uses }: CallingJob,
  remote: Pick<BareRemote, 'file'>,
  commit: string,
): WorkflowFile | undefined {
  const text = remote.file(commit, uses.replace(/^\.\//, ''));
  return text === undefined ? undefined : readWorkflow(text);
}

/**
 * What GitHub refuses to start a run for: it looks at every call before the first job, whatever the
 * `if:` of the calling job says. A called job may not ask for more than the calling one has.
 *
 * @param allowed what the calling job has; undefined for the workflow that the run is of
 * @returns in GitHub's words; undefined where all is well
 */
export function refusalOf(
  file: WorkflowFile,
  remote: Pick<BareRemote, 'file'>,
  commit: string,
  allowed?: Permissions,
  depth = 1,
): string | undefined {
  for (const [id, job] of Object.entries(file.jobs)) {
    const asked = job.permissions ?? file.permissions ?? allowed ?? {};
    if (allowed !== undefined) {
      const over = Object.keys(asked).find((name) => levelOf(asked, name) > levelOf(allowed, name));
      if (over) {
        return `The nested job '${id}' is requesting '${over}: ${asked[over]}', but is only allowed '${over}: ${allowed[over] ?? 'none'}'.`;
      }
    }
    if (!('uses' in job)) continue;
    const called = calledBy(job, remote, commit);
    if (called === undefined) return `error parsing called workflow "${job.uses}": not found`;
    if (depth >= DEEPEST) return `too many levels of reusable workflows: "${job.uses}"`;
    const refusal = misfit(job, called) ?? refusalOf(called, remote, commit, asked, depth + 1);
    if (refusal !== undefined) return `Error calling workflow '${job.uses}'. ${refusal}`;
  }
  return undefined;
}

/** What is wrong with what a call hands over. */
function misfit(job: CallingJob, called: WorkflowFile): string | undefined {
  const call = callOf(called);
  if (call === undefined)
    return `workflow is not reusable as it is missing a 'on.workflow_call' trigger`;
  const given = Object.keys(job.with ?? {});
  const strange = given.find((name) => !(name in call.inputs));
  if (strange) return `Invalid input, ${strange} is not defined in the referenced workflow.`;
  const missing = Object.entries(call.inputs).find(
    ([name, { required }]) => required && !given.includes(name),
  );
  return missing && `Input ${missing[0]} is required, but not provided while calling.`;
}
