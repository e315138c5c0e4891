import type { SchoolId } from '../domain/school-id.ts';
import { idInSource, isKnownByNameOnly, type MatchedRow } from './match-schools.ts';
import type { School } from './model.ts';
import type { Update } from './reconcile.ts';
import { mergedInto } from './school-aliases.ts';
import type { Snapshot } from './snapshot.ts';

/** A place on record that the source no longer shows, or shows with another count. */
export interface PlaceOnRecord {
  readonly school: School;
  /** Cases on record since the last restart. */
  readonly count: number;
}

/** A place as the source shows it. */
export interface PlaceInSheet {
  readonly id: SchoolId;
  /** Its name, or its id where the source has no names. */
  readonly name: string;
  readonly count: number;
  readonly line: number;
}

/** A place that is both on record and in the source, with what it gained (negative: lost). */
export interface ChangedPlace {
  readonly known: PlaceOnRecord;
  readonly shown: PlaceInSheet;
  readonly change: number;
}

/** What a read leaves open: who went, who came, and what the others gained. */
export interface PlacesInQuestion {
  readonly isByName: boolean;
  /** Whether half of the rows are of places on record; else it may be another sheet. */
  readonly isKnownSheet: boolean;
  /** Places with cases that the source no longer shows. */
  readonly lost: readonly PlaceOnRecord[];
  /** Every place that the source no longer shows, by what its id is without leading zeros. */
  readonly absent: ReadonlyMap<string, readonly PlaceOnRecord[]>;
  /** Places that the ledger does not know. */
  readonly unknown: readonly PlaceInSheet[];
  readonly changed: readonly ChangedPlace[];
}

/**
 * Places on record and places in the sheet that may be the same. The first of each is the one that
 * carries on the record.
 */
export interface PossibleRename {
  /**
   * `rename`: one of each. `zeros`: an id that lost its leading zeros. `split`: one on record became
   * several in the sheet, of which the first may be known. `merger`: several on record became one in the
   * sheet, which may be the first of them.
   */
  readonly kind: 'rename' | 'zeros' | 'split' | 'merger';
  readonly known: readonly [PlaceOnRecord, ...PlaceOnRecord[]];
  readonly shown: readonly [PlaceInSheet, ...PlaceInSheet[]];
}

/** The fewest cases that are equal for a reason: many places have one case. */
const TELLING_COUNT = 2;

/** Whether a place in the sheet shows the cases of one on record, or a few more. */
export function isSameCount(onRecord: number, shown: number): boolean {
  if (onRecord === shown) return onRecord >= TELLING_COUNT;
  const gained = shown - onRecord;
  return onRecord >= 10 && gained > 0 && gained <= Math.max(2, onRecord / 20);
}

/**
 * Gathers what a read leaves open.
 *
 * @param apart ids of which a person has said that they are no other place
 */
export function placesInQuestion(
  update: Update,
  { rowKind, keyedBy }: Pick<Snapshot, 'rowKind' | 'keyedBy'>,
  apart: ReadonlySet<SchoolId>,
): PlacesInQuestion {
  const { matched, missing, cases, counts, recorded, after } = update;
  const isByName = keyedBy === 'name';
  const onRecord = (school: School) => ({ school, count: recorded.get(school.id) ?? 0 });
  // Rows of cases show only places that have one: one that is absent has lost all of its cases.
  const emptied = cases.flatMap(({ schoolId, newCases }) => {
    const school = after.schools.get(schoolId);
    return school && newCases < 0 && !counts.has(schoolId) ? [school] : [];
  });
  const lost = (rowKind === 'case' ? emptied : missing).filter(({ id }) => !apart.has(id));
  const known = matched.filter(({ school }) => school !== undefined);
  return {
    isByName,
    isKnownSheet: known.length * 2 >= matched.length,
    lost: lost.map(onRecord),
    absent: isByName ? new Map() : byShortId(absentOf(update).map(onRecord)),
    unknown: matched
      .filter(({ id, school, namesake }) => !school && !namesake && !apart.has(id))
      .map(placeOf),
    changed: known.flatMap((row) => changedPlace(row, onRecord)),
  };
}

/** An id without its leading zeros. */
export function withoutZeros(id: string): string {
  return id.replace(/^0+(?=.)/, '');
}

function absentOf({ after, counts, unknown }: Update): readonly School[] {
  const fresh = new Set(unknown.map(({ id }) => id));
  return [...after.schools.values()].filter(
    (school) =>
      !counts.has(school.id) &&
      !fresh.has(school.id) &&
      !isKnownByNameOnly(school) &&
      mergedInto(school) === undefined,
  );
}

function byShortId(places: readonly PlaceOnRecord[]): Map<string, readonly PlaceOnRecord[]> {
  const found = new Map<string, readonly PlaceOnRecord[]>();
  for (const place of places) {
    const id = withoutZeros(idInSource(place.school));
    found.set(id, [...(found.get(id) ?? []), place]);
  }
  return found;
}

function placeOf({ id, row }: MatchedRow): PlaceInSheet {
  return { id, name: row.name ?? id, count: row.count, line: row.line };
}

function changedPlace(
  row: MatchedRow,
  onRecord: (school: School) => PlaceOnRecord,
): readonly ChangedPlace[] {
  if (!row.school) return [];
  const known = onRecord(row.school);
  const change = row.row.count - known.count;
  return change === 0 ? [] : [{ known, shown: placeOf(row), change }];
}
