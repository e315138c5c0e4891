import type { Finding } from '../domain/finding.ts';
import { shortened } from '../domain/shortened.ts';
import { type Instant, millisecondsOf } from '../domain/time.ts';
import type { Failure, Progress } from '../operate/run/publication.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { figureAtSchools, schools, signed } from './figures.ts';
import { publicAddress } from './held-text.ts';
import { inertMarkdown, renderMarkdown } from './markdown.ts';

const MOVERS_LISTED = 20;
const FINDINGS_LISTED = 30;

export interface SummaryContext {
  readonly repositoryUrl: string;
  readonly siteUrl: string | null;
  readonly timeZone: string;
  /** When the schedule starts the next runs, soonest first; it may be an hour late. */
  readonly nextRuns: readonly Instant[];
  readonly dryRun: boolean;
  readonly rebuildOnly: boolean;
  readonly timings: readonly { readonly title: string; readonly milliseconds: number }[];
  /** What a person reads of an error: its message, and what to do. */
  readonly tellError: (error: unknown) => string;
}

/** The page of a run: its outcome first, then figures, movers, warnings, times and where to look. */
export function runSummary(progress: Progress, context: SummaryContext): string {
  const { report } = progress;
  const movers = shortened(report?.movers ?? [], MOVERS_LISTED);
  const outer = context.timings.filter(({ title }) => !title.startsWith('·'));
  const milliseconds = outer.reduce((sum, timing) => sum + timing.milliseconds, 0);
  return renderMarkdown('run-summary', {
    headline: headline(progress, context),
    opening: report?.baseline ? firstRunLines(report, context) : [],
    lines: lines(progress, context),
    movers: movers.shown.map((mover) => ({
      name: mover.name,
      id: mover.school_id,
      change: signed(mover.new_cases),
      total: mover.total_cases,
    })),
    moreMovers: movers.rest > 0 ? `and ${schools(movers.rest)} more` : '',
    told: told(progress),
    timings: context.timings.map((timing) => ({
      title: timing.title,
      seconds: seconds(timing.milliseconds),
    })),
    seconds: seconds(milliseconds),
  });
}

function headline({ report, failure, rejection }: Progress, context: SummaryContext): string {
  const prefix = context.dryRun ? 'Dry run: ' : '';
  if (failure) return `${prefix}Failed at “${failure.step}”`;
  if (rejection) return `${prefix}The source was not read`;
  if (context.rebuildOnly || report === undefined) return `${prefix}The site is built anew`;
  const date = report.reporting_date ?? '';
  const figure = figureAtSchools(report.new_cases, report.schools_changed);
  switch (report.outcome) {
    case 'published':
      return `${prefix}${date}: ${figure}`;
    case 'held':
      return `${prefix}${date}: ${figure} held for a person`;
    case 'checked':
      return `${prefix}${date}: read, ${report.baseline ? 'where the ledger begins' : 'no new cases'}`;
    default:
      return `${prefix}${date === '' ? 'Nothing was read' : `${date}: nothing has changed`}`;
  }
}

function lines(progress: Progress, context: SummaryContext): readonly string[] {
  const { report, commit, deployment, held, failure, rejection, troubles } = progress;
  const { repositoryUrl, siteUrl, tellError } = context;
  const failed = [failure, rejection && { step: '', error: rejection }, ...troubles];
  const source = publicAddress(report?.source ?? null);
  const reasons = report?.held?.reasons ?? [];
  return [
    ...failed
      .filter((one): one is Failure => one !== undefined)
      .map((one) => failureLine(one, tellError)),
    ...reasons
      .slice(0, 10)
      .map(({ text, since }) => `Held: ${inertMarkdown(text)} (since ${since})`),
    held?.url ? `To decide: ${held.url}` : '',
    dayLine(report),
    commit ? `Committed [${commit.slice(0, 10)}](${repositoryUrl}/commit/${commit}).` : '',
    DEPLOYMENTS[deployment](`${repositoryUrl}/actions/workflows/deploy.yml`),
    source ? `[The source](${source})` : '',
    siteUrl ? `[The site](${siteUrl}) and [its status](${siteUrl}status/)` : '',
  ].filter((line) => line !== '');
}

const DEPLOYMENTS = {
  none: () => '',
  dispatched: (href) => `The [deployment](${href}) was started.`,
  'under way': (href) => `The site is behind, and a [deployment](${href}) is under way.`,
  served: () => 'The site shows what is on record.',
  unseen: (href) =>
    `What is on record was [deployed](${href}); whether it is served cannot be seen.`,
} as const satisfies Record<Progress['deployment'], (href: string) => string>;

function failureLine({ step, error }: Failure, tellError: SummaryContext['tellError']): string {
  return `${step ? `“${step}” failed: ` : ''}${inertMarkdown(tellError(error))}`;
}

function dayLine(report: UpdateReport | undefined): string {
  if (report?.outcome !== 'published' || report.day === null) return '';
  const { day, update } = report;
  const how = report.released
    ? ' It had been held, and lasted.'
    : report.accepted
      ? ' It had been held, and a person accepted it.'
      : '';
  return `Update ${update}; the day so far: ${signed(day.new_cases)} at ${schools(day.schools_changed)}.${how}`;
}

function told({ report, findings }: Progress) {
  return [...findings, ...(report?.findings ?? [])].slice(0, FINDINGS_LISTED).map((finding) => ({
    level: finding.level,
    place: place(finding),
    text: [finding.message, finding.tip ?? ''].join(' ').trim(),
  }));
}

function place({ file, line }: Finding): string {
  if (line === undefined) return file ?? '';
  return file === undefined ? `line ${line} of the source` : `${file}, line ${line}`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

const RUNS_NAMED = 3;

export interface FirstRunContext {
  readonly repositoryUrl: string;
  readonly siteUrl: string | null;
  readonly timeZone: string;
  readonly nextRuns: readonly Instant[];
}

/**
 * What somebody who has just set this up wants to know, in five lines: what was read, where the page
 * is, when the next runs are, how trouble is told, how to undo.
 */
export function firstRunLines(report: UpdateReport, context: FirstRunContext): readonly string[] {
  const { repositoryUrl, siteUrl, timeZone, nextRuns } = context;
  const source = publicAddress(report.source);
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
    `Read ${schools(report.unknown_schools.length)} from ${source ? `[the source](${source})` : 'the source'}. These counts are where the ledger begins: nothing of them is new.`,
    siteUrl
      ? `The page is ${siteUrl}, a few minutes from now.`
      : 'The page’s address is not in the settings yet: put it under `site.url` in district.json.',
    next.length > 0
      ? `Next runs, in ${timeZone}: ${next.join('; ')}. GitHub may be an hour late.`
      : 'No run is scheduled: see `.github/workflows/update.yml`.',
    'Trouble is told in an issue that opens and closes itself, a held update in a pull request or an issue: watch this repository to be mailed.',
    `To undo: [Actions → Update](${repositoryUrl}/actions/workflows/update.yml) → … → Disable workflow stops it; \`git revert\` takes back what was committed.`,
  ];
}
