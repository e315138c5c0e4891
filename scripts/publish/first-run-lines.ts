import { type Instant, millisecondsOf } from '../domain/reporting-date.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { publicAddress } from './held/held-text.ts';

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
  const count = report.unknown_schools.length;
  return [
    `Read ${count === 1 ? '1 school' : `${count} schools`} from ${source ? `[the source](${source})` : 'the source'}. These counts are where the ledger begins: nothing of them is new.`,
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
