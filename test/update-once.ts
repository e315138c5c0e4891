import { runUpdate, type UpdateRequest } from '../scripts/update/run-update.ts';
import { reportOf, type UpdateReport } from '../scripts/update/update-report.ts';

/** One update without a process of its own, reported as `--report FILE` would. */
export async function updateOnce(request: UpdateRequest): Promise<UpdateReport> {
  const { plan } = await runUpdate(request, async (_title, action) => action());
  return reportOf(plan);
}
