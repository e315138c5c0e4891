import type { Finding } from '../domain/finding.ts';
import { shortened } from '../domain/shortened.ts';
import { type Instant, millisecondsOf } from '../domain/time.ts';
import { DEPLOY_WORKFLOW, UPDATE_WORKFLOW, workflowPage } from '../domain/workflows.ts';
import {
  type DeploymentFact,
  planOf,
  type RunFacts,
  rejectionOf,
  type StepFailure,
} from '../operate/run/publication.ts';
import { moversOf } from '../update/movers.ts';
import type { HeldPlan, ReadPlan } from '../update/plan-update.ts';
import { publicAddress } from './address-in-text.ts';
import { figureAtPlaces, placesOf, seconds, signed } from './figures.ts';
import { inertMarkdown, renderMarkdown } from './markdown.ts';
import { postsLines } from './posts-lines.ts';

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly 'run-summary': RunSummaryModel;
  }
}

/** The summary page of a run. */
export interface RunSummaryModel {
  readonly headline: string;
  /** For the first run: what was read, and what comes next. */
  readonly opening: readonly string[];
  readonly lines: readonly string[];
  readonly movers: readonly {
    readonly name: string;
    readonly id: string;
    readonly change: string;
    /** Total cases of the school. */
    readonly total: number;
  }[];
  /** What it is counted by. */
  readonly place: string;
  /** How many more there are, in words; empty: none. */
  readonly moreMovers: string;
  readonly remarks: readonly {
    readonly level: string;
    /** File and line where it was found; empty: none in particular. */
    readonly place: string;
    readonly text: string;
  }[];
  readonly timings: readonly { readonly title: string; readonly seconds: string }[];
  /** Of all steps together. */
  readonly seconds: string;
  /** The program's version. */
  readonly version: string;
}

const MOVERS_LISTED = 20;
const FINDINGS_LISTED = 30;

/** What the summary needs besides the run's facts. */
export interface SummaryContext {
  readonly repositoryUrl: string;
  /** The program's version. */
  readonly version: string;
  readonly siteUrl: string | null;
  readonly timeZone: string;
  /** When the next runs are scheduled, soonest first. GitHub may start them an hour late. */
  readonly nextRuns: readonly Instant[];
  readonly dryRun: boolean;
  readonly rebuildOnly: boolean;
  readonly timings: readonly { readonly title: string; readonly milliseconds: number }[];
  /** An error in words: its message, and what to do about it. */
  readonly describeError: (error: unknown) => string;
}

/**
 * The summary page of a run: the outcome first, then figures, links, movers, warnings and times.
 */
export function runSummary(facts: RunFacts, context: SummaryContext): string {
  const read = readOf(facts);
  const movers = shortened(read ? moversOf(read.update) : [], MOVERS_LISTED);
  const milliseconds = context.timings.reduce((sum, timing) => sum + timing.milliseconds, 0);
  return renderMarkdown('run-summary', {
    headline: headline(facts, context),
    opening: read?.update.isBaseline ? firstRunLines(read, context) : [],
    lines: lines(facts, context),
    movers: movers.shown.map((mover) => ({
      name: mover.name,
      id: mover.schoolId,
      change: signed(mover.newCases),
      total: mover.totalCases,
    })),
    place: read?.nouns.place ?? '',
    moreMovers: read && movers.rest > 0 ? `and ${placesOf(movers.rest, read.nouns)} more` : '',
    remarks: remarks(facts),
    timings: context.timings.map((timing) => ({
      title: timing.title,
      seconds: seconds(timing.milliseconds),
    })),
    seconds: seconds(milliseconds),
    version: context.version,
  });
}

function headline(facts: RunFacts, { dryRun, rebuildOnly }: SummaryContext): string {
  const prefix = dryRun ? 'Dry run: ' : '';
  const plan = planOf(facts);
  if (facts.failure) return `${prefix}Failed at “${facts.failure.step}”`;
  if (rejectionOf(facts)) return `${prefix}The source was not read`;
  if (rebuildOnly || plan === null) return `${prefix}The site is rebuilt`;
  if (plan.kind === 'unread') return `${prefix}Nothing was read`;
  const { date, line, isBaseline } = plan.update;
  const figure = figureAtPlaces(line?.newCases ?? 0, line?.schoolsChanged ?? 0, plan.nouns);
  switch (plan.kind) {
    case 'published':
      return `${prefix}${date}: ${figure}`;
    case 'held':
      return `${prefix}${date}: ${figure} held for a person`;
    case 'checked':
      return `${prefix}${date}: read, ${isBaseline ? 'where the ledger begins' : 'no new cases'}`;
    case 'unchanged':
      return `${prefix}${date}: nothing has changed`;
  }
}

function lines(facts: RunFacts, context: SummaryContext): readonly string[] {
  const { push, deployment, held } = facts;
  const { repositoryUrl, siteUrl, describeError } = context;
  const read = readOf(facts);
  const source = publicAddress(read?.snapshot.address ?? null);
  const reasons = read?.kind === 'held' ? read.hold.reasons : [];
  const request = held.kind === 'brought-up-to-date' ? held.done.url : null;
  return [
    ...failures(facts).map((one) => failureLine(one, describeError)),
    ...reasons
      .slice(0, 10)
      .map(({ text, since }) => `Held: ${inertMarkdown(text)} (since ${since})`),
    request ? `To decide: ${request}` : '',
    read && read.kind !== 'held' ? dayLine(read) : '',
    push.kind === 'pushed'
      ? `Committed [${push.commit.slice(0, 10)}](${repositoryUrl}/commit/${push.commit}).`
      : '',
    ...postsLines(facts),
    DEPLOYMENTS[deployment.kind](workflowPage(repositoryUrl, DEPLOY_WORKFLOW)),
    source ? `[The source](${source})` : '',
    siteUrl ? `[The site](${siteUrl}) and [its status](${siteUrl}status/)` : '',
  ].filter((line) => line !== '');
}

/** The plan of this run's read; null: nothing was read, or the source was rejected. */
function readOf(facts: RunFacts): ReadPlan | HeldPlan | null {
  const plan = planOf(facts);
  return plan === null || plan.kind === 'unread' ? null : plan;
}

function failures(facts: RunFacts): readonly StepFailure[] {
  const rejection = rejectionOf(facts);
  return [
    ...(facts.failure ? [facts.failure] : []),
    ...(rejection ? [{ step: '', error: rejection }] : []),
    ...facts.troubles,
  ];
}

const DEPLOYMENTS = {
  unknown: () => '',
  dispatched: (href) => `The [deployment](${href}) was started.`,
  'under-way': (href) => `The site is behind, and a [deployment](${href}) is under way.`,
  served: () => 'The site shows what is on record.',
  'no-pages': () => 'Nothing was deployed, because Pages is not set to publish it.',
  unseen: (href) =>
    `What is on record was [deployed](${href}); whether it is served could not be checked.`,
} as const satisfies Record<DeploymentFact['kind'], (href: string) => string>;

function failureLine(
  { step, error }: StepFailure,
  describeError: SummaryContext['describeError'],
): string {
  return `${step ? `“${step}” failed: ` : ''}${inertMarkdown(describeError(error))}`;
}

function dayLine({ kind, update, passedBy, nouns }: ReadPlan): string {
  const day = update.after.days.at(-1);
  if (kind !== 'published' || !day) return '';
  const how =
    passedBy === 'persistence'
      ? ' It had been held, and was released because it lasted.'
      : passedBy === 'person'
        ? ' It had been held, and was accepted by a person.'
        : '';
  return `Update ${update.line?.update}; the day so far: ${signed(day.newCases)} at ${placesOf(day.schoolsChanged, nouns)}.${how}`;
}

function remarks(facts: RunFacts): RunSummaryModel['remarks'] {
  const found = [...facts.findings, ...(planOf(facts)?.findings ?? [])];
  return found.slice(0, FINDINGS_LISTED).map((finding) => ({
    level: finding.level,
    place: place(finding),
    text: [finding.message, finding.tip ?? ''].join(' ').trim(),
  }));
}

function place({ file, line }: Finding): string {
  if (line === undefined) return file ?? '';
  return file === undefined ? `line ${line} of the source` : `${file}, line ${line}`;
}

const RUNS_NAMED = 3;

/**
 * What somebody who has just set this up wants to know, in five lines: what was read, where the
 * site is, when the next runs are, how problems are reported, how to undo.
 */
function firstRunLines(
  { update, snapshot, nouns }: ReadPlan | HeldPlan,
  context: SummaryContext,
): readonly string[] {
  const { repositoryUrl, siteUrl, timeZone, nextRuns } = context;
  const source = publicAddress(snapshot.address);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const next = nextRuns.slice(0, RUNS_NAMED).map((at) => clock.format(millisecondsOf(at)));
  return [
    `Read ${placesOf(update.unknown.length, nouns)} from ${source ? `[the source](${source})` : 'the source'}. The ledger begins with these counts: none of them is a new case.`,
    siteUrl
      ? `The site will be at ${siteUrl} in a few minutes.`
      : 'The site’s address is not in the settings yet: put it under `site.url` in district.json.',
    next.length > 0
      ? `Next runs, in ${timeZone}: ${next.join('; ')}. GitHub may start them an hour late.`
      : 'No run is scheduled: see `.github/workflows/update.yml`.',
    'Problems are reported in an issue that opens and closes by itself, held updates in a pull request or an issue: watch this repository to be mailed about them.',
    `To undo: [Actions → Update](${workflowPage(repositoryUrl, UPDATE_WORKFLOW)}) → … → Disable workflow stops it; \`git revert\` undoes what was committed.`,
  ];
}
