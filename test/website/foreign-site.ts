import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nounsOf } from '../../scripts/domain/nouns.ts';
import { codeOwners } from '../../scripts/operate/held/code-owners.ts';
import type { HeldComment } from '../../scripts/operate/held/plan-held-request.ts';
import { stampOf } from '../../scripts/operate/held/request-stamp.ts';
import { planProposal } from '../../scripts/update/plan-update.ts';
import { refreshRegistry } from '../../scripts/update/refresh-registry.ts';
import { runUpdate, type UpdateResult } from '../../scripts/update/run-update.ts';
import { openWorld } from '../../scripts/update/world.ts';
import { buildSite, type SiteFiles } from '../../scripts/website/build-site.ts';
import { commitMessage } from '../../scripts/wording/commit-message.ts';
import { heldCommentText, requestText, type TextContext } from '../../scripts/wording/held-text.ts';
import { dryRunText } from '../../scripts/wording/plan-text.ts';
import { registryText } from '../../scripts/wording/registry-text.ts';
import { releaseText } from '../../scripts/wording/release-text.ts';
import { updateText } from '../../scripts/wording/update-text.ts';
import { reportingDate } from '../../site/shared/time.ts';
import { projectFolder, scratch } from '../command-line.ts';
import { instant } from '../world.ts';
import { noAssets } from './html.ts';

export const FOREIGN_SITES = ['measles-by-county', 'care-homes', 'arrondissements'] as const;
export type ForeignSite = (typeof FOREIGN_SITES)[number];

/** A site of places that are no schools, and everything that was said while it came about. */
export interface Walk {
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Path below the site → text; cards are drawings. */
  readonly files: SiteFiles;
  /** What was said, by where it was said. */
  readonly said: ReadonlyMap<string, string>;
}

const NOW = instant('2026-06-01');
const OFFLINE = { allowHosts: [], guardPrivateAddresses: false } as const;

/**
 * Reads the sheets of a site day by day through the real pipeline: the last one is held. Then builds it
 * and writes what a person is sent.
 */
export async function walk(name: ForeignSite): Promise<Walk> {
  const folder = join(projectFolder, 'test/website/foreign-sites', name);
  const dataDir = await scratch();
  await cp(join(folder, 'district.json'), join(dataDir, 'district.json'));
  const files = (await readdir(folder)).filter((file) => /^\d.*\.csv$/.test(file)).sort();
  const said = new Map<string, string>();
  let last: UpdateResult | undefined;
  for (const [index, file] of files.entries()) {
    const date = file.slice(0, 10);
    last = await update(dataDir, join(folder, file), `${date}T20:00:00Z`);
    said.set(`console ${date}`, updateText(last.plan, false));
    say(said, date, last);
    if (index === 0 && last.world.settings.locations !== null) {
      const refreshed = await refreshRegistry({
        ...OFFLINE,
        dataDir,
        locations: join(folder, 'locations.csv'),
        now: NOW,
        seconds: 5,
        dryRun: false,
      });
      const { changes, schools, nouns, findings } = refreshed;
      said.set('console of the registry', registryText(changes, schools, nouns, false));
      said.set('findings of the registry', findings.map(({ message }) => message).join('\n'));
    }
  }
  if (last === undefined) throw new RangeError(`${name} has no sheets`);
  await sayHeld(said, last);
  const { ledger, settings } = await openWorld(dataDir, NOW);
  const day = ledger.days.findLast(({ schoolsChanged }) => schoolsChanged > 0);
  const date = day?.date ?? reportingDate('2026-01-01');
  const wanted = { kind: 'day' as const, date, tag: `data-${date}`, dueSince: NOW, isLatest: true };
  const release = releaseText(wanted, ledger, settings);
  said.set('release', `${release.title}\n${release.body}`);
  const baseUrl = settings.site.url ?? '';
  const site = buildSite({ ledger, settings, at: NOW, baseUrl, commit: null }, noAssets);
  return { dataDir, baseUrl, files: site, said };
}

function update(dataDir: string, source: string, at: string): Promise<UpdateResult> {
  const request = { dataDir, source, at: instant(at), now: NOW, accept: undefined, dryRun: false };
  return runUpdate({ ...request, ...OFFLINE }, async (_title, action) => action());
}

function say(said: Map<string, string>, date: string, { world, plan }: UpdateResult): void {
  said.set(`findings ${date}`, plan.findings.map(({ message }) => message).join('\n'));
  said.set(`commit ${date}`, commitMessage({ kind: 'planned', plan }));
  said.set(`dry run ${date}`, dryRunText(world, plan));
}

async function sayHeld(said: Map<string, string>, { world, plan }: UpdateResult): Promise<void> {
  if (plan.kind !== 'held') throw new RangeError(`the last sheet is ${plan.kind}, not held`);
  const { settings } = world;
  const context: TextContext = {
    repositoryUrl: settings.repository,
    siteUrl: settings.site.url,
    runUrl: `${settings.repository}/actions/runs/1`,
    branch: 'main',
    settingsPath: 'data/district.json',
    timeZone: settings.timeZone,
    nouns: nounsOf(settings),
    owners: await codeOwners(world.dataDir),
    lastDate: plan.update.date,
  };
  const stamp = { key: plan.hold.key, date: plan.update.date };
  for (const kind of ['pull', 'issue'] as const) {
    const { title, body } = requestText(plan, planProposal(world, plan), stamp, kind, context);
    said.set(`held ${kind}`, `${title}\n${body}`);
    if (stampOf(body)?.key !== stamp.key) throw new RangeError('the request has no stamp');
  }
  const facts = { held: plan, head: 'abc', marker: '<!-- x -->' };
  const comments: readonly HeldComment[] = [
    { kind: 'reminder', id: 'a', days: 3 },
    { kind: 'over', id: 'b', date: plan.update.date },
    { kind: 'moved-on', id: 'c' },
    { kind: 'closed', id: 'd', why: 'accepted' },
  ];
  for (const comment of comments) {
    said.set(`comment ${comment.kind}`, heldCommentText(comment, context, facts));
  }
}
