import type { Noun } from '../../wording/reading-text.ts';
import type { Conversation } from './conversation.ts';
import {
  type GivenAnswers,
  languagesProblem,
  nounOf,
  nounsGiven,
  oneAndMany,
  PROBLEMS,
} from './given-answers.ts';
import { SCHOOLS } from './place-noun.ts';

/** What is proposed if no option was given. */
export interface Proposals {
  readonly timeZone: string;
  readonly repository: string | undefined;
  /** Hours of frequent reads that the workflow has; undefined: it is not there, or has none. */
  readonly hours: string | undefined;
}

/** A noun in each language of the site; the first language's always, further ones as far as given. */
export interface NounInLanguages extends Noun {
  readonly otherLanguages: Readonly<Record<string, Noun>>;
}

/** What is counted where nothing else is said, by language. */
const COUNTED: Readonly<Record<string, string>> = {
  en: 'COVID-19 case,COVID-19 cases',
  es: 'caso de COVID-19,casos de COVID-19',
  fr: 'cas de COVID-19,cas de COVID-19',
};

/** What readers see before anything of the sheet: the district's name, languages, what is counted. */
export async function askReaders(
  talk: Conversation,
  given: GivenAnswers,
  words: readonly string[],
) {
  const name = await talk.ask({
    question: 'What is the district called?',
    option: '--name',
    given: given.name,
  });
  const list = await talk.ask({
    question: `Languages of the site, the first one first: ${words.join(', ')}?`,
    option: '--languages',
    given: given.languages,
    proposal: 'en',
    problem: languagesProblem(words),
  });
  const languages = list.split(',');
  const counted = await askNoun(talk, languages, {
    question: 'What is counted: one, and many?',
    option: '--counted',
    given: oneAndMany(given.counted, languages[0] ?? ''),
    proposals: COUNTED,
  });
  return { name, languages, counted };
}

/**
 * What places and the people there are called.
 *
 * @param proposed what the sheet calls a place, in English
 * @returns null for what the site says anyway: schools and pupils
 */
export async function askPlaces(
  talk: Conversation,
  given: GivenAnswers,
  languages: readonly string[],
  proposed: Noun,
): Promise<{ readonly places: NounInLanguages | null; readonly people: NounInLanguages | null }> {
  const places = await askNoun(talk, languages, {
    question: 'What is a place called: one, and many?',
    option: '--place and --places',
    given: placesGiven(given, languages),
    proposals: {
      ...(proposed.singular === 'school' ? SCHOOLS : {}),
      en: `${proposed.singular},${proposed.plural}`,
    },
  });
  const isSchools = `${places.singular},${places.plural}` === SCHOOLS[languages[0] ?? ''];
  const isPeopleGiven = given.person.length + given.people.length > 0;
  if (isSchools && !isPeopleGiven) return { places: null, people: null };
  const [one, many] = [
    { option: 'person', values: given.person },
    { option: 'people', values: given.people },
  ];
  const people = await askOptionalNoun(talk, languages, {
    question: `Who is at a ${places.singular}, if they are counted: one, and many?`,
    option: '--person and --people',
    given: nounsGiven(one, many, languages),
    proposals: {},
  });
  return { places: isSchools ? null : places, people };
}

/** The words for a place that were given as options, by language. */
export function placesGiven(
  given: Pick<GivenAnswers, 'place' | 'places'>,
  languages: readonly string[],
): ReadonlyMap<string, Noun> {
  const one = { option: 'place', values: given.place };
  return nounsGiven(one, { option: 'places', values: given.places }, languages);
}

/** What a run needs to know: when and where it works. */
export async function askRun(talk: Conversation, given: GivenAnswers, proposals: Proposals) {
  const timeZone = await talk.ask({
    question: 'The district’s time zone?',
    option: '--time-zone',
    given: given.timeZone,
    proposal: proposals.timeZone,
    problem: PROBLEMS.timeZone,
  });
  const hours =
    proposals.hours === undefined
      ? given.hours
      : await talk.ask({
          question: 'Between which hours is the sheet usually updated, on working days?',
          option: '--hours',
          given: given.hours,
          proposal: proposals.hours,
          problem: PROBLEMS.hours,
        });
  const repository = await talk.ask({
    question: 'The address of your repository, like https://github.com/owner/name?',
    option: '--repository',
    given: given.repository,
    proposal: proposals.repository,
    problem: PROBLEMS.repository,
  });
  return { timeZone, hours, repository };
}

/** What may be left out: the school year, and where the places are. */
export async function askExtras(
  talk: Conversation,
  given: GivenAnswers,
  { places, hasSchoolYear }: { readonly places: Noun; readonly hasSchoolYear: boolean },
) {
  const schoolYear = hasSchoolYear
    ? await talk.ask({
        question: 'First day of the current school year, if figures should be summed from it?',
        option: '--school-year',
        given: given.schoolYear,
        optional: true,
        problem: PROBLEMS.schoolYear,
      })
    : (given.schoolYear ?? '');
  const locations = await talk.ask({
    question: `Address of a CSV file that says where the ${places.plural} are, if there is one?`,
    option: '--locations',
    given: given.locations,
    optional: true,
    problem: PROBLEMS.locations,
  });
  return { schoolYear: schoolYear || undefined, locations: locations || undefined };
}

interface NounQuestion {
  readonly question: string;
  readonly option: string;
  readonly given: ReadonlyMap<string, Noun>;
  /** `ONE,MANY` by language. */
  readonly proposals: Readonly<Record<string, string>>;
}

async function askNoun(
  talk: Conversation,
  languages: readonly string[],
  asked: NounQuestion,
): Promise<NounInLanguages> {
  const [first = ''] = languages;
  const typed = await talk.ask({ ...common(asked, first), problem: PROBLEMS.oneAndMany });
  const own = nounOf(typed);
  // Words of other languages are proposed only beside the proposed one of the first.
  const isProposed = typed === asked.proposals[first];
  const otherLanguages = await askOthers(talk, languages, {
    ...asked,
    proposals: isProposed ? asked.proposals : {},
  });
  return { ...own, otherLanguages };
}

async function askOptionalNoun(
  talk: Conversation,
  languages: readonly string[],
  asked: NounQuestion,
): Promise<NounInLanguages | null> {
  const [first = ''] = languages;
  const typed = await talk.ask({
    ...common(asked, first),
    optional: true,
    problem: PROBLEMS.oneAndMany,
  });
  if (typed === '') return null;
  return { ...nounOf(typed), otherLanguages: await askOthers(talk, languages, asked) };
}

async function askOthers(
  talk: Conversation,
  [, ...others]: readonly string[],
  asked: NounQuestion,
): Promise<Readonly<Record<string, Noun>>> {
  const nouns: [string, Noun][] = [];
  for (const language of others) {
    const typed = await talk.ask({
      ...common(asked, language),
      question: `${asked.question} (in "${language}"; blank: the same words)`,
      option: `${asked.option} with ${language}=`,
      optional: true,
      problem: PROBLEMS.oneAndMany,
    });
    if (typed !== '') nouns.push([language, nounOf(typed)]);
  }
  return Object.fromEntries(nouns);
}

function common({ question, option, given, proposals }: NounQuestion, language: string) {
  const said = given.get(language);
  return {
    question,
    option,
    given: said && `${said.singular},${said.plural}`,
    proposal: proposals[language],
  };
}
