import type { SchoolId } from '../domain/school-id.ts';
import type { ReportingDate } from '../domain/time.ts';
import type { Ledger } from './model.ts';
import type { Rules } from './rules.ts';
import { countedAs, mergedInto } from './school-aliases.ts';

/** The all-time total of every school (cases, baseline included), as its last line states it. */
export function totalsNow(ledger: Ledger): Map<SchoolId, number> {
  const totals = new Map<SchoolId, number>();
  for (const school of ledger.schools.values()) totals.set(school.id, school.baselineCases ?? 0);
  for (const line of ledger.cases) totals.set(line.schoolId, line.totalCases);
  return totals;
}

/** How many of the declared counter restarts fall on or before `date` (YYYY-MM-DD). */
export function restartsOn(date: string, counterRestarts: readonly string[]): number {
  return counterRestarts.filter((restart) => restart <= date).length;
}

/**
 * The number of restarts that preceded the ledger. Baselines are part of what the source counts, so
 * a restart before the first day has no effect.
 */
export function restartsAtStart(ledger: Ledger, counterRestarts: readonly string[]): number {
  const first = ledger.days[0];
  if (!first) return 0;
  const declared = restartsOn(first.date, counterRestarts);
  const update = ledger.updates[0];
  return update?.date === first.date ? Math.min(declared, update.restarts) : declared;
}

/**
 * The number of restarts with which the last update was counted or, without updates, the last day.
 */
export function restartsSoFar(
  ledger: Ledger,
  { counterRestarts }: { readonly counterRestarts: readonly string[] },
): number {
  const last = ledger.updates.at(-1);
  if (last) return last.restarts;
  const day = ledger.days.at(-1);
  return day ? restartsOn(day.date, counterRestarts) : 0;
}

/**
 * Each school's total just before the first update or imported day that was counted with `restarts`
 * restarts; its current total if there is none yet. Because that number never falls, the total is
 * the baseline plus every line counted with a lower number.
 *
 * @param restarts the number of the restart to look back to, from 1
 * @returns all-time totals (cases, baseline included); schools that are absent had 0, and what an
 *   entry had that was merged is the other one's
 */
export function totalsAtRestart(
  ledger: Ledger,
  counterRestarts: readonly string[],
  restarts: number,
): ReadonlyMap<SchoolId, number> {
  const totals = new Map<SchoolId, number>();
  if (restarts <= restartsAtStart(ledger, counterRestarts)) return totals;
  for (const school of ledger.schools.values()) totals.set(school.id, school.baselineCases ?? 0);
  const numberOf = numbersOfLines(ledger, counterRestarts);
  for (const line of ledger.cases) {
    if (numberOf(line.date, line.update) < restarts) totals.set(line.schoolId, line.totalCases);
  }
  // What a merged entry had then went over to the other one with all of its cases.
  for (const school of ledger.schools.values()) {
    const into = mergedInto(school) && countedAs(ledger.schools, school).id;
    if (into === undefined) continue;
    totals.set(into, (totals.get(into) ?? 0) + (totals.get(school.id) ?? 0));
    totals.set(school.id, 0);
  }
  return totals;
}

/**
 * An update's line states the number with which it was counted; an imported day's follows from its
 * date.
 */
function numbersOfLines(ledger: Ledger, counterRestarts: readonly string[]) {
  const ofUpdate = new Map(ledger.updates.map((u) => [`${u.date}/${u.update}`, u.restarts]));
  const ofDate = new Map<string, number>();
  return (date: string, update: number): number => {
    if (update > 0) return ofUpdate.get(`${date}/${update}`) ?? 0;
    const known = ofDate.get(date);
    if (known !== undefined) return known;
    const number = restartsOn(date, counterRestarts);
    ofDate.set(date, number);
    return number;
  };
}

/**
 * Whether a sheet without rows is credible: a restart was declared and no case was counted since.
 */
export function emptySheetIsPlausible(ledger: Ledger, date: ReportingDate, rules: Rules): boolean {
  const restarts = restartsOn(date, rules.counterRestarts);
  if (ledger.days.length === 0 || restarts <= restartsAtStart(ledger, rules.counterRestarts)) {
    return false;
  }
  const totals = totalsNow(ledger);
  const atRestart = totalsAtRestart(ledger, rules.counterRestarts, restarts);
  return [...totals].every(([id, total]) => total === (atRestart.get(id) ?? 0));
}
