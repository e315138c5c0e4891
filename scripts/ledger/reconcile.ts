import { refuseSource, refuseUsage } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { normalizeName } from '../domain/school-name.ts';
import { type Instant, type ReportingDate, reportingDateAt } from '../domain/time.ts';
import { caseLines, sumsOf, updateLine } from './case-lines.ts';
import { countsDigest } from './counts-digest.ts';
import { daysAfter } from './day-line.ts';
import {
  isKnownByNameOnly,
  type MatchedRow,
  matchSchools,
  type SameSchools,
  unreportedSchools,
} from './match-schools.ts';
import { type Mergers, mergedSchools, movedCases } from './merge-schools.ts';
import { missingSchools } from './missing-schools.ts';
import type { CaseLine, Ledger, RenameLine, School, UpdateLine } from './model.ts';
import { registryAfter } from './registry.ts';
import type { Rules } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import { restartsAtStart, restartsOn, totalsAtRestart, totalsNow } from './totals.ts';

/** What a person has said of places that may be one. */
export interface Identities {
  readonly same: SameSchools;
  readonly mergers: Mergers;
}

const NOTHING_SAID: Identities = { same: new Map(), mergers: new Map() };

/**
 * What one read of the source means for the ledger. Nothing has been decided or written yet: the
 * guards still check it, and a person may reject it.
 */
export interface Update {
  readonly date: ReportingDate;
  readonly at: Instant;
  /** Whether this is the first read ever: counts became baselines and nothing counts as new. */
  readonly isBaseline: boolean;
  /** The update's line; undefined when no count changed. */
  readonly line: UpdateLine | undefined;
  /** The schools' changes, sorted by id; empty without `line`. */
  readonly cases: readonly CaseLine[];
  /** Changes that are left out, because only a spare address shows them. */
  readonly doubted: readonly CaseLine[];
  readonly renames: readonly RenameLine[];
  /** The rows of the source, each with its school. */
  readonly matched: readonly MatchedRow[];
  /** Schools that the ledger did not know, as they enter it. */
  readonly unknown: readonly School[];
  /** Rows with an unknown id and the name of a school that is known by name only. */
  readonly namesakes: readonly MatchedRow[];
  /** Totals sheets only: schools with cases since the last restart that it no longer shows. */
  readonly missing: readonly School[];
  /** Tables only: schools with cases since the last restart that it shows without a figure. */
  readonly unreported: readonly School[];
  /** Schools that the settings list as gone but the source shows again. */
  readonly returned: readonly SchoolId[];
  /** Cases since the last restart, as the source shows them; only schools in the snapshot. */
  readonly counts: ReadonlyMap<SchoolId, number>;
  readonly countsDigest: string;
  /** Cases since the last restart, on record before this update; every known school. */
  readonly recorded: ReadonlyMap<SchoolId, number>;
  /**
   * The ledger with this update's lines; `held` and `failing` are cleared, as the read succeeded.
   */
  readonly after: Ledger;
}

/**
 * New cases of one school in one update.
 *
 * @param fresh cumulative count the source shows now (cases since the last counter restart)
 * @param total the school's total now (cases, all time, baseline included)
 * @param atRestart its total at the last counter restart (cases, all time; 0 when there was none)
 * @returns cases; negative if the source took some back (a correction)
 */
export function newCases(fresh: number, total: number, atRestart: number): number {
  return fresh - (total - atRestart);
}

/**
 * Works out what is new. Pure: the result depends only on its arguments.
 *
 * @param onRecord the complete record so far
 * @param snapshot what the source showed
 * @param at when it was read; that instant's day in the district's time zone is the reporting date
 * @param identities what a person has said of places that may be one
 * @throws Refusal exit 3 if the first read has an unreadable row or two rows are about one school;
 *   exit 2 if a restart that updates already take into account was removed from the settings
 */
export function reconcile(
  onRecord: Ledger,
  snapshot: Snapshot,
  at: Instant,
  rules: Rules,
  { same, mergers }: Identities = NOTHING_SAID,
): Update {
  const date = reportingDateAt(at, rules.timeZone);
  const ledger = { ...onRecord, schools: mergedSchools(onRecord.schools, mergers) };
  const matched = matchSchools(ledger.schools, snapshot, same);
  const counts = new Map(matched.map(({ id, row }) => [id, row.count as number]));
  const isBaseline = ledger.days.length === 0;
  if (isBaseline) refusePartialBaseline(snapshot);

  const restarts = restartsOn(date, rules.counterRestarts);
  refuseLostRestart(ledger, restarts, date);
  const totals = totalsNow(ledger);
  const moved = movedCases(totals, mergers);
  const owned = sumsOf(totals, moved);
  const atRestart = totalsAtRestart(ledger, rules.counterRestarts, restarts);
  const recorded = new Map(
    [...ledger.schools.keys()].map((id) => [id, (owned.get(id) ?? 0) - (atRestart.get(id) ?? 0)]),
  );

  const isSameCounter = restarts <= restartsAtStart(ledger, rules.counterRestarts);
  const unreported = unreportedSchools(ledger.schools, snapshot);
  const { schools, renames, unknown } = registryAfter(ledger, {
    matched,
    unreported,
    at,
    firstFigures: isBaseline ? 'every' : isSameCounter ? 'late' : 'none',
  });
  const shown = isBaseline ? counts : withAbsent(counts, ledger, snapshot);
  const number = ledger.updates.findLast((line) => line.date === date)?.update ?? 0;
  // A first figure that became a baseline is no news.
  const isFirst = matched.some(({ school }) => school?.baselineCases === null);
  const before = isFirst ? totalsNow({ ...ledger, schools }) : totals;
  const fresh = isBaseline ? new Map() : changes(shown, sumsOf(before, moved), atRestart);
  const seen = caseLines(sumsOf(fresh, moved), before, date, number + 1);
  const cases = snapshot.isSpare && moved.size === 0 ? withoutFalls(seen) : seen;
  const line = updateLine(cases, date, number + 1, at, restarts, snapshot.bodySha256);
  const gone = new Set(rules.gone);

  return {
    date,
    at,
    isBaseline,
    line,
    cases,
    renames,
    matched,
    unknown,
    namesakes: matched.filter((row) => row.namesake !== undefined),
    doubted: seen.length === cases.length ? [] : seen.filter((change) => !cases.includes(change)),
    unreported: unreported.flatMap(({ id }) => {
      const school = (recorded.get(id) ?? 0) > 0 && !gone.has(id) && ledger.schools.get(id);
      return school ? [school] : [];
    }),
    missing: isBaseline ? [] : missingSchools(ledger, snapshot, counts, recorded, gone),
    returned: matched.filter(({ id }) => gone.has(id)).map(({ id }) => id),
    counts,
    countsDigest: countsDigest(counts),
    recorded,
    after: {
      ...ledger,
      schools,
      cases: cases.length === 0 ? ledger.cases : [...ledger.cases, ...cases],
      updates: line ? [...ledger.updates, line] : ledger.updates,
      days: daysAfter(ledger, {
        date,
        at,
        cases,
        schools: [...schools.values()],
        districtTotal: snapshot.districtTotal,
      }),
      renames: renames.length === 0 ? ledger.renames : [...ledger.renames, ...renames],
      held: null,
      failing: null,
      oldCopy: null,
    },
  };
}

/**
 * Rows of cases only show places that have one, so a place that is absent has none. Exceptions keep
 * their count: a place whose id was never learnt cannot appear in a list known by ids, and a place
 * that is ignored or in an unreadable row was not counted.
 */
function withAbsent(
  counts: ReadonlyMap<SchoolId, number>,
  ledger: Ledger,
  snapshot: Snapshot,
): ReadonlyMap<SchoolId, number> {
  if (snapshot.rowKind !== 'case') return counts;
  const silent = new Set(snapshot.ignored.flatMap((word) => [word, normalizeName(word)]));
  const isSilent = ({ id, name }: School) =>
    silent.size > 0 && (silent.has(id) || silent.has(normalizeName(name)));
  const shown = new Map(counts);
  for (const school of ledger.schools.values()) {
    if (shown.has(school.id) || isSilent(school)) continue;
    if (snapshot.keyedBy === 'name' || !isKnownByNameOnly(school)) shown.set(school.id, 0);
  }
  return shown;
}

/** New cases of each school that the source shows, 0 left out. */
function changes(
  shown: ReadonlyMap<SchoolId, number>,
  totals: ReadonlyMap<SchoolId, number>,
  atRestart: ReadonlyMap<SchoolId, number>,
): ReadonlyMap<SchoolId, number> {
  const found = new Map<SchoolId, number>();
  for (const [id, fresh] of shown) {
    const change = newCases(fresh, totals.get(id) ?? 0, atRestart.get(id) ?? 0);
    if (change !== 0) found.set(id, change);
  }
  return found;
}

/**
 * A spare address may lag behind: what it takes back is no correction while the first is silent. One
 * that shows less than is on record in all is older, and then its gains are corrections not yet made.
 */
function withoutFalls(seen: readonly CaseLine[]): readonly CaseLine[] {
  const sum = seen.reduce((total, { newCases }) => total + newCases, 0);
  return sum < 0 ? [] : seen.filter(({ newCases }) => newCases > 0);
}

function refusePartialBaseline(snapshot: Snapshot) {
  const row = snapshot.unreadable[0];
  if (!row) return;
  throw refuseSource(
    'unreadable-rows',
    `The first read of a source must be complete, but line ${row.line}, column "${row.column}" holds "${row.value}", which is not a valid ${row.what}`,
    row.what === 'count'
      ? 'Nothing was written. Fix the sheet; or, if the text means that there is no figure, list it under "source.cells.unknown" in data/district.json: the school then starts with its first figure.'
      : 'Nothing was written. Fix the sheet, or list the row’s id or school under "ignore" in data/district.json.',
    { line: row.line, column: row.column, value: row.value },
  );
}

function refuseLostRestart(ledger: Ledger, restarts: number, date: ReportingDate) {
  const last = ledger.updates.at(-1);
  if (!last || last.restarts <= restarts) return;
  throw refuseUsage(
    'restart-taken-back',
    `The settings declare ${restarts} counter restart(s) up to ${date}, but update ${last.update} of ${last.date} was already counted with ${last.restarts}`,
    'Nothing was written. Put the date back under "counterRestarts" in data/district.json: once an update was counted with a restart, the restart cannot be withdrawn.',
    { file: 'data/district.json', value: String(restarts) },
  );
}
