import { ALIKE, type NameLikeness, PARTLY_ALIKE } from './name-likeness.ts';
import {
  isSameCount,
  type PlaceInSheet,
  type PlaceOnRecord,
  type PlacesInQuestion,
  type PossibleRename,
} from './places-in-question.ts';

/** With more places than these, two whose cases add up to a third's are chance. */
const MOST_PLACES = 5;
/** The fewest cases that add up, or are lost and found again, for a reason. */
const TELLING_SUM = 10;
const TELLING_FALL = 5;

/**
 * Places that may have become several: one that is missing while several unknown ones are like it or
 * add up to it, or one that lost the cases with which an unknown one appears.
 *
 * @param renames what was found before; a part that was taken for the whole is among them
 */
export function splitsAmong(
  places: PlacesInQuestion,
  renames: readonly PossibleRename[],
  likeness: NameLikeness,
): readonly PossibleRename[] {
  if (!places.isByName) return [];
  const free = unpaired(places, renames);
  const taken = new Set<PlaceInSheet>();
  const take = (split: PossibleRename) => {
    for (const place of split.shown) taken.add(place);
    return [split];
  };
  const left = () => free.unknown.filter((place) => !taken.has(place));
  const smaller = renames.flatMap(({ known: [known], shown: [first] }) => {
    if (first.count >= known.count) return [];
    const parts = partsBeside(known, first, left(), likeness);
    return parts.length === 0 ? [] : take(split(known, [first, ...parts]));
  });
  const whole = free.lost.flatMap((known) => {
    const parts = twoThatAddUp(known.count, left());
    return parts ? take(split(known, parts)) : [];
  });
  const partly = places.changed.flatMap(({ known, shown, change }) => {
    const lost = -change;
    const part = left().find((place) => {
      const alike = likeness(known.school.name, place.name);
      if (isSameCount(lost, place.count)) return lost >= TELLING_FALL || alike >= PARTLY_ALIKE;
      return alike >= ALIKE && place.count > 1 && place.count < lost;
    });
    return part ? take(split(known, [shown, part])) : [];
  });
  return [...smaller, ...whole, ...partly];
}

/**
 * Places that may have become one: several that are missing while an unknown one is like them or has
 * the sum of their cases, or one that is missing while one that is like it gains its cases.
 */
export function mergersAmong(
  places: PlacesInQuestion,
  renames: readonly PossibleRename[],
  likeness: NameLikeness,
): readonly PossibleRename[] {
  if (!places.isByName) return [];
  const free = unpaired(places, renames);
  const taken = new Set<PlaceOnRecord>();
  const take = (merger: PossibleRename) => {
    for (const place of merger.known) taken.add(place);
    return [merger];
  };
  const left = () => free.lost.filter((place) => !taken.has(place));
  const larger = renames.flatMap(({ known: [first], shown: [shown] }) => {
    const rest = shown.count - first.count;
    const other = left().find(
      ({ school, count }) =>
        isSameCount(count, rest) || (count <= rest && likeness(school.name, shown.name) >= ALIKE),
    );
    return other ? take(merger([first, other], shown)) : [];
  });
  const whole = free.unknown.flatMap((shown) => {
    const parts = twoThatAddUp(shown.count, left());
    return parts ? take(merger(parts, shown)) : [];
  });
  const into = places.changed.flatMap(({ known, shown, change }) => {
    const other = left().find(
      ({ school, count }) =>
        isSameCount(count, change) && likeness(school.name, known.school.name) >= PARTLY_ALIKE,
    );
    return other ? take(merger([known, other], shown)) : [];
  });
  return [...larger, ...whole, ...into];
}

/** What else a place may have become, beside the part that is most like it. */
function partsBeside(
  known: PlaceOnRecord,
  first: PlaceInSheet,
  unknown: readonly PlaceInSheet[],
  likeness: NameLikeness,
): readonly PlaceInSheet[] {
  const rest = known.count - first.count;
  const alike = unknown.filter(({ name }) => likeness(known.school.name, name) >= ALIKE);
  if (alike.length > 0) return alike;
  const other = unknown.find(({ count }) => isSameCount(rest, count));
  return other ? [other] : [];
}

/** The first two places with cases that add up to a sum, the larger one first. */
function twoThatAddUp<Place extends { readonly count: number }>(
  sum: number,
  places: readonly Place[],
): readonly [Place, Place] | undefined {
  if (sum < TELLING_SUM || places.length > MOST_PLACES) return undefined;
  const reported = places.filter(({ count }) => count > 0);
  for (const [index, one] of reported.entries()) {
    const other = reported.slice(index + 1).find(({ count }) => one.count + count === sum);
    if (other) return other.count > one.count ? [other, one] : [one, other];
  }
  return undefined;
}

function unpaired(
  { lost, unknown }: PlacesInQuestion,
  renames: readonly PossibleRename[],
): Pick<PlacesInQuestion, 'lost' | 'unknown'> {
  const known = new Set(renames.map((pair) => pair.known[0].school.id));
  const shown = new Set(renames.map((pair) => pair.shown[0].id));
  return {
    lost: lost.filter(({ school }) => !known.has(school.id)),
    unknown: unknown.filter(({ id }) => !shown.has(id)),
  };
}

function split(known: PlaceOnRecord, parts: readonly PlaceInSheet[]): PossibleRename {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('a place became none');
  return { kind: 'split', known: [known], shown: [first, ...others] };
}

function merger(parts: readonly PlaceOnRecord[], shown: PlaceInSheet): PossibleRename {
  const [first, ...others] = parts;
  if (!first) throw new RangeError('no place became one');
  return { kind: 'merger', known: [first, ...others], shown: [shown] };
}
