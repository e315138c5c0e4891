import type { Ledger } from '../../ledger/model.ts';
import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { keepSchedulesAlive, opensWeek } from '../schedule/keep-alive.ts';
import { measureCadence } from '../schedule/measure-cadence.ts';
import { readWorkflowFiles } from '../schedule/workflow-files.ts';
import { UPDATE_WORKFLOW } from './count-failures.ts';
import type { Progress, Publication } from './publication.ts';

/** Whether this run's commit will be the first of a week, as the ledger tells before it is changed. */
export async function lookAtWeek({ update }: Publication): Promise<Partial<Progress>> {
  const { timeZone } = await loadSettings(update.dataDir);
  const ledger: Ledger = await openLedger(update.dataDir, { notAfter: update.now, timeZone });
  return { opensWeek: opensWeek(ledger, update.now, timeZone) };
}

/** Once a day, with the first good read: how often the source is really read. */
export async function measureReads(
  { git, github, update }: Publication,
  { report }: Progress,
): Promise<Partial<Progress>> {
  if (!report?.first_read || update.dryRun) return {};
  const files = await readWorkflowFiles(await git('rev-parse', '--show-toplevel'));
  const file = files.find((each) => each.file === UPDATE_WORKFLOW);
  if (!file) return {};
  return { cadence: await measureCadence(github.actions, file, update.now) };
}

/** With the first commit of a week: every scheduled workflow file begins its 60 days anew. */
export async function keepAlive(
  { git, github }: Publication,
  { commit, opensWeek: isFirst }: Progress,
): Promise<Partial<Progress>> {
  if (commit === undefined || !isFirst) return {};
  const files = await readWorkflowFiles(await git('rev-parse', '--show-toplevel'));
  await keepSchedulesAlive(github.actions, files);
  return {};
}
