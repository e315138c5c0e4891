import { looseName } from '../domain/school-name.ts';
import type { Question } from './guards/guard.ts';
import { looksRestarted } from './guards/restart.ts';
import { ALIKE, likenessAmong, type NameLikeness } from './name-likeness.ts';
import {
  isSameCount,
  type PlacesInQuestion,
  type PossibleRename,
  placesInQuestion,
  withoutZeros,
} from './places-in-question.ts';
import type { Identities } from './reconcile.ts';
import { mergersAmong, splitsAmong } from './splits-and-mergers.ts';
import { toldApart } from './told-apart.ts';

/** More pairs than these are not compared by name: it is the sheet of another district. */
const MOST_PAIRS = 250_000;
/** Where more places went or came at once, some have the same count by chance. */
const MOST_BY_COUNT = 5;
/**
 * What may be one place in a read, if it is read as it stands. Nothing while the source seems to count
 * from zero again: then every place is missing.
 */
export function possibleRenames(question: Question): readonly PossibleRename[] {
  const { ledger, update, snapshot } = question;
  if (update.isBaseline || looksRestarted(question)) return [];
  const places = placesInQuestion(update, snapshot, toldApart(ledger.held));
  const { unknown, lost } = places;
  if (unknown.length === 0 && lost.length === 0) return [];
  const names = [...ledger.schools.values()].map(({ name }) => name);
  const isComparable = unknown.length * lost.length <= MOST_PAIRS;
  const likeness = isComparable ? likenessAmong(names) : sameSpelling;
  const zeros = lostZeros(places);
  const rest = without(places, zeros);
  const found = [...renamesAmong(rest, likeness)];
  const splits = splitsAmong(rest, found, likeness);
  const mergers = mergersAmong(without(rest, splits), found, likeness);
  const wider = new Set([...splits, ...mergers].flatMap(({ shown }) => shown.map(({ id }) => id)));
  const plain = found.filter(({ shown: [first] }) => !wider.has(first.id));
  return [...zeros, ...plain, ...splits, ...mergers];
}

/**
 * What accepting a read says: every possible rename is one, and every id with the name of a place known
 * by name only is that place's.
 */
export function identitiesOf(question: Question): Identities {
  const apart = toldApart(question.ledger.held);
  const found = possibleRenames(question);
  const named = question.update.namesakes.flatMap(({ id, namesake }) =>
    namesake && !apart.has(id) ? [[id, namesake.id] as const] : [],
  );
  const renamed = found.flatMap(({ known: [{ school }], shown: [place] }) =>
    place.id === school.id ? [] : [[place.id, school.id] as const],
  );
  const merged = found.flatMap(({ kind, known: [first, ...others] }) =>
    kind === 'merger' ? others.map(({ school }) => [school.id, first.school.id] as const) : [],
  );
  return { same: new Map([...named, ...renamed]), mergers: new Map(merged) };
}

function sameSpelling(one: string, other: string): number {
  return looseName(one) === looseName(other) ? 1 : 0;
}

/** An id is only ever taken for one that differs from it by leading zeros, and for no other one. */
function lostZeros({ unknown, absent }: PlacesInQuestion): readonly PossibleRename[] {
  return unknown.flatMap((place): readonly PossibleRename[] => {
    const [known, ...others] = absent.get(withoutZeros(place.id)) ?? [];
    if (!known || others.length > 0) return [];
    return [{ kind: 'zeros', known: [known], shown: [place] }];
  });
}

/** The best pairs of a missing and an unknown place, each place in one pair at most. */
function renamesAmong(
  { isByName, lost, unknown, isKnownSheet }: PlacesInQuestion,
  likeness: NameLikeness,
): readonly PossibleRename[] {
  const isCountTelling = isKnownSheet && Math.max(lost.length, unknown.length) <= MOST_BY_COUNT;
  const pairs: { readonly score: number; readonly pair: PossibleRename }[] = [];
  for (const known of lost) {
    for (const shown of unknown) {
      const isSame = isCountTelling && isSameCount(known.count, shown.count);
      // Where the source has ids, names are only labels.
      const alike = isByName ? likeness(known.school.name, shown.name) : 0;
      if (!isSame && alike < ALIKE) continue;
      const score = (alike < ALIKE ? 0 : alike) + (isSame ? 1 : 0);
      pairs.push({ score, pair: { kind: 'rename', known: [known], shown: [shown] } });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const taken = new Set<string>();
  const found = pairs.flatMap(({ pair }) => {
    const ends = [`on record ${pair.known[0].school.id}`, `in the sheet ${pair.shown[0].id}`];
    if (ends.some((end) => taken.has(end))) return [];
    for (const end of ends) taken.add(end);
    return [pair];
  });
  // In the sheet of another district, some names are alike by chance.
  return isKnownSheet || found.length * 2 > lost.length ? found : [];
}

function without(places: PlacesInQuestion, found: readonly PossibleRename[]): PlacesInQuestion {
  const known = new Set(found.flatMap((one) => one.known.map(({ school }) => school.id)));
  const shown = new Set(found.flatMap((one) => one.shown.map(({ id }) => id)));
  return {
    ...places,
    lost: places.lost.filter(({ school }) => !known.has(school.id)),
    unknown: places.unknown.filter(({ id }) => !shown.has(id)),
    changed: places.changed.filter((place) => !known.has(place.known.school.id)),
  };
}
