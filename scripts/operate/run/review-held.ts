import { nounsOf } from '../../domain/nouns.ts';
import { reportingDateAt } from '../../domain/time.ts';
import type { GitHub } from '../../github/github.ts';
import type { Hold } from '../../ledger/model.ts';
import { asksWhetherOne } from '../../ledger/told-apart.ts';
import { asDeclined, planProposal, planUpdate, type UpdatePlan } from '../../update/plan-update.ts';
import { issuesOff } from '../alarm/issues-off.ts';
import { checkAnnounced } from '../deployment/check-announced.ts';
import { bringHeldUpToDate, type HeldSync, planHeld } from '../held/bring-up-to-date.ts';
import { codeOwners } from '../held/code-owners.ts';
import { declinedKey, findRequest } from '../held/find-request.ts';
import { dataPath } from '../held/held-branch.ts';
import type { HeldRequest, HoldStatus } from '../held/plan-held-request.ts';
import { buildOf } from './open-world.ts';
import { type Publication, planOf, type RunFacts, worldOf } from './publication.ts';

/**
 * Asks GitHub for the open request of a held update and, if there is none, whether it was declined.
 */
export async function lookForRequest(
  { github, update, evidence }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  if (facts.read.kind === 'unknown') return {};
  const open = await findRequest(github);
  const plan = planOf(facts);
  if (plan?.kind !== 'held' || open !== null) {
    return { request: { kind: 'asked', open, declined: null } };
  }
  const answered = await answeredKey(github, worldOf(facts).ledger.held);
  if (answered !== null) {
    const { located } = facts;
    const options = { ...update, ...(located ? { located } : {}) };
    const again = planUpdate(asDeclined(worldOf(facts), answered), plan.snapshot, options);
    await evidence.plan(again);
    return {
      request: { kind: 'asked', open, declined: answered },
      read: { kind: 'planned', plan: again },
    };
  }
  return { request: { kind: 'asked', open, declined: await declinedKey(github, plan.hold) } };
}

/**
 * The key of the hold on record, if it asks whether places are one and a person has just declined it:
 * then they are not, whatever the counts are now.
 */
async function answeredKey(github: GitHub, onRecord: Hold | null): Promise<string | null> {
  if (onRecord === null || !asksWhetherOne(onRecord) || onRecord.declined === onRecord.key) {
    return null;
  }
  return declinedKey(github, onRecord);
}

/** Brings the held update's branch and request up to date after this run's read. */
export async function reviewHeld(
  publication: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { request } = facts;
  if (facts.read.kind === 'unknown' || request.kind !== 'asked') return {};
  const sync = await syncOf(publication, facts, request.open);
  if (publication.update.dryRun) {
    const plan = { ...(await planHeld(sync)), request: request.open?.url ?? null };
    publication.say(`The held update’s branch and request: ${JSON.stringify(plan)}`);
    return {};
  }
  const done = await bringHeldUpToDate(sync);
  const held = { kind: 'brought-up-to-date', done } as const;
  if (!done.isUnheard) return { held };
  const unheard = issuesOff(
    'An update waits for a person, but nobody can be asked: Actions may not open pull requests here, and this repository has Issues off',
    publication.repositoryUrl,
  );
  return { held, findings: [...facts.findings, unheard] };
}

async function syncOf(
  { update, git, github, repositoryUrl, run, branch }: Publication,
  facts: RunFacts,
  request: HeldRequest | null,
): Promise<HeldSync> {
  const world = worldOf(facts);
  const { ledger, settings } = world;
  const { timeZone } = settings;
  const { now, dataDir } = update;
  const folder = await dataPath(git, dataDir);
  const plan = planOf(facts);
  const held = plan?.kind === 'held' ? plan : null;
  return {
    git,
    github,
    dataDir,
    now,
    request,
    checkAnnounced: (folder) => checkAnnounced(folder, buildOf(facts), git.in(folder)),
    folder,
    held,
    propose: () => {
      if (held === null) throw new RangeError('no update is held that could be proposed');
      return planProposal(world, held);
    },
    hold: holdStatus(plan, ledger.held, timeZone),
    today: reportingDateAt(update.at ?? now, timeZone),
    text: {
      repositoryUrl,
      siteUrl: settings.site.url,
      runUrl: run.url,
      branch,
      settingsPath: `${folder}/district.json`,
      timeZone,
      nouns: nounsOf(settings),
      owners: await codeOwners(await git('rev-parse', '--show-toplevel')),
      lastDate: ledger.days.at(-1)?.date ?? null,
    },
  };
}

/** @param onRecord `held.json` after this run's commit */
function holdStatus(plan: UpdatePlan | null, onRecord: Hold | null, timeZone: string): HoldStatus {
  if (plan?.kind === 'held') {
    const { key } = plan.hold;
    const declined = onRecord?.declined ?? null;
    return { kind: 'held', key, date: plan.update.date, declined, isFresh: true };
  }
  // An old copy of the sheet ends no hold: it leaves it on record.
  if (plan !== null && plan.kind !== 'unread' && plan.ledger.held === null) {
    const { passedBy } = plan;
    const ended = { person: 'accepted', persistence: 'released' } as const;
    return { kind: 'none', ended: passedBy === null ? 'recovered' : ended[passedBy] };
  }
  if (onRecord === null) return { kind: 'none', ended: 'recovered' };
  const { key, checkedAt, declined } = onRecord;
  const date = reportingDateAt(checkedAt, timeZone);
  return { kind: 'held', key, date, declined, isFresh: false };
}
