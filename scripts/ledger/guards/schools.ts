import { nounsOf } from '../../domain/nouns.ts';
import { listed } from '../../domain/shortened.ts';
import type { School } from '../model.ts';
import type { Update } from '../reconcile.ts';
import type { Rules } from '../rules.ts';
import { toldApart } from '../told-apart.ts';
import type { Guard, Question, Suspicion } from './guard.ts';

const SCHOOLS_NAMED = 12;

/** Too many schools that a table no longer shows. */
export const disappearances: Guard = {
  name: 'disappearances',
  releasedAs: null,
  check: (question) =>
    silence(
      question,
      question.update.missing,
      (figures, names) => `${figures} are missing: ${names}.`,
    ),
};

/** Too many schools that a table shows without a figure, as when a column is emptied. */
export const unreported: Guard = {
  name: 'unreported',
  releasedAs: null,
  check: (question) =>
    silence(
      question,
      question.update.unreported,
      (figures, names) => `${figures} are shown without a figure: ${names}.`,
    ),
};

function silence(
  { update, rules }: Question,
  silent: readonly School[],
  words: (figures: string, names: string) => string,
): readonly Suspicion[] {
  if (!areManySilent(silent.length, update, rules)) return [];
  const withCases = schoolsWithCases(update);
  const names = list(silent.map((school) => `${school.name} (${school.id})`));
  const text = words(`${silent.length} of ${withCases} ${nounsOf(rules).places} with cases`, names);
  return [{ text, subjects: silent.map((school) => school.id) }];
}

/** Whether so many schools with cases are silent in a table that its update is held. */
export function areManySilent(count: number, update: Update, rules: Rules): boolean {
  const { missingShare, missingSchools } = rules.guards;
  return count >= missingSchools && count > schoolsWithCases(update) * missingShare;
}

function schoolsWithCases({ recorded }: Update): number {
  return [...recorded.values()].filter((count) => count > 0).length;
}

/**
 * More schools than usual that neither the ledger nor the locations source has ever seen, and that
 * bring more than the first case or two with which a school usually appears.
 */
export const strangers: Guard = {
  name: 'strangers',
  releasedAs: null,
  check: ({ ledger, update, rules, located }) => {
    const { unknownSchools, unknownShare, unknownCases } = rules.guards;
    const unknown = update.unknown.filter(({ id }) => !located?.has(id));
    const isEveryRow = knowsNoRow(update);
    const limit = Math.max(unknownSchools, ledger.schools.size * unknownShare);
    if (unknown.length <= limit && !isEveryRow) return [];
    const brought = unknown.reduce((sum, { id }) => sum + (update.counts.get(id) ?? 0), 0);
    if (!isEveryRow && brought <= unknown.length * unknownCases) return [];
    const names = list(unknown.map((school) => `${school.name} (${school.id})`));
    const { place, places, aPlace } = nounsOf(rules);
    const all = isEveryRow
      ? `Not one row is of ${aPlace} on record, as if every row were new: "source.columns.id" may be an id of the row or the case, or the sheet another one. `
      : '';
    return [
      {
        text: `${all}${unknown.length} ${unknown.length === 1 ? `${place} is` : `${places} are`} unknown: ${names}.`,
        subjects: unknown.map((school) => `${school.id} ${school.name}`),
      },
    ];
  },
};

/** Whether the source shows schools, but none of those that have cases on record. */
function knowsNoRow({ unknown, counts, recorded }: Question['update']): boolean {
  const isOnRecord = [...recorded.values()].some((count) => count > 0);
  const ids = new Set(unknown.map(({ id }) => id));
  return isOnRecord && counts.size > 0 && [...counts.keys()].every((id) => ids.has(id));
}

/** An unknown id with the name of a school that is known by name only: perhaps the same school. */
export const namesakes: Guard = {
  name: 'namesakes',
  releasedAs: null,
  check: ({ ledger, update }) => {
    const apart = toldApart(ledger.held);
    const asked = update.namesakes.filter(({ id }) => !apart.has(id));
    return asked.map(({ id, row, namesake }) => ({
      schoolId: id,
      text: `The unknown id ${id} goes by the name of ${row.name ?? id}, known by name only as ${namesake?.id ?? ''}: run "npm run schools", which learns ids, or accept that it is this place's, which adds "id:${id}" to its aliases in data/schools.csv.`,
      subjects: [row.name ?? ''],
    }));
  },
};

/** More renames in one run than are plausible: rows may have shifted. */
export const renames: Guard = {
  name: 'renames',
  releasedAs: null,
  check: ({ update, rules }) => {
    if (update.renames.length <= rules.guards.renamedSchools) return [];
    const pairs = update.renames.map(
      ({ oldName, newName, schoolId }) => `${oldName} → ${newName} (${schoolId})`,
    );
    return [
      {
        text: `${pairs.length} ${nounsOf(rules).places} are renamed at once: ${list(pairs)}.`,
        subjects: pairs,
      },
    ];
  },
};

function list(words: readonly string[]): string {
  return listed(words, SCHOOLS_NAMED, { last: ' and ' });
}
