import { listed } from '../../domain/shortened.ts';
import { idInSource } from '../match-schools.ts';
import type { PlaceInSheet, PlaceOnRecord, PossibleRename } from '../places-in-question.ts';
import { possibleRenames } from '../possible-renames.ts';
import type { Guard, Suspicion } from './guard.ts';

/** More than these are one reason: the sheet writes its names or its ids in another way. */
const ASKED_ONE_BY_ONE = 20;
const NAMED = 12;

/** Places that may be the same under another name or id, or that may have been divided or united. */
export const possibleRename: Guard = {
  name: 'possible-rename',
  releasedAs: null,
  check: (question) => {
    const found = possibleRenames(question);
    return found.length > ASKED_ONE_BY_ONE ? [allAtOnce(found)] : found.flatMap(suspicionsOf);
  },
};

/** A reason for each place of which a person may say that it is one of its own. */
function suspicionsOf(found: PossibleRename): readonly Suspicion[] {
  const { known, shown } = found;
  const unknown = shown.filter(({ id }) => id !== known[0].school.id).map(({ id }) => id);
  const asked = unknown.length > 0 ? unknown : known.slice(1).map(({ school }) => school.id);
  const subjects = subjectsOf(found);
  return asked.map((schoolId, index) => ({
    schoolId,
    text: index === 0 ? sentence(found) : `The same may be true of ${schoolId}.`,
    subjects,
  }));
}

function allAtOnce(found: readonly PossibleRename[]): Suspicion {
  const pairs = found.map(({ known, shown }) => {
    const [before, now] = [known.map(({ school }) => school.name), shown.map(({ name }) => name)];
    return `${before.join(' + ')} → ${now.join(' + ')}`;
  });
  return {
    text: `${found.length} places are missing and may be unknown ones under new names or ids: ${listed(pairs, NAMED, { by: '; ', last: '; and ' })}.`,
    subjects: found.flatMap(subjectsOf),
  };
}

function subjectsOf({ known, shown }: PossibleRename): readonly string[] {
  return [...known.map(({ school }) => school.id), ...shown.map(({ id, name }) => `${id} ${name}`)];
}

function sentence({ kind, known, shown }: PossibleRename): string {
  const [first, ...others] = known;
  const [place, ...parts] = shown;
  const isItself = place.id === first.school.id;
  switch (kind) {
    case 'rename':
      return `${onRecord(first)} is missing, and the unknown ${inSheet(place)} may be the same place under a new name.`;
    case 'zeros':
      return `The unknown id ${place.id}, ${inSheet(place)}, differs only by leading zeros from ${idInSource(first.school)}, ${onRecord(first)}.`;
    case 'split':
      return isItself
        ? `${onRecord(first)} now has ${place.count} (line ${place.line}), and the unknown ${each(parts.map(inSheet))} may be a part of it.`
        : `${onRecord(first)} is missing, and may have become the unknown ${each(shown.map(inSheet))}.`;
    case 'merger':
      return isItself
        ? `${each(others.map(onRecord))} is missing, and may have become a part of ${onRecord(first)}, which now has ${place.count} (line ${place.line}).`
        : `${each(known.map(onRecord))} are missing, and may have become the unknown ${inSheet(place)}.`;
  }
}

function onRecord({ school, count }: PlaceOnRecord): string {
  return `"${school.name}" (${school.id}, ${count} on record)`;
}

function inSheet({ name, line, count }: PlaceInSheet): string {
  return `"${name}" (line ${line}, ${count})`;
}

function each(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
