import { millisecondsOf, parseInstant } from '../domain/time.ts';
import { HELD_BRANCH } from '../operate/held/held-branch.ts';
import type { HeldRequest, Saying } from '../operate/held/plan-held-request.ts';
import { requestMarker, type Stamp } from '../operate/held/stamp.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { renderMarkdown } from './markdown.ts';

const MOVERS_LISTED = 40;
const NAMES_LISTED = 20;
const REASONS_LISTED = 20;
const LONGEST_TEXT = 400;
const LONGEST_NAME = 80;

export interface TextContext {
  /** Address of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  readonly siteUrl: string | null;
  readonly runUrl: string;
  readonly branch: string;
  readonly settingsPath: string;
  readonly timeZone: string;
  /** `@name`, of whom reminders ask. */
  readonly owners: readonly string[];
  /** Last date whose figures readers see. */
  readonly lastDate: string | null;
}

/** Title and body of the request. @param draft what merging would publish */
export function requestText(
  held: UpdateReport,
  draft: UpdateReport,
  stamp: Stamp,
  kind: HeldRequest['kind'],
  context: TextContext,
): { readonly title: string; readonly body: string } {
  const { repositoryUrl, branch } = context;
  const compare = `${repositoryUrl}/compare/${branch}...${HELD_BRANCH}`;
  const openHref = `${compare}?expand=1`;
  const reasons = held.held?.reasons ?? [];
  const body = renderMarkdown('held-request', {
    marker: requestMarker(stamp),
    standIn: kind === 'issue',
    branch: HELD_BRANCH,
    openHref,
    readAt: localTime(held.checked_at, context.timeZone),
    reasons: reasons.slice(0, REASONS_LISTED).map(({ text, since }) => ({
      text: clipped(text),
      since: localTime(since, context.timeZone),
    })),
    moreReasons: Math.max(0, reasons.length - REASONS_LISTED),
    restart: held.restart_suspected,
    figure: figure(draft),
    movers: draft.movers.slice(0, MOVERS_LISTED).map((mover) => ({
      name: clipped(mover.name, LONGEST_NAME),
      id: mover.school_id,
      change: signed(mover.new_cases),
      before: mover.total_cases - mover.new_cases,
      after: mover.total_cases,
    })),
    more: more(draft, compare),
    remarks: remarks(held, draft),
    date: stamp.date,
    acceptHow:
      kind === 'pull'
        ? 'merge this pull request.'
        : `[open a pull request](${openHref}) and merge it.`,
    rejectHow: kind === 'pull' ? 'close it without merging.' : 'close this issue.',
    settingsHref: `${repositoryUrl}/edit/${branch}/${context.settingsPath}`,
    links: links(held, compare, context),
  });
  return { title: title(held, draft, stamp), body };
}

/** A comment, with the hidden marker by which it is known again. */
export function sayingText(
  saying: Saying,
  context: TextContext,
  facts: { readonly report: UpdateReport; readonly head: string | null; readonly marker: string },
): string {
  const it = { ...saying, marker: facts.marker };
  switch (saying.kind) {
    case 'reminder': {
      const owners = context.owners.length > 0 ? `${context.owners.join(' ')}: ` : '';
      const age = saying.days === 1 ? 'a day' : `${saying.days} days`;
      return renderMarkdown('held-reminder', { ...it, owners, age, missed: missed(context) });
    }
    case 'over':
      return renderMarkdown('held-over', it);
    case 'moved-on':
      return renderMarkdown('held-moved-on', { ...it, figure: figure(facts.report) });
    case 'problem':
      return renderMarkdown('held-problem', {
        ...it,
        problem: clipped(saying.text, 4 * LONGEST_TEXT),
      });
    case 'closed':
      return renderMarkdown('held-closed', {
        ...it,
        word: ENDS[saying.why],
        head: facts.head ?? 'no commit',
      });
  }
}

const ENDS = {
  accepted: 'A person has accepted the update, and it is published.',
  released: 'The update lasted long enough to be believed, and it is published.',
  recovered:
    'The latest read of the source is not unusual, so there is nothing to decide any more.',
  declined:
    'The source shows counts again that were declined before, so there is nothing to decide.',
} as const satisfies Record<Extract<Saying, { kind: 'closed' }>['why'], string>;

function title(held: UpdateReport, draft: UpdateReport, { date }: Stamp): string {
  if (held.restart_suspected) return `Held: ${date}, the source may have started from zero`;
  if (draft.update === null) return `Held: ${date}, a change without new figures`;
  return `Held: ${date}, ${signed(draft.new_cases)} new cases at ${schools(draft.schools_changed)}`;
}

function figure(report: UpdateReport): string {
  if (report.update === null && report.schools_changed === 0) return 'No figure changes.';
  return `**${signed(report.new_cases)} new cases at ${schools(report.schools_changed)}.**`;
}

function more({ movers }: UpdateReport, compare: string): string {
  const rest = movers.length - MOVERS_LISTED;
  return rest > 0 ? `… and ${schools(rest)} more: see [all lines](${compare}).` : '';
}

function remarks(held: UpdateReport, draft: UpdateReport) {
  const renames = held.renames.map((rename) => `${rename.old_name} → ${rename.new_name}`);
  const told = [
    ['Schools not known before', listed(held.unknown_schools, ', ')],
    ['Renamed', listed(renames, '; ')],
    [
      'Settings that merging changes',
      draft.files.includes('district.json') || held.restart_suspected ? 'district.json' : '',
    ],
    [
      'Worth knowing',
      listed(
        held.findings.map(({ message }) => message),
        ' · ',
      ),
    ],
  ];
  return told
    .map(([label = '', text = '']) => ({ label, text: clipped(text, 4 * LONGEST_TEXT) }))
    .filter(({ text }) => text !== '');
}

function links(held: UpdateReport, compare: string, context: TextContext): string {
  const { repositoryUrl, siteUrl, runUrl } = context;
  const told: [string, string][] = [
    ['the source', publicAddress(held.source)],
    ['all lines', compare],
    ['this run', runUrl],
    ['the site', siteUrl ?? ''],
  ];
  const shown = told.filter(([, href]) => href !== '').map(([text, href]) => `[${text}](${href})`);
  const update = `[Update](${repositoryUrl}/actions/workflows/update.yml)`;
  const byHand = held.restart_suspected
    ? 'started by hand with this digest under “accept”, records the counts as the correction they look like'
    : 'started by hand with this digest under “accept”, publishes the counts without a merge';
  return `${shown.join(' · ')}\n\nThe workflow ${update}, ${byHand}: \`${held.counts_digest ?? ''}\`.`;
}

/** An address without what may be a secret; '' for a file, or where it would end a link. */
export function publicAddress(address: string | null): string {
  if (address === null || !URL.canParse(address)) return '';
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/key|token|secret|sig|auth|pass/i.test(name)) url.searchParams.set(name, '…');
  }
  return url.href.replaceAll('(', '%28').replaceAll(')', '%29');
}

function missed({ lastDate }: TextContext): string {
  return lastDate === null
    ? 'readers see nothing'
    : `readers see the figures as of ${lastDate}, and miss what the source has shown since`;
}

function listed(names: readonly string[], by: string): string {
  const rest = names.length - NAMES_LISTED;
  const shown = names.slice(0, NAMES_LISTED).join(by);
  return rest > 0 ? `${shown}${by}and ${rest} more` : shown;
}

/** However long a name is, the whole stays within what GitHub takes. */
function clipped(text: string, longest = LONGEST_TEXT): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function localTime(text: string | null, timeZone: string): string {
  const instant = parseInstant(text ?? '');
  if (instant === undefined) return 'an unknown instant';
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${clock.format(millisecondsOf(instant))} (${timeZone})`;
}

function schools(count: number): string {
  return count === 1 ? '1 school' : `${count} schools`;
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count).replace('-', '−');
}
