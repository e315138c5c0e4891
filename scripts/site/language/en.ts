import { guards } from '../../ledger/guards/index.ts';
import { englishDictionary } from './en-dictionary.ts';
import { type Counted, formatOf } from './format.ts';

const format = formatOf('en-US');
const { number, many } = format;
const schools = (count: number) => many(count, 'school', 'schools');
const days = (count: number) => many(count, 'day', 'days');
const cases = (count: number, counted: Counted) => many(count, counted.singular, counted.plural);
const newCases = (count: number, counted: Counted) =>
  many(count, `new ${counted.singular}`, `new ${counted.plural}`);

/** Every word of the site in English. Figures and dates come in, whole phrases go out. */
export const english = {
  ...format,
  name: 'English',
  schools,
  days,
  cases,
  newCases,
  updates: (count: number) => many(count, 'update', 'updates'),

  nav: {
    skip: 'Skip to the content',
    home: 'Today',
    schools: 'Schools',
    cases: 'By date',
    data: 'Data',
    about: 'About',
    label: 'Main',
    languages: 'Languages',
  },
  layout: {
    lastRead: (date: string, district: string) =>
      `Last read on ${date} from what ${district} publishes.`,
    meaning: 'What these numbers mean',
    feed: 'RSS feed',
    ledger: 'The ledger in git',
  },
  banner: {
    held: 'A newer update looks unusual and waits for a person to check it. What you see here is the last update that passed.',
    failing: (cause: string, since: string) =>
      `The district’s numbers could not be read since ${since} (${cause}). What you see here is what was read before.`,
    ended: (date: string) =>
      `The district stopped publishing on ${date}. These are the final numbers.`,
    stale: 'This page was last checked more than 36 hours ago, so newer numbers may be missing.',
  },
  correction:
    'A minus means a correction: the district took cases back. We show it as it came and never hide it.',
  windowEnds: (date: string) => `Windows are calendar days and end on ${date}, the last day read.`,
  since: (date: string) => `since ${date}, the last time it was read before`,
  at: (where: string) => `at ${where}`,

  home: {
    description: (answer: string, date: string, district: string, counted: Counted) =>
      `${answer}. ${date}. ${district}: ${counted.plural} by school.`,
    noChange: 'No new cases since this record began',
    nothingRead: 'Nothing was read yet',
    reportedOn: (date: string) => `Reported on ${date}`,
    alsoRead: (dates: string) => `Also read, without a change: ${dates}`,
    week: (counted: Counted) => `${counted.plural} in the last 7 days`,
    active: (count: number) => `of ${schools(count)} with a change in the last 14 days`,
    all: (counted: Counted) => `${counted.plural} on record in all`,
    allNote: 'The district’s count, including what it held when this record began.',
    up: (now: number, before: number) =>
      `Up: ${number(now)} in the last 7 days, ${number(before)} in the 7 days before`,
    down: (now: number, before: number) =>
      `Down: ${number(now)} in the last 7 days, ${number(before)} in the 7 days before`,
    same: (now: number) => `The same as in the 7 days before: ${number(now)}`,
    unknownTrend:
      'Not every day of the last two weeks was read, so this week is not compared with the one before',
    changedOn: (date: string) => `What changed on ${date}`,
    inUpdates: (updates: string) => `In ${updates} that day.`,
    now: (total: string) => `now ${total}`,
    wholeDay: 'That day in full',
    more: (count: number) => `All of that day, ${number(count)} more`,
    linesInGit: 'its lines in git',
    every: 'Every school',
    namesLead: 'A school’s name leads to its own page.',
    caption: 'New cases of the last 7, 14 and 21 days, and all on record',
  },
  table: {
    school: 'School',
    window: (count: number) => days(count),
    all: 'All',
    newCases: 'New cases',
    inAll: 'In all',
    reported: 'Reported',
    schools: 'Schools',
    gap: 'Gap',
    since: 'Since',
    update: 'Update',
    inGit: 'In git',
    sinceRead: 'Since the day read before',
  },
  list: {
    title: 'All schools, A to Z',
    description: (count: number, district: string, counted: Counted) =>
      `Each of ${schools(count)} of ${district}, with its ${counted.plural} of the last 7, 14 and 21 days.`,
    letters: 'Letters',
    under: (letter: string) => `Schools under ${letter}`,
  },
  school: {
    description: (name: string, id: string, district: string, recent: string, total: string) =>
      `${name} (${district}): ${recent} in the last 14 days, ${total} in all. School ${id}.`,
    never: (counted: Counted) =>
      `No ${counted.plural} were reported for this school since this record began.`,
    recent: (figure: string, date: string) =>
      `${figure} in the last 14 days. The last change was reported on ${date}.`,
    lastDays: (count: number) => `in the last ${days(count)}`,
    year: (name: string) => `in the school year ${name}`,
    all: 'in all',
    baseline: (count: string) =>
      `The total holds ${count} that the district counted before this record began or that its days do not show.`,
    reports: 'Every report',
    none: 'None since this record began.',
    line: 'line',
    lineOf: (date: string) => `The line of ${date} in git`,
    facts: 'About this school',
    id: 'School id',
    enrollment: 'Pupils enrolled',
    unknown: 'unknown',
    formerly: 'Formerly',
    csv: 'Its reports as CSV',
    feed: 'Its feed',
  },
  dates: {
    title: 'By date',
    description: (district: string) =>
      `Every date on which the numbers of ${district} were read, the latest first.`,
    dateDescription: (figure: string, where: string, district: string, date: string) =>
      `${figure} at ${where} of ${district}, reported on ${date}.`,
    latest: (date: string) => `Latest: ${date}`,
    readSince: (dates: string) => `Read since, without a change: ${dates}.`,
    every: 'Every date read',
    note: 'A date is the day on which a change was first seen, not the day of illness. A day that is not in the list was not read.',
    gap: (count: number) => `${days(count)} before it not read`,
    open: 'The day is not over: more may be added.',
    baseline: (total: string) =>
      `The first day of this record: what the district showed then, ${total} in all, is where it begins, and nothing of it is new.`,
    unchanged: 'The district’s numbers were read and had not changed.',
    linesInGit: 'These lines in git',
    inUpdates: (updates: string) => `In ${updates}`,
    update: (count: number, time: string) => `Update ${number(count)}, ${time}`,
    others: 'Other dates',
  },
  chart: {
    perDay: 'New cases by the day they were reported',
    perDayNote:
      'Each bar is what changed since the day read before; where days in between were not read, it spans them. Hatched bars below the line are corrections.',
    cumulative: 'New cases added up since this record began',
    table: 'The same numbers as a table',
    noChange: (count: number) => `${days(count)} read without a change are left out of this table.`,
    description: (from: string, to: string, sum: string) =>
      `From ${from} to ${to}: ${sum} in all. The numbers are in the table below.`,
  },
  data: {
    title: 'Data',
    description: (district: string) =>
      `Download every number of ${district}: tidy CSV files at fixed addresses, and the history in git.`,
    lead: 'Every number as a file at a fixed address',
    asOf: (date: string) => `as of ${date}`,
    form: 'The files are UTF-8 with a header line. A text that a spreadsheet would take for a formula has an apostrophe before it. Each file’s SHA-256 is in',
    history: 'every line’s history is',
    inGit: 'in git',
    feeds: 'Feeds',
    daily: 'one item for each day with a change, once it is over',
    updates: 'one item for each change, as soon as it is seen',
    notices: 'corrections, held updates, days that could not be read',
    ownFeed: 'each school has its own, on its page',
    licence: 'What you may do',
    licenceText:
      'The counts are facts that the district publishes; use them as you like and name the district as their source. The program is under the MIT licence.',
  },
  about: {
    title: 'About these numbers',
    description: (district: string) =>
      `Where the numbers of ${district} come from, what a day means, why one can be negative, and how to be told.`,
    lead: 'The district publishes one growing number per school. We read it several times a day and write down by how much it grew.',
    day: 'What is a day here?',
    dayText:
      'The day on which we first saw a change, by the district’s clock. It is not the day somebody fell ill or was tested. A day we could not read has no number: it is a gap, not a zero, and the next number then covers the days before it too.',
    negative: 'Why is a number negative?',
    negativeText:
      'Because the district took cases back: a case was entered twice, or at the wrong school. We show the correction on the day it was made and never change an older day.',
    all: 'What is “in all”?',
    allText: (counted: Counted, began: string) =>
      `All ${counted.plural} the district has counted for a school, with those from before this record began${began ? ` on ${began}` : ''}.`,
    years: (list: string) => `School years begin: ${list}.`,
    year: (name: string, date: string) => `${name} on ${date}`,
    held: 'When does a number wait for a person?',
    heldText:
      'An update that looks wrong is held back until somebody has looked at it. The reasons are:',
    told: 'How do I get told?',
    toldFeed: 'Subscribe to the',
    toldText:
      'with any feed reader: one item for each day with a change, once the day is over. We keep no addresses and set no cookies.',
    check: 'Can I check a number?',
    checkText: 'Yes. Each links to its line in',
    checkLedger: 'the ledger in git',
    checkMore: 'where every change has its date. All of it as files:',
  },
  notFound: {
    title: 'Page not found',
    description: (site: string) => `There is no such page in ${site}.`,
    text: 'There is nothing at this address. Try one of these:',
  },
  dictionary: englishDictionary,
  /** Reasons to hold an update, by guard. */
  guards: Object.fromEntries(guards.map((guard) => [guard.name, guard.description])) as Readonly<
    Record<string, string>
  >,
  feed: {
    daily: (site: string, counted: Counted) => `${site}: new ${counted.plural} by day`,
    dailyDescription: (district: string) =>
      `One item for each day on which ${district} reported a change, once the day is over.`,
    updates: (site: string, counted: Counted) => `${site}: new ${counted.plural}, each update`,
    updatesDescription: (district: string) =>
      `One item for each change of the numbers of ${district}, as soon as it is seen.`,
    notices: (site: string) => `${site}: corrections and notices`,
    noticesDescription: (district: string) =>
      `Corrections, held updates, counter restarts and days that could not be read, of ${district}.`,
    school: (name: string, counted: Counted) => `${name}: new ${counted.plural}`,
    schoolDescription: (name: string, district: string) =>
      `One item for each change of the numbers of ${name}, ${district}.`,
    since: (date: string) => `since ${date}`,
    update: (count: number, date: string, figure: string, day: string) =>
      `Update ${number(count)}, ${date}: ${figure} (day so far: ${day})`,
    soFar: (figure: string) => `The day so far: ${figure}.`,
    schoolItem: (date: string, name: string, figure: string) => `${date}: ${figure} at ${name}`,
    total: (total: string) => `In all: ${total}.`,
    correction: (name: string, change: string) => `Correction: ${name} ${change}`,
    correctionText: (name: string, before: string, after: string, date: string) =>
      `${name}: ${before} became ${after} on ${date}. The items and pages of earlier days do not change.`,
    gap: (count: number) => `${days(count)} could not be read`,
    gapText: (from: string, to: string) =>
      `Nothing was read after ${from} until ${to}. The figure of ${to} covers the days between.`,
    kinds: {
      held: 'An update is held until a person has checked it',
      released: 'A held update is published, because it lasted',
      accepted: 'A held update is published, because a person has checked it',
      restart: 'The district counts from zero again; our totals go on',
      correction: 'A correction',
      definition: 'What is counted changes',
    },
  },
  update: {
    title: (count: number, date: string) => `Update ${number(count)} of ${date}`,
    description: (count: number, figure: string, district: string, date: string) =>
      `Update ${number(count)} of ${date}: ${figure} of ${district}.`,
    seen: (time: string) => `Seen at ${time}`,
    wholeDay: 'The whole day',
  },
};

/** The words of a language: what English has, every other must have. */
export type Language = typeof english;
