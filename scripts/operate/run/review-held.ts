import { reportingDate, reportingDateAt } from '../../domain/time.ts';
import type { Held } from '../../ledger/model.ts';
import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { UpdateReport } from '../../update/update-report.ts';
import { bringHeldUpToDate, type HeldSync, planHeld } from '../held/bring-up-to-date.ts';
import { codeOwners } from '../held/code-owners.ts';
import { declinedKey, findRequest } from '../held/find-request.ts';
import { dataPath } from '../held/held-branch.ts';
import type { HeldRequest, Hold } from '../held/plan-held-request.ts';
import type { Progress, Publication } from './publication.ts';
import { innerStep } from './update-ledger.ts';

/** Asks GitHub for the open request of a held update, or whether a person has declined it. */
export async function lookForRequest(
  { github }: Publication,
  { report }: Progress,
): Promise<Partial<Progress>> {
  if (report === undefined) return {};
  const request = await findRequest(github);
  const isAsked = report.held !== null && request === null;
  return { request, declined: isAsked ? await declinedKey(github, report.held) : null };
}

/** Makes the held update's branch and request what they should be after this run's read. */
export async function reviewHeld(
  publication: Publication,
  progress: Progress,
): Promise<Partial<Progress>> {
  const { report, request } = progress;
  if (report === undefined || request === undefined) return {};
  const sync = await syncOf(publication, progress, report, request);
  if (publication.update.dryRun) {
    const plan = { ...(await planHeld(sync)), request: sync.request?.url ?? null };
    publication.say(`The held update’s branch and request: ${JSON.stringify(plan)}`);
    return {};
  }
  return { held: await bringHeldUpToDate(sync) };
}

async function syncOf(
  publication: Publication,
  { served }: Progress,
  report: UpdateReport,
  request: HeldRequest | null,
): Promise<HeldSync> {
  const { update, git, repositoryUrl, run, branch } = publication;
  const { now, dataDir } = update;
  const settings = await loadSettings(dataDir);
  const { timeZone } = settings;
  const ledger = await openLedger(dataDir, { notAfter: now, timeZone });
  return {
    ...publication,
    request,
    served,
    report,
    hold: holdOf(report, ledger.held, timeZone),
    now,
    today: reportingDateAt(update.at ?? now, timeZone),
    text: {
      repositoryUrl,
      siteUrl: settings.site.url,
      runUrl: run.url,
      branch,
      settingsPath: `${await dataPath(git, dataDir)}/district.json`,
      timeZone,
      owners: await codeOwners(await git('rev-parse', '--show-toplevel')),
      lastDate: ledger.days.at(-1)?.date ?? null,
    },
    step: innerStep(publication),
  };
}

/** @param onRecord `held.json` after this run's commit */
function holdOf(report: UpdateReport, onRecord: Held | null, timeZone: string): Hold {
  if (report.held !== null && report.reporting_date !== null) {
    const { key } = report.held;
    const date = reportingDate(report.reporting_date);
    return { kind: 'held', key, date, declined: onRecord?.declined ?? null, isFresh: true };
  }
  if (report.checked_at !== null || onRecord === null) {
    const ended = report.accepted ? 'accepted' : report.released ? 'released' : 'recovered';
    return { kind: 'none', ended };
  }
  const { key, checkedAt, declined } = onRecord;
  return {
    kind: 'held',
    key,
    date: reportingDateAt(checkedAt, timeZone),
    declined,
    isFresh: false,
  };
}
