import { EXIT } from '../../domain/refusal.ts';
import { pushData } from '../../github/push-data.ts';
import type { UpdateReport } from '../../update/update-report.ts';
import { updateWithRegistry } from '../../update/update-with-registry.ts';
import { commitMessage } from '../../wording/commit-message.ts';
import { keepCadence, keepFailing, keepHold } from './keep-state.ts';
import type { Progress, Publication } from './publication.ts';
import { innerStep } from './update-ledger.ts';

/**
 * Writes what is not news (a hold, a failure to read), commits all as the bot and pushes it. Where
 * somebody pushed meanwhile, the body that was read is decided on once more, on their commit.
 */
export async function commitAndPush(
  publication: Publication,
  progress: Progress,
): Promise<Partial<Progress>> {
  const { update, branch, git, say, pause } = publication;
  if (progress.report === undefined) return {};
  if (update.dryRun) {
    say(`Would commit:\n${commitMessage(progress.report)}`);
    return {};
  }
  let report = progress.report;
  await keep(publication, progress, report);
  const commit = await pushData(git, {
    path: update.dataDir,
    branch,
    message: commitMessage(report),
    redo: async () => {
      if (!progress.rejection) {
        const { onBody: _, ...asked } = update;
        const again = { ...asked, body: publication.bodyFile };
        report = await updateWithRegistry(again, innerStep(publication));
      }
      await keep(publication, progress, report);
      return commitMessage(report);
    },
    onRefused: (attempt, reason) =>
      say(`Push ${attempt} was refused, doing the work again on the new head: ${reason}`),
    pause,
  });
  return { commit, report };
}

async function keep(
  { update }: Publication,
  { declined, rejection, streak, cadence }: Progress,
  { exit, held }: UpdateReport,
): Promise<void> {
  if (exit === EXIT.held && held !== null) {
    await keepHold(update, { ...held, declined: declined ?? held.declined });
  }
  if (cadence) await keepCadence(update, cadence);
  // A person who tries another address is told at once, and readers need not be.
  if (rejection && streak && update.source === undefined) {
    await keepFailing(update, rejection, streak);
  }
}
