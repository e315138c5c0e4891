import type { EnglishNouns } from '../domain/nouns.ts';
import { listed, shortened } from '../domain/shortened.ts';
import { UPDATE_WORKFLOW, workflowPage } from '../domain/workflows.ts';
import { asksWhetherOne } from '../ledger/told-apart.ts';
import type { HeldComment, HeldRequest } from '../operate/held/plan-held-request.ts';
import { HELD_BRANCH, requestMarker, type Stamp } from '../operate/held/request-stamp.ts';
import { moversOf } from '../update/movers.ts';
import type { HeldPlan, ReadPlan } from '../update/plan-update.ts';
import { publicAddress } from './address-in-text.ts';
import { clipped, figureAtPlaces, localTime, placesOf, signed } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

const MOVERS_LISTED = 40;
const LISTED = 20;
/** However long names are, the whole text stays within GitHub's limit. */
const LONGEST_TEXT = 400;
const LONGEST_NAME = 80;

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly 'held-request': HeldRequestModel;
    readonly 'held-reminder': Comment & {
      /** The people it reminds, followed by a colon; empty: nobody. */
      readonly owners: string;
      readonly age: string;
      /** What readers are missing in the meantime. */
      readonly missed: string;
    };
    readonly 'held-over': Comment & { readonly date: string; readonly theDistrict: string };
    readonly 'held-moved-on': Comment & { readonly figure: string };
    readonly 'held-problem': Comment & { readonly problem: string };
    readonly 'held-closed': Comment & { readonly word: string; readonly head: string };
  }
}

interface Comment {
  readonly marker: string;
}

/** The text of a pull request, or of the issue that stands in for it. */
export interface HeldRequestModel {
  readonly marker: string;
  readonly standIn: boolean;
  readonly branch: string;
  /** Where to open a pull request from the branch. */
  readonly openHref: string;
  readonly readAt: string;
  readonly reasons: readonly { readonly text: string; readonly since: string }[];
  /** How many more there are. */
  readonly moreReasons: number;
  /** Whether merging declares a counter restart. */
  readonly restart: boolean;
  /** Whether merging says that places are one, and closing that they are not. */
  readonly sameness: boolean;
  readonly figure: string;
  readonly movers: readonly {
    readonly name: string;
    readonly id: string;
    readonly change: string;
    /** Total cases before and after. */
    readonly before: number;
    readonly after: number;
  }[];
  /** How many more movers there are, with a link to them; empty: none. */
  readonly more: string;
  readonly remarks: readonly { readonly label: string; readonly text: string }[];
  readonly date: string;
  readonly nouns: EnglishNouns;
  readonly acceptHow: string;
  readonly rejectHow: string;
  readonly settingsHref: string;
  readonly links: string;
}

/** What the texts about a held update need besides the update. */
export interface TextContext {
  /** Address of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  readonly siteUrl: string | null;
  readonly runUrl: string;
  readonly branch: string;
  readonly settingsPath: string;
  readonly timeZone: string;
  readonly nouns: EnglishNouns;
  /** Whom reminders address, as `@name` or `@organisation/team`. */
  readonly owners: readonly string[];
  /** The last date whose figures readers see; null: none. */
  readonly lastDate: string | null;
}

/**
 * Title and body of the request.
 *
 * @param proposal what merging would publish
 * @param kind whether it is a pull request or the issue that stands in for one
 */
export function requestText(
  held: HeldPlan,
  proposal: ReadPlan,
  stamp: Stamp,
  kind: HeldRequest['kind'],
  context: TextContext,
): { readonly title: string; readonly body: string } {
  const { repositoryUrl, branch } = context;
  const compare = `${repositoryUrl}/compare/${branch}...${HELD_BRANCH}`;
  const openHref = `${compare}?expand=1`;
  const reasons = shortened(held.hold.reasons, LISTED);
  const movers = shortened(moversOf(proposal.update), MOVERS_LISTED);
  const body = renderMarkdown('held-request', {
    marker: requestMarker(stamp),
    standIn: kind === 'issue',
    branch: HELD_BRANCH,
    openHref,
    readAt: localTime(held.update.at, context.timeZone),
    reasons: reasons.shown.map(({ text, since }) => ({
      text: clipped(text, LONGEST_TEXT),
      since: localTime(since, context.timeZone),
    })),
    moreReasons: reasons.rest,
    restart: held.isRestartSuspected,
    sameness: !held.isRestartSuspected && asksWhetherOne(held.hold),
    figure: figure(proposal),
    movers: movers.shown.map((mover) => ({
      name: clipped(mover.name, LONGEST_NAME),
      id: mover.schoolId,
      change: signed(mover.newCases),
      before: mover.totalCases - mover.newCases,
      after: mover.totalCases,
    })),
    more:
      movers.rest > 0
        ? `… and ${placesOf(movers.rest, held.nouns)} more: see [all lines](${compare}).`
        : '',
    remarks: remarks(held, proposal),
    date: stamp.date,
    nouns: held.nouns,
    acceptHow:
      kind === 'pull'
        ? 'merge this pull request.'
        : `[open a pull request](${openHref}) and merge it.`,
    rejectHow: kind === 'pull' ? 'close it without merging.' : 'close this issue.',
    settingsHref: `${repositoryUrl}/edit/${branch}/${context.settingsPath}`,
    links: links(held, compare, context),
  });
  return { title: title(held, proposal, stamp), body };
}

/** The text of a comment, with the hidden marker that keeps it from being posted twice. */
export function heldCommentText(
  comment: HeldComment,
  context: TextContext,
  facts: {
    /** The update that is held now; null: none is, or nothing was read. */
    readonly held: HeldPlan | null;
    readonly head: string | null;
    readonly marker: string;
  },
): string {
  const { marker } = facts;
  switch (comment.kind) {
    case 'reminder': {
      const owners = context.owners.length > 0 ? `${context.owners.join(' ')}: ` : '';
      const age = comment.days === 1 ? 'a day' : `${comment.days} days`;
      return renderMarkdown('held-reminder', { marker, owners, age, missed: missed(context) });
    }
    case 'over': {
      const { theDistrict } = context.nouns;
      return renderMarkdown('held-over', { marker, date: comment.date, theDistrict });
    }
    case 'moved-on':
      return renderMarkdown('held-moved-on', {
        marker,
        figure: facts.held ? figure(facts.held) : NO_FIGURE,
      });
    case 'problem':
      return renderMarkdown('held-problem', {
        marker,
        problem: clipped(comment.text, 4 * LONGEST_TEXT),
      });
    case 'closed':
      return renderMarkdown('held-closed', {
        marker,
        word: ENDS[comment.why],
        head: facts.head ?? 'no commit',
      });
  }
}

const ENDS = {
  accepted: 'A person has accepted the update, and it is published.',
  released: 'The update lasted long enough to be believed, and it is published.',
  recovered: 'The latest read of the source looks normal, so there is nothing left to decide.',
  declined: 'The source shows counts that were declined before, so there is nothing to decide.',
} as const satisfies Record<Extract<HeldComment, { kind: 'closed' }>['why'], string>;

function title(held: HeldPlan, proposal: ReadPlan, { date }: Stamp): string {
  const { line } = proposal.update;
  if (held.isRestartSuspected) return `Held: ${date}, the source may have started from zero`;
  if (!line) return `Held: ${date}, a change without new figures`;
  return `Held: ${date}, ${figureAtPlaces(line.newCases, line.schoolsChanged, held.nouns)}`;
}

const NO_FIGURE = 'No figure changes.';

function figure({ update: { line }, nouns }: HeldPlan | ReadPlan): string {
  return line ? `**${figureAtPlaces(line.newCases, line.schoolsChanged, nouns)}.**` : NO_FIGURE;
}

function remarks(
  { update, findings, isRestartSuspected, nouns }: HeldPlan,
  { files }: ReadPlan,
): HeldRequestModel['remarks'] {
  const renames = update.renames.map(({ oldName, newName }) => `${oldName} → ${newName}`);
  const unknown = update.unknown.map(({ id }) => id);
  const messages = findings.map(({ message }) => message);
  const all = [
    [`New ${nouns.places}`, listed(unknown, LISTED)],
    ['Renamed', listed(renames, LISTED, { by: '; ' })],
    [
      'Settings that merging changes',
      files.has('district.json') || isRestartSuspected ? 'district.json' : '',
    ],
    ['Worth knowing', listed(messages, LISTED, { by: ' · ' })],
  ];
  return all
    .map(([label = '', text = '']) => ({ label, text: clipped(text, 4 * LONGEST_TEXT) }))
    .filter(({ text }) => text !== '');
}

function links(held: HeldPlan, compare: string, context: TextContext): string {
  const { repositoryUrl, siteUrl, runUrl } = context;
  const all: [string, string][] = [
    ['the source', publicAddress(held.snapshot.address)],
    ['all lines', compare],
    ['this run', runUrl],
    ['the site', siteUrl ?? ''],
  ];
  const shown = all.filter(([, href]) => href !== '').map(([text, href]) => `[${text}](${href})`);
  const update = `[Update](${workflowPage(repositoryUrl, UPDATE_WORKFLOW)})`;
  const byHand = held.isRestartSuspected
    ? 'started by hand with this digest under “accept”, records the counts as the correction that they appear to be'
    : 'started by hand with this digest under “accept”, publishes the counts without a merge';
  return `${shown.join(' · ')}\n\nThe workflow ${update}, ${byHand}: \`${held.hold.countsDigest}\`.`;
}

function missed({ lastDate }: TextContext): string {
  return lastDate === null
    ? 'readers see no figures'
    : `readers see the figures as of ${lastDate} and nothing that the source has shown since`;
}
