import type { Finding } from '../domain/finding.ts';
import { hoursBetween, reportingDateAt } from '../domain/time.ts';
import { daysAfter } from '../ledger/day-line.ts';
import type { Ledger, OldCopy } from '../ledger/model.ts';
import { olderStateOf } from '../ledger/old-copy.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Settings } from '../settings/schema.ts';

/** A read that shows an older state of the sheet: its date gets its line, and nothing is taken back. */
export interface OldCopyRead {
  /** The update without its changes. */
  readonly update: Update;
  /** Says what the source showed. */
  readonly finding: Finding;
}

/**
 * The read without its news, if it shows the counts of an earlier update again and has not done so
 * for longer than the settings allow (`guards.oldCopyHours`). A hold on record stays: an old copy is
 * no evidence for or against it.
 *
 * @returns undefined if the read has to be judged as news
 */
export function asOldCopy(
  ledger: Ledger,
  update: Update,
  settings: Settings,
): OldCopyRead | undefined {
  const older = olderStateOf(ledger, update, settings);
  if (!older) return undefined;
  const copy = seenAgain(ledger.oldCopy, update, settings.timeZone);
  const { oldCopyHours } = settings.guards;
  if (hoursBetween(copy.since, update.at) >= oldCopyHours) return undefined;
  const finding: Finding = {
    level: 'notice',
    code: 'old-copy',
    message: `The source shows again what was on record until ${older.until}: an old copy, which is not news`,
    tip: `If it shows nothing else for ${oldCopyHours} hours, that is a correction. To publish it now: npm run update -- --accept ${update.countsDigest}`,
  };
  return { update: withoutNews(ledger, update, copy), finding };
}

/** What is on record of an old copy after this read; it changes once per date at most. */
function seenAgain(
  known: OldCopy | null,
  { countsDigest, at, date }: Update,
  timeZone: string,
): OldCopy {
  if (known?.countsDigest !== countsDigest) return { countsDigest, since: at, checkedAt: at };
  return reportingDateAt(known.checkedAt, timeZone) === date ? known : { ...known, checkedAt: at };
}

function withoutNews(ledger: Ledger, update: Update, oldCopy: OldCopy): Update {
  const { date, at } = update;
  const schools = [...ledger.schools.values()];
  const days = daysAfter(ledger, { date, at, cases: [], schools, districtTotal: null });
  return {
    ...update,
    line: undefined,
    cases: [],
    doubted: [],
    renames: [],
    unknown: [],
    namesakes: [],
    missing: [],
    unreported: [],
    returned: [],
    after: { ...ledger, days, failing: null, oldCopy },
  };
}
