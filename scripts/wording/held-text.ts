import { listed, shortened } from '../domain/shortened.ts';
import { parseInstant } from '../domain/time.ts';
import { HELD_BRANCH } from '../operate/held/held-branch.ts';
import type { HeldRequest, Saying } from '../operate/held/plan-held-request.ts';
import { requestMarker, type Stamp } from '../operate/held/stamp.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { clipped, figureAtSchools, localTime, schools, signed } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

const MOVERS_LISTED = 40;
const NAMES_LISTED = 20;
const REASONS_LISTED = 20;
/** However long a name is, the whole stays within what GitHub takes. */
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
  const reasons = shortened(held.held?.reasons ?? [], REASONS_LISTED);
  const movers = shortened(draft.movers, MOVERS_LISTED);
  const body = renderMarkdown('held-request', {
    marker: requestMarker(stamp),
    standIn: kind === 'issue',
    branch: HELD_BRANCH,
    openHref,
    readAt: clockTime(held.checked_at, context),
    reasons: reasons.shown.map(({ text, since }) => ({
      text: clipped(text, LONGEST_TEXT),
      since: clockTime(since, context),
    })),
    moreReasons: reasons.rest,
    restart: held.restart_suspected,
    figure: figure(draft),
    movers: movers.shown.map((mover) => ({
      name: clipped(mover.name, LONGEST_NAME),
      id: mover.school_id,
      change: signed(mover.new_cases),
      before: mover.total_cases - mover.new_cases,
      after: mover.total_cases,
    })),
    more: movers.rest > 0 ? `… and ${schools(movers.rest)} more: see [all lines](${compare}).` : '',
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
  return `Held: ${date}, ${figureAtSchools(draft.new_cases, draft.schools_changed)}`;
}

function figure(report: UpdateReport): string {
  if (report.update === null && report.schools_changed === 0) return 'No figure changes.';
  return `**${figureAtSchools(report.new_cases, report.schools_changed)}.**`;
}

function remarks(held: UpdateReport, draft: UpdateReport) {
  const renames = held.renames.map((rename) => `${rename.old_name} → ${rename.new_name}`);
  const told = [
    ['Schools not known before', listed(held.unknown_schools, NAMES_LISTED)],
    ['Renamed', listed(renames, NAMES_LISTED, { by: '; ' })],
    [
      'Settings that merging changes',
      draft.files.includes('district.json') || held.restart_suspected ? 'district.json' : '',
    ],
    [
      'Worth knowing',
      listed(
        held.findings.map(({ message }) => message),
        NAMES_LISTED,
        { by: ' · ' },
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

/** @param text an instant; null when the source was not read */
function clockTime(text: string | null, { timeZone }: TextContext): string {
  const instant = parseInstant(text ?? '');
  return instant === undefined ? 'an unknown instant' : localTime(instant, timeZone);
}
