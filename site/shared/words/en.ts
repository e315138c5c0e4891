import type { ReadingWords } from '../charts/reading.ts';
import { type EnglishNouns, englishNouns } from './english-nouns.ts';
import type { FaqFacts, Question } from './faq.ts';
import { type CountedNoun, formatOf } from './format.ts';
import type { Nouns } from './nouns.ts';
import type { Forms } from './phrase.ts';

const format = formatOf('en-US');
const { number, choose, many } = format;
const days = (count: number) => many(count, 'day', 'days');
const cases = (count: number, counted: CountedNoun) =>
  many(count, counted.singular, counted.plural);
/** The noun that a number of new cases goes before. */
const newOnes = (counted: CountedNoun) =>
  [`new ${counted.singular}`, `new ${counted.plural}`] as const;
const newCases = (count: number, counted: CountedNoun) => many(count, ...newOnes(counted));
const forms = (one: string, other: string): Forms => ({ one, other });

/**
 * Every word of the site in English: figures and dates go in, whole phrases come out. A language is a
 * single list that is consulted rather than read, so it may be longer than other files.
 */
export function english(nouns: Nouns) {
  return words(englishNouns(nouns));
}

/** The words of a language: every other language must have what English has. */
export type Language = ReturnType<typeof english>;

/** Answers that speak of children, where places are schools. */
const ofSchools = (n: EnglishNouns) => ({
  description: `Is my child’s ${n.place} affected? `,
  find: `Is my child’s ${n.place} affected?`,
  findId: 'my-school',
  heard: `The ${n.place} wrote of a case, but I see none. Why?`,
  early: `The ${n.place} may write`,
  rate: `${n.APlace} with 1,000 ${n.people} will have more cases than one with 100. The rate makes them easier to compare. But most ${n.places} have only one or two cases, and one more case changes such a rate a lot.`,
  twice: `Somebody who goes to two ${n.places} may count at both.`,
  person: 'Could a number point at a child?',
  personId: 'children',
  nothingFiner: 'no class, no age, no day of illness',
});

/** The same answers where places are anything else. */
const ofPlaces = (n: EnglishNouns): ReturnType<typeof ofSchools> => ({
  description: '',
  find: `Where do I find one ${n.place}?`,
  findId: 'my-place',
  heard: 'I heard of a case, but I see none. Why?',
  early: 'Word may come',
  rate: `${n.APlace} with many ${n.people} will have more cases than one with few. The rate makes them easier to compare. But where there are only one or two cases, one more changes such a rate a lot.`,
  twice: `Somebody who belongs to two ${n.places} may count at both.`,
  person: 'Could a number point at a person?',
  personId: 'people',
  nothingFiner: 'no name, no age, no day of illness',
});

const words = (n: EnglishNouns) => ({
  ...format,
  name: 'English',
  schools: (count: number) => many(count, n.place, n.places),
  days,
  cases,
  newCases,
  updates: (count: number) => many(count, 'update', 'updates'),
  corrections: (count: number) => many(count, 'correction', 'corrections'),
  reports: (count: number) => many(count, 'report', 'reports'),
  notRead: 'not read',

  nav: {
    skip: 'Skip to the content',
    home: 'Today',
    schools: n.Places,
    map: 'Map',
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
    faq: 'Questions',
    subscribe: 'Get notified',
    status: 'Status',
    ledger: 'The ledger in git',
  },
  banner: {
    held: (since: string) =>
      `A newer update looks unusual. Since ${since} it waits for a person to check it. The numbers here are the last that passed.`,
    whyHeld: 'Why an update waits',
    failing: (since: string, cause: string) =>
      `${n.TheDistrict}’s numbers could not be read since ${since}: ${cause}. The numbers here are what was read before.`,
    ended: (date: string) =>
      `${n.TheDistrict} stopped publishing on ${date}. These are the final numbers.`,
    copy: 'No connection: this is the copy of {when}.',
    stale: 'This page was last checked more than 36 hours ago, so newer numbers may be missing.',
  },
  /** Why reading fails, by cause. */
  causes: {
    unreachable: 'its address does not answer',
    'name-resolution': 'its address cannot be found',
    'timed-out': 'its address takes too long to answer',
    truncated: 'the answer was cut off',
    'rate-limited': 'we were asked to read less often',
    'server-error': 'its server reports an error',
    'unusual-traffic-page': 'its server takes us for a robot',
    'http-error': 'its address leads nowhere any more',
    'sign-in-page': 'the table is not public any more',
    'html-page': 'a web page came instead of the table',
    'too-many-redirects': 'its address leads in circles',
    'forbidden-address': 'its address is not a public one',
    'no-such-file': 'the file is not there',
    empty: 'the answer was empty',
    'too-large': 'the answer was too large',
    'not-utf8': 'the table is in a form we cannot read',
    'header-only': 'the table has no rows',
    'unknown-columns': 'the columns of the table have changed',
    'too-many-columns': 'the table has more columns than any sheet',
    'ambiguous-rows': 'the table can be read in more than one way',
    'misread-rows': 'the table is of another kind than it was',
    'not-a-running-total': 'the figures of the table are not running totals',
    incomplete: 'only a part of the table was sent',
    'ragged-csv': 'a row of the table is damaged',
    'unterminated-csv': 'the table was cut off',
    'bad-json': 'the answer is in a form we cannot read',
    'duplicate-schools': `${n.aPlace} stands in the table twice`,
    'unreadable-rows': 'too many rows of the table cannot be read',
  },
  today: {
    title: 'Where is today’s number?',
    nothingRead: 'Nothing was read yet. The first number comes after the first read.',
    ended: (date: string) =>
      `There is no number for today: ${n.theDistrict} stopped publishing on ${date}.`,
    held: (last: string | null) =>
      `A newer update waits for a person to check it.${last ? ` The last day that passed is ${last}.` : ''}`,
    failing: (since: string, last: string | null) =>
      `${n.TheDistrict}’s numbers could not be read since ${since}.${last ? ` The last day read is ${last}.` : ''}`,
    open: (date: string) => `${date} has a number. It can still grow until that day is over.`,
    final: (date: string) => `The number of ${date} is final: that day is over.`,
    since: (date: string) => `since ${date}`,
    sinceBeginning: 'since this record began',
    unchangedSoFar: (date: string, since: string) =>
      `Read on ${date}: nothing has changed ${since}. A change can still come until that day is over.`,
    unchanged: (date: string, since: string) => `Read on ${date}: nothing had changed ${since}.`,
    noSchool: (date: string, since: string) =>
      `${date} is no ${n.place} day, so no new number was expected. Nothing has changed ${since}.`,
    late: (count: number, since: string, date: string) =>
      `${n.TheDistrict} is late: nothing has changed for ${days(count)}, ${since}. We last read it on ${date}.`,
    unread: (date: string) =>
      `Today’s number is not here yet. The last day on this page is ${date}.`,
    noSchoolToday: `There is no ${n.place} today, so no new number is expected.`,
    clocks: 'How fresh is this?',
    seeStatus: 'see the status page',
  },
  correction: `A minus means a correction: ${n.theDistrict} took cases back. We show it as it came and never hide it.`,
  windowEnds: (date: string) => `Windows are calendar days and end on ${date}, the last day read.`,
  since: (date: string) => `since ${date}, the last time it was read before`,
  at: (where: string) => `at ${where}`,
  up: (now: number, before: number) =>
    `Up: ${number(now)} in the last 7 days, ${number(before)} in the 7 days before`,
  down: (now: number, before: number) =>
    `Down: ${number(now)} in the last 7 days, ${number(before)} in the 7 days before`,
  same: (now: number) => `The same as in the 7 days before: ${number(now)}`,
  unknownTrend:
    'Not every day of the last two weeks was read, so this week is not compared with the one before',

  home: {
    description: (answer: string, date: string, district: string, counted: CountedNoun) =>
      `${answer}. ${date}. ${district}: ${counted.plural} by ${n.place}.`,
    noChange: 'No new cases since this record began',
    nothingRead: 'Nothing was read yet',
    reportedOn: (date: string) => `Reported on ${date}`,
    alsoRead: (dates: string) => `Also read, without a change: ${dates}`,
    week: (counted: CountedNoun) => `${counted.plural} in the last 7 days`,
    active: (count: number) =>
      `of ${many(count, n.place, n.places)} with a change in the last 14 days`,
    all: (counted: CountedNoun) => `${counted.plural} on record in all`,
    ownTotal: (total: string, places: string) =>
      `The sheet’s own total is ${total}; the ${n.places} add up to ${places}`,
    allNote: `${n.TheDistrict}’s count, including what it held when this record began.`,
    changedOn: (date: string) => `What changed on ${date}`,
    inUpdates: (updates: string) => `In ${updates} that day.`,
    now: (total: string) => `now ${total}`,
    wholeDay: 'That day in full',
    more: (count: number) => `All of that day, ${number(count)} more`,
    linesInGit: 'its lines in git',
    lastUpdateOf: (count: number, date: string) =>
      `The last update: number ${number(count)} of ${date}`,
    inUpdate: (figure: string, time: string) => `${figure}, seen at ${time}.`,
    activeSchools: `${n.Places} with a change in the last 14 days`,
    noneActive: `No ${n.place} had a change in the last 14 days.`,
    everySchool: (count: number) => `All ${many(count, n.place, n.places)}, A to Z`,
    caption: 'New cases of the last 7, 14 and 21 days, and all on record',
  },
  table: {
    school: n.Place,
    window: (count: number) => days(count),
    all: 'All',
    newCases: 'New cases',
    inAll: 'In all',
    reported: 'Reported',
    schools: n.Places,
    since: 'Since',
    update: 'Update',
    inGit: 'In git',
    covers: 'Covers',
    weekFrom: 'Week from Monday',
    soFar: 'Added up',
  },
  list: {
    title: `All ${n.places}, A to Z`,
    description: (count: number, district: string, counted: CountedNoun) =>
      `Each of ${many(count, n.place, n.places)} of ${district}, with its ${counted.plural} of the last 7, 14 and 21 days.`,
    bold: 'Bold: a change in the last 14 days.',
    letters: 'Letters',
    under: (letter: string) => `${n.Places} under ${letter}`,
  },
  school: {
    description: (name: string, id: string, district: string, recent: string, total: string) =>
      `${name} (${district}): ${recent} in the last 14 days, ${total} in all. ${n.Place} ${id}.`,
    never: (counted: CountedNoun) =>
      `No ${counted.plural} were reported for this ${n.place} since this record began.`,
    merged: (name: string) =>
      `This is one ${n.place} with ${name}, which has its cases now. Its earlier reports stay here.`,
    recent: (figure: string, date: string) =>
      `${figure} in the last 14 days. The last change was reported on ${date}.`,
    lastDays: (count: number) => `in the last ${days(count)}`,
    year: (name: string) => `in the ${n.year} ${name}`,
    all: 'in all',
    noFigure: 'no figure yet',
    noFigureYet: `${n.TheDistrict} has shown no figure for this ${n.place} yet.`,
    baseline: (count: string) =>
      `The total holds ${count} that ${n.theDistrict} counted before this record began or that its days do not show.`,
    notices: 'Notices and corrections',
    corrected: (before: string, after: string) => `A correction: ${before} in all became ${after}`,
    reports: 'Every report',
    none: 'None since this record began.',
    line: 'line',
    lineOf: (date: string) => `The line of ${date} in git`,
    facts: `About this ${n.place}`,
    id: `${n.Place} id`,
    enrollment: n.Enrolled,
    unknown: 'unknown',
    area: 'Area',
    formerly: 'Formerly',
    sheetName: 'In the source',
    oneDose: `${n.People} with one dose of a vaccine`,
    fullyVaccinated: `${n.People} fully vaccinated`,
    ofPupils: (count: string, share: string) => `${count} (${share} of those enrolled)`,
    factsNote: `Unknown means that ${n.theDistrict} publishes no number, or 0 ${n.people}. It is not a 0.`,
    rate: (figure: string) => `That is ${figure} per ${n.per} ${n.enrolled} in the last 14 days.`,
    smallNumbers: 'Small numbers: one case more or less changes this rate a lot.',
    gaps: (count: number) =>
      `Of the last 21 days ${number(count)} ${count === 1 ? 'was' : 'were'} not read: what changed then is part of the next day’s figure.`,
    nearest: `The nearest ${n.places}`,
    nearestNote: 'As the crow flies, with the new cases of the last 14 days.',
    update: (count: number) => `update ${number(count)}`,
    alone: `No other ${n.place} with a known place is on record.`,
    noPlace: `We do not know where this ${n.place} is, so it has no neighbours here.`,
    distance: 'Distance',
    miles: (figure: number) => many(figure, 'mile', 'miles'),
    files: 'Follow and reuse',
    csv: 'Its reports as CSV',
    json: 'Everything as JSON',
    feed: 'Its feed',
    feedTitle: (name: string) => `${name}: each change`,
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
    newest: (count: number) => `The newest ${number(count)} dates read`,
    archive: 'All dates, in the archive',
    note: 'A date is the day on which a change was first seen, not the day of illness. A day that is not in the list was not read.',
    gap: (count: number) => `${days(count)} before it not read`,
    open: 'The day is not over: more may be added.',
    baseline: (total: string) =>
      `The first day of this record: what ${n.theDistrict} showed then, ${total} in all, is where it begins, and nothing of it is new.`,
    unchanged: `${n.TheDistrict}’s numbers were read and had not changed.`,
    linesInGit: 'These lines in git',
    inUpdates: (updates: string) => `In ${updates}`,
    update: (count: number, time: string) => `Update ${number(count)}, ${time}`,
    others: 'Other dates',
  },
  asOf: {
    title: 'What this site said at the end of that day',
    imported:
      'This day is older than this site: its figures were imported. This is what the first page would have shown.',
    headline: (figure: string, date: string) => `The newest figure then: ${figure}, on ${date}.`,
    active: (count: number) =>
      `${choose(count, n.place, n.places)} with a change in the last 14 days`,
    until: (date: string) => `It stayed so until ${date}, when the numbers were read again.`,
    note: `These are sums of the ledger’s lines up to that day. What ${n.theDistrict} took back later counts on the day on which it did so.`,
    lines: 'Those lines in git',
    later: 'Noted about that day afterwards',
  },
  archive: {
    title: 'Archive',
    description: (district: string) =>
      `A calendar of every day on which the numbers of ${district} were read, month by month.`,
    monthDescription: (figure: string, month: string, district: string) =>
      `${figure} of ${district}, reported in ${month}: the calendar of that month.`,
    lead: (first: string, last: string, read: number, unread: number) =>
      `From ${first} to ${last}: ${days(read)} read, ${number(unread)} not read.`,
    monthLead: (figure: string, read: number) => `${figure}, with ${days(read)} of the month read.`,
    note: 'The newest month comes first. Each field holds the day of the month and its new cases, and leads to that day.',
    year: (figure: string, dates: number) =>
      dates === 0 ? `${figure}.` : `${figure}, on ${many(dates, 'date', 'dates')} with a change.`,
    bySchoolYear: `By ${n.year}`,
    schoolYear: (figure: string, from: string, to: string) => `${figure}, ${from} to ${to}`,
    dayAndFigure: 'The day of the month and its new cases',
    legend: 'New cases:',
    withCorrection: 'with a correction',
    gaps: 'Days that were not read',
    gapsNote:
      'We do not know what changed on these days: it is part of the figure of the next day read. They are not zeros.',
    gapList: (count: number) => many(count, 'gap', 'gaps'),
    gap: (from: string, to: string, count: number) => `${from} to ${to} (${days(count)})`,
    corrections: 'Corrections',
    others: 'Other months',
  },
  offline: {
    title: 'You are offline',
    description: (site: string) => `What ${site} shows of a page never seen, without a connection.`,
    text: 'There is no connection, and of this page there is no copy on this device, because you have not seen it before.',
    again: 'Try again',
    kept: 'Pages that you can read now',
  },
  embed: {
    description: (name: string, id: string, recent: string) =>
      `A small card to embed: ${name}, ${recent} in the last 14 days. ${n.Place} ${id}.`,
    title: `Show this ${n.place} on your own page`,
    text: 'Copy these lines into your page. The card needs no script, and what it shows is always the latest.',
    code: 'Lines to copy',
    frame: (name: string, counted: CountedNoun) => `New ${counted.plural}: ${name}`,
    recent: (length: number) => `new in the last ${days(length)}`,
    asOf: (date: string) => `As of ${date}`,
  },
  card: {
    site: (counted: CountedNoun) => `New ${counted.plural}, ${n.place} by ${n.place}`,
    newCases: (count: number, counted: CountedNoun) =>
      choose(count, `new ${counted.singular}`, `new ${counted.plural}`),
    sinceBegan: 'since this record began',
    window: (count: number, length: number) => `${number(count)} in the ${days(length)} up to then`,
    inAll: (total: string) => `${total} in all`,
    byWeek: 'New cases by week, 12 weeks up to then',
    byDay: 'New cases by day, 6 weeks up to then',
  },
  chart: {
    perDay: 'New cases by the day they were reported',
    perReport: 'New cases by report; a bar is as wide as the days that it covers',
    byWeek: 'New cases by calendar week, Monday to Sunday',
    cumulative: 'New cases added up',
    mean: 'Mean of 7 days',
    meanMessage: (figure: string, date: string) =>
      `${figure} a day on average in the 7 days to ${date}`,
    mostMessage: (figure: string, date: string) => `Most in one report: ${figure}, on ${date}`,
    noneMessage: (counted: CountedNoun, since: string | null) =>
      `No new ${counted.plural} since ${since ?? 'this record began'}`,
    /** The last of reports that come once a week. */
    weekToMessage: (figure: string, date: string) => `${figure} in the week to ${date}`,
    weekMessage: (figure: string, monday: string) => `${figure} in the week from ${monday}`,
    weekChangeMessage: (figure: string, monday: string, change: number) =>
      change === 0
        ? `${figure} in the week from ${monday}, as many as in the week before`
        : `${figure} in the week from ${monday}, ${number(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than in the week before`,
    weeksMessage: (counted: CountedNoun) => `New ${counted.plural} week by week`,
    sumMessage: (figure: string, date: string) => `${figure} since ${date}`,
    inReports: (figure: string, reports: string) => `${figure} in ${reports}`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    legend: {
      gains: 'New cases',
      several: 'Several days reported together: their mean per day',
      partial: 'A week that is not over, or not read to its end: see the table',
      corrections: 'Correction: cases taken back',
      mean: 'Mean of 7 days, where all 7 were read',
      axis: 'Gap in the line: not read',
    },
    table: 'All numbers as a table',
    description: (from: string, to: string, sum: string) =>
      `From ${from} to ${to}: ${sum} in all. The numbers are in the table below.`,
    spans: 'Time shown',
    yearOf: (name: string) => `${n.Year} ${name}`,
    months: '12 months',
    allTime: 'All',
    /** Names of the control that reads a chart with arrow keys. */
    readBy: {
      report: 'Figures of the chart, one by one',
      week: 'Figures of the chart, week by week',
    },
    /** Plain strings, because the browser fills them in. */
    reading: (counted: CountedNoun): ReadingWords => {
      const [one, other] = newOnes(counted);
      return {
        line: '{when}: {figure}',
        between: '; ',
        week: 'In the week to {date}',
        days: 'In the {count} days to {date}',
        fromTo: '{from} to {to}',
        newCases: forms(`{count} ${one}`, `{count} ${other}`),
        none: `no ${other}`,
        correction: 'correction {figure}, cases taken back',
        mean: 'mean of 7 days: {figure}',
        unread: forms('one of these days was not read', '{count} of these days were not read'),
        notRead: 'not read',
        since: '{figure} since {date}',
      };
    },
  },
  data: {
    title: 'Data',
    description: (district: string) =>
      `Download every number of ${district}: CSV tables and JSON at fixed addresses, what each column and key means, and the history in git.`,
    lead: 'Every number as a file at a fixed address, free to use',
    asOf: (date: string) => `as of ${date}`,
    open: 'That day is not over yet, so more may be added to it.',
    tables: 'Tables',
    tablesLead:
      'CSV in UTF-8 with a header line, one fact a line. A text that a spreadsheet would take for a formula has an apostrophe before it.',
    database: 'The whole ledger as one file, an SQLite database:',
    described:
      'What describes the tables for programs, with types, keys and sources (a Data Package):',
    columns: 'What each column means',
    ownTable: `Each ${n.place}’s own lines are a small file, linked from its page:`,
    api: 'JSON for programs',
    apiLead:
      'No key is needed. null is unknown, never 0; a day that is missing was not read, which is not 0 either. Each file says which day it covers and whether that day is over.',
    schema: 'schema',
    example: 'for example',
    keys: 'What each key means',
    original: 'As the first tracker had it',
    originalLead: 'What was built on the first tracker of Chicago’s schools goes on working.',
    promise: 'What stays as it is',
    promiseText:
      'Addresses, columns, keys and the ids of feed items stay as they are; new ones may be added. One that must go is first announced here and in the notices feed, at least 14 days ahead, and a new version stands beside it by then.',
    changes: 'Announced changes',
    noChange: 'No change is announced.',
    from: (date: string) => `from ${date} on`,
    feeds: 'Feeds',
    daily: 'one item for each day with a change, once it is over',
    updates: 'one item for each change, as soon as it is seen',
    notices: 'corrections, held updates, days that could not be read, announced changes',
    ownFeed: `each ${n.place} has its own, on its page`,
    check: 'Check what you have downloaded',
    checkText:
      'The SHA-256 of every table and JSON file stands beside it. In a folder with the same paths, this checks them all:',
    source: 'Where the numbers come from',
    sourceText: (district: string) =>
      `${district} publishes one growing number per ${n.place}. We read it several times a day and write down by how much it grew, on the day on which we first saw it. A line once written is never changed.`,
    sheet: `What ${n.theDistrict} publishes`,
    history: 'The history of every line, in git',
    licence: 'What you may do',
    termsOf: (licence: string | undefined) =>
      licence === undefined
        ? `The counts are facts that ${n.theDistrict} publishes; use them as you like and name ${n.theDistrict} as their source.`
        : `The counts are facts that ${n.theDistrict} publishes; the tables are licensed under ${licence}. Name ${n.theDistrict} as their source.`,
    programTerms: 'The program is under the MIT licence.',
    licenceLink: 'The text of that licence',
    cite: 'How to cite',
    citeProgram: 'How to cite the program: CITATION.cff',
    dataset: (district: string, site: string) =>
      `${district}: cases by ${n.place}, recorded by ${site}`,
    citation: (district: string, site: string, address: string, date: string) =>
      `${district}: cases by ${n.place}, recorded by ${site}${date === '' ? '' : `, as of ${date}`}. ${address}`,
  },
  /** What the files and keys of the JSON API mean; a key means the same wherever it occurs. */
  api: {
    files: {
      index: 'What there is, from where and under which terms',
      district: `${n.TheDistrict}: figures, windows, and whether an update is held or reading fails`,
      latest: `The latest day with a change: its updates, and ${n.places} by how much they changed`,
      schools: `Every ${n.place} with its place, windows and total`,
      school: `One ${n.place}, with every report of it`,
      days: 'Every day that was read; a day that is missing was not read',
      date: `One day that was read: its updates, and every ${n.place} that changed`,
    },
    keys: {
      district: `${n.TheDistrict}’s name`,
      as_of:
        'The last day that was read: windows and totals end with it; null before the first read',
      day_is_over: 'false while more can be added to that day',
      version: 'The version of the API; another one has another address',
      licence: 'What you may do with the numbers',
      source: `What ${n.theDistrict} publishes and we read`,
      repository: 'Where every line has its history',
      site: 'The address of the site',
      files: 'The files of the API',
      path: `Its place below api/v1/, with {id} for ${n.aPlace} and {date} for a day`,
      says: 'What it holds, in English',
      schema: 'The address of its JSON Schema',
      feeds: 'Feeds in three formats',
      rss: 'The feed as RSS',
      atom: 'The feed as Atom',
      json: 'The feed as JSON Feed',
      upcoming_changes: 'Announced changes of what is published, soonest first',
      date: 'The day from which a change holds',
      text: 'The sentence as people read it',
      schools: `${n.Places} by name`,
      id: `The ${n.place}’s permanent id`,
      school_id: `The ${n.place}’s permanent id; null when it is not about one ${n.place}`,
      name: 'What it is called now',
      sheet_name: 'What the source calls it, where name is a longer one; else absent',
      former_names: 'What it was called before',
      latitude: 'Degrees north; null when unknown',
      longitude: 'Degrees east; null when unknown',
      enrollment: `${n.Enrolled}; null when unknown`,
      vaccinated_one_dose: `${n.People} with at least one dose; null when unknown`,
      vaccinated_complete: `${n.People} fully vaccinated; null when unknown`,
      new_cases: `Change of the cumulative count, or its sums by window; negative when ${n.theDistrict} took cases back`,
      days_7: 'The last 7 calendar days up to as_of',
      days_14: 'The last 14 calendar days up to as_of',
      days_21: 'The last 21 calendar days up to as_of',
      school_year: `Since the present ${n.year} began; null when the settings name none`,
      total_cases: 'The all-time total, with what was counted before the record began',
      no_figure_yet:
        'true while the source has shown no figure of it: its cases are unknown then, not 0; else absent',
      last_change: `The last day with a change of this ${n.place}; null when there was none`,
      reports: `Each change of ${n.aPlace} in an update`,
      reporting_date: `The day on which the change was first seen, in ${n.theDistrict}’s time zone; not the day of illness`,
      update: 'Number of the update within its day; 0 for imported history',
      renames: 'Each change of its name',
      renamed_at: 'When the new name was seen (UTC)',
      old_name: 'The name before',
      new_name: 'The name since then',
      links: `More about the ${n.place} elsewhere`,
      page: 'Its page',
      csv: 'Its lines as CSV',
      time_zone: 'The IANA time zone by which days begin and end',
      school_count: `How many ${n.places} there are`,
      days_not_read: 'Days of each window that were not read, and so have no number of their own',
      district_total: `The total ${n.theDistrict} itself publishes, where it is read; else null`,
      latest_change: 'The latest day with a change; null when there was none',
      since: 'The day read before: figures count from there; for troubles, since when they last',
      schools_changed: `${n.Places} with a change, also when it cancels out`,
      update_count: 'How many updates that day had; 0 for imported history',
      current_school_year: `The ${n.year} of as_of; null when the settings name none`,
      first_day: 'Its first day',
      clocks: 'When the source last changed, and when it was last looked at',
      source_changed_on: 'The day on which the source last changed',
      source_changed_at: 'When that was seen (UTC); null for imported history',
      checked_at: 'The last check on record (UTC)',
      held: 'A newer update that waits for a person; null when none does',
      declined: 'true when a person has said no to it',
      reasons: 'Why it waits',
      guard: 'The name of the rule',
      failing: 'The source cannot be read; null when it can',
      cause: 'Why it cannot be read, in one word',
      ended_on: `The day on which ${n.theDistrict} stopped publishing; null while it goes on`,
      latest: 'The latest day with a change, whole; null when there was none',
      first_read_at: 'When the day was first read (UTC); null for imported history',
      updates: 'The day’s updates in order',
      detected_at: 'When it was seen (UTC)',
      movers: `The day’s change of each ${n.place}, biggest first`,
      days: 'Every day that was read; a day that is missing was not read, which is not 0',
    },
  },
  /** Whom the numbers cover, and where each data set comes from. */
  credits: {
    whom: 'Whom the numbers cover',
    title: 'Where each piece of data comes from',
    cases: 'Cases',
    total: `${n.TheDistrict}’s own total`,
    locations: `Where ${n.places} are`,
    enrollment: `Number of ${n.people}`,
    vaccination: 'Vaccination',
    outline: 'Outline of the map',
    areas: 'Areas of the map',
  },
  about: {
    title: 'About these numbers',
    description: (district: string) =>
      `Where the numbers of ${district} come from, what a day means, why one can be negative, and how to get notified.`,
    lead: `${n.TheDistrict} publishes one growing number per ${n.place}. We read it several times a day and write down by how much it grew.`,
    day: 'What is a day here?',
    dayText: `The day on which we first saw a change, by ${n.theDistrict}’s clock. It is not the day somebody fell ill or was tested. A day we could not read has no number: it is a gap, not a zero, and the next number then covers the days before it too.`,
    negative: 'Why is a number negative?',
    negativeText: `Because ${n.theDistrict} took cases back: a case was entered twice, or at the wrong ${n.place}. We show the correction on the day it was made and never change an older day.`,
    all: 'What is “in all”?',
    allText: (counted: CountedNoun, began: string) =>
      `All ${counted.plural} ${n.theDistrict} has counted for ${n.aPlace}, with those from before this record began${began ? ` on ${began}` : ''}.`,
    years: (list: string) => `${n.Years} begin: ${list}.`,
    year: (name: string, date: string) => `${name} on ${date}`,
    held: 'When does a number wait for a person?',
    heldText:
      'An update that looks wrong is held back until somebody has looked at it. The reasons are:',
    told: 'How do I get notified?',
    toldFeed: 'Subscribe to the',
    toldText:
      'with any feed reader: one item for each day with a change, once the day is over. We keep no addresses and set no cookies.',
    notices: 'Notices',
    check: 'Can I check a number?',
    checkText: 'Yes. Each links to its line in',
    checkLedger: 'the ledger in git',
    checkMore: 'where every change has its date. All of it as files:',
  },
  faq: {
    title: 'Questions and answers',
    description: (district: string) =>
      `${(n.areSchools ? ofSchools : ofPlaces)(n).description}What is a new case, a correction, a gap? Answers about the numbers of ${district}.`,
    questions: (facts: FaqFacts): readonly Question[] => {
      const own = n.areSchools ? ofSchools(n) : ofPlaces(n);
      return [
        {
          id: own.findId,
          question: own.find,
          answer: [
            `Type its name into the search at the top of any page, or pick it from the list. Its page shows how many cases were added in the last 7, 14 and 21 days, ${facts.hasYears ? `in this ${n.year}, ` : ''}and in all.`,
            `We follow ${facts.schools}. ${n.APlace} that is not in the list has never been in what ${n.theDistrict} publishes.`,
          ],
          more: { href: 'schools/', label: `All ${n.places}, A to Z` },
        },
        {
          id: 'new-case',
          question: 'What is a new case here?',
          answer: [
            `${n.TheDistrict} gives one number per ${n.place}: how many ${facts.counted.plural} it has counted so far. Each time that number grows, we write down by how much. That growth is what we call new.`,
            'So “new” means newly reported. It does not say when somebody fell ill or was tested.',
          ],
        },
        {
          id: 'letter',
          question: own.heard,
          answer: [
            `${own.early} before ${n.theDistrict} adds the case to its table. We can only show what is in the table. It may be there tomorrow, or next week.`,
            `The last time anything in it changed was ${facts.lastChange ?? 'before this record began'}.`,
          ],
        },
        {
          id: 'negative',
          question: 'Why is a number negative?',
          answer: [
            `${n.TheDistrict} took a case back. Perhaps it was counted twice, or at the wrong ${n.place}. We call this a correction. It stands on the day on which it was made, and older days stay as they were.`,
            `So far there were ${facts.corrections} in this record.`,
          ],
        },
        {
          id: 'gap',
          question: 'Why does a day have no number?',
          answer: [
            'We could not read the table that day, so we do not know. We show a gap, because a 0 would be a guess. The next number then covers the missing days too, and says so.',
            'A day that we read and that brought nothing new has a 0.',
          ],
        },
        {
          id: 'week',
          question: 'Is it getting worse?',
          answer: [
            `The first page compares the last 7 days with the 7 days before. The chart shows each day, and the mean of 7 days as a line. One day alone says little: ${n.theDistrict} often adds several days at once.`,
          ],
          more: { href: '', label: 'See this week' },
        },
        ...(facts.hasRates
          ? [
              {
                id: 'rate',
                question: `What does “per ${n.per} ${n.people}” mean?`,
                answer: [
                  `${own.rate} That is why we mark it as a small number, and never rank ${n.places} by it.`,
                  `Where we do not know how many ${n.people} ${n.aPlace} has, it has no rate.`,
                ],
              },
            ]
          : []),
        {
          id: 'all',
          question: 'What is “in all”?',
          answer: [
            `All ${facts.counted.plural} that ${n.theDistrict} has counted at ${n.aPlace}${facts.began ? `, with those from before this record began on ${facts.began}` : ''}.`,
            `Do not add up the ${n.places} to get a number of people. ${own.twice}`,
          ],
          more: { href: 'about/', label: 'About these numbers' },
        },
        {
          id: 'held',
          question: 'What is an update that is held?',
          answer: [
            `Sometimes the table looks wrong. Half of it is missing, or ${n.aPlace} has fifty new cases at once. Then we publish nothing until a person has looked. The page says so, and shows the last numbers that passed.`,
          ],
          more: { href: 'about/#held', label: 'What makes an update wait' },
        },
        {
          id: 'old',
          question: 'How old is what I see?',
          answer: [
            'Each page says which day was read last. If a page was not checked for 36 hours, it tells you so by itself, by your own clock.',
            `${n.TheDistrict} does not add cases every day. When it is silent for ${facts.staleDays}, we say that too.`,
          ],
          more: { href: 'status/', label: 'Status' },
        },
        {
          id: 'told',
          question: 'How do I get notified?',
          answer: ['By email, in a feed reader, or in a chat. You give us no address.'],
          more: { href: 'subscribe/', label: 'Get notified' },
        },
        {
          id: 'privacy',
          question: 'Do these pages watch me?',
          answer: [
            `No. There are no cookies, no counters and no parts from other sites. ${facts.hasMap ? `“Near me” works out the distance in your own browser, and your position stays there. So does your list of ${n.places}.` : `Your list of ${n.places} stays in your own browser.`}`,
          ],
        },
        {
          id: own.personId,
          question: own.person,
          answer: [
            `We show what ${n.theDistrict} itself publishes for all to see, and nothing finer: ${own.nothingFiner}. We do not join it with anything that could point at a person.`,
          ],
        },
        {
          id: 'use',
          question: 'May I use the numbers?',
          answer: [
            'Yes. They are facts. Every table is a file with an address that stays, and every figure leads to its line in the ledger.',
          ],
          more: { href: 'data/', label: 'Data' },
        },
        {
          id: 'wrong',
          question: 'A number is wrong. What can I do?',
          answer: [
            `If the table of ${facts.district} is wrong, only ${n.theDistrict} can fix it; we then show the correction. If we read it wrongly, please tell us.`,
          ],
          more: { href: `${facts.repository}/issues`, label: 'Tell us' },
        },
        {
          id: 'who',
          question: 'Who makes this?',
          answer: [
            `It is not made by ${facts.district}. A program reads what ${n.theDistrict} publishes, and anybody can see how it works. If ${n.theDistrict} stops, the last numbers stay here and say that they are the last.`,
          ],
          more: { href: facts.repository, label: 'The program and the ledger' },
        },
      ];
    },
  },
  subscribe: {
    title: 'Get notified',
    description: (district: string, counted: CountedNoun) =>
      `Get word of new ${counted.plural} in ${district} by email, in a feed reader or in a chat, without giving us an address.`,
    lead: 'You need not look here every day: news can come to you. Nothing on this page asks for an address of yours, and none ever passes through this site.',
    follow: 'What to follow',
    followText:
      'Each kind of news has an address. Copy the one that you want; what to do with it is further down.',
    school: `For one ${n.place} only`,
    schoolText: `Each ${n.place} has a feed of its own. Its address is on the ${n.place}’s page, at the end.`,
    ofSchool: `One item for each update that changes the figure of this ${n.place}, as soon as it is seen.`,
    allAgain: `Back to all ${n.places}`,
    language: 'Language of the news',
    copy: 'Copy',
    otherFormats: 'The same as',
    words: {
      address: 'Address of “{name}”',
      copied: 'Copied.',
      byHand: 'Selected: copy it with Ctrl+C, ⌘C or a long press.',
      unknown: `No ${n.place} has the id {id}.`,
      failed: `How often news of this ${n.place} comes could not be loaded. The address is right.`,
      often: {
        none: 'Nothing came in {span}.',
        some: forms('One item came in {span}.', '{count} items came in {span}.'),
        weekly: forms(
          'About one item a week: {total} in {span}.',
          'About {count} items a week: {total} in {span}.',
        ),
      },
    },
    span: (count: number, last: string) =>
      count === 1
        ? `the one day up to ${last}`
        : `the ${count % 7 === 0 ? many(count / 7, 'week', 'weeks') : days(count)} up to ${last}`,
    ways: 'How it reaches you',
    reader: 'In a feed reader',
    readerText:
      'A feed reader is an app or a website that looks for news at the addresses you give it, and shows you what you have not read. Add an address from above to yours.',
    allFeeds: 'Every feed as one list (OPML), which feed readers can import',
    mail: 'By email',
    mailText: `GitHub sends you an email for each day with a change, for all ${n.places} together, once that day is over. You need an account there, which is free.`,
    mailSteps: {
      open: 'Sign in to GitHub and open this page:',
      after: [
        'Press “Watch”, near the top.',
        'Choose “Custom”, tick “Releases”, and press “Apply”.',
      ],
    },
    mailStop: 'To stop, press “Watch” again and choose “Participating and @mentions”.',
    mailFeed: `For one ${n.place}, or without an account there: some services turn a feed into email. Search the web for “RSS to email”, and give one an address from above. It will ask for your email address, so read its terms first: we run no such service and have tested none.`,
    phone: 'On a phone',
    phoneText:
      'Most feed readers are apps too, and some can notify you. Install one, add an address from above, and allow notifications.',
    posted: 'News is posted here too, in the words of this site:',
    feeds: {
      daily: (counted: CountedNoun) => `New ${counted.plural} by day`,
      updates: (counted: CountedNoun) => `New ${counted.plural}, each update`,
      notices: (_counted: CountedNoun) => 'Corrections and notices',
    },
    says: {
      daily:
        'For most people: one item for each day with a change. It comes when the day is over, so it can be a day late, but what it says will not change.',
      updates: 'For the impatient: one item for each change, as soon as it is seen.',
      notices:
        'Corrections, updates that wait for a person, days that could not be read, and changes in what is counted.',
    },
    chat: 'In a chat',
    chatText:
      'Slack, Microsoft Teams, Discord and others can follow a feed, some through another company’s app. Look for “RSS” among their apps, and give it an address from above.',
    promise: 'What we promise',
    promiseText:
      'An item is never changed once it is out. When a number has to be put right, a new item says so. The addresses of the feeds stay.',
  },
  status: {
    title: 'Status',
    description: (district: string) =>
      `How fresh the numbers of ${district} are: last change, last check, last build, and what is wrong if anything is.`,
    well: 'Everything works.',
    ended: `${n.TheDistrict} has stopped publishing. Nothing is read any more.`,
    troubled: 'Something needs attention:',
    clocks: 'Three clocks',
    changed: `${n.TheDistrict}’s numbers last changed`,
    checked: 'We last recorded a check',
    built: 'These pages were built',
    never: 'not yet',
    onDay: (date: string) => `on ${date}`,
    at: (date: string, time: string) => `${date}, ${time}`,
    fromCommit: 'from commit',
    byVersion: (version: string) => `The program’s version is ${version}.`,
    checkNote:
      'The numbers are read several times a day. A read is recorded when it is the first of a day or brings news.',
    days: 'The last two weeks',
    day: 'Day',
    read: 'First read',
    found: 'New cases',
    notRead: 'not read',
    imported: 'from the history before',
    cadence: 'How often we read',
    cadenceOver: (days: string, reads: string) =>
      `Measured over the last ${days}, in which the source was read ${reads} times. The service that starts our program is often late, so we measure instead of promise.`,
    notMeasured: 'Not measured yet: this begins after the second read.',
    betweenReads: 'Time between two reads',
    asked: 'Planned',
    measured: 'Measured',
    median: 'Half of the times, at most',
    p95: '95 times in 100, at most',
    longest: 'The longest',
    record: 'The record',
    began: 'Began',
    daysRead: 'Days read',
    daysMissed: 'Days between that were not read',
    updates: 'Updates',
    corrections: 'Lines that are corrections',
    total: 'On record in all',
    held: 'An update waits for a person',
    heldSince: (reason: string, since: string) => `${reason}, since ${since}`,
    failing: 'The numbers cannot be read',
    failingSince: (cause: string, since: string) => `Since ${since}. Cause: ${cause}.`,
    silent: (days: string) => `${n.TheDistrict}’s numbers have not changed for ${days}`,
    look: 'Look behind the scenes',
    runs: 'Every run of the program',
    issues: 'Alarms and questions',
    stamp: 'The stamp of this build',
  },
  /** Pages that redirect from the original tracker’s addresses. */
  moved: {
    title: (path: string) => `Moved: ${path}`,
    description: (path: string, site: string) => `Where to find ${path} of old in ${site}.`,
    heading: 'This page has moved',
    go: 'Go to its new place',
    school: `Each ${n.place} has its own page now.`,
    toSchools: `Find it in the list of all ${n.places}`,
  },
  notFound: {
    title: 'Page not found',
    description: (site: string) => `There is no such page in ${site}.`,
    text: 'There is nothing at this address. Try one of these:',
  },
  /** Finding and following schools; `words` are completed in the browser. */
  find: {
    search: {
      label: `Find ${n.aPlace}`,
      button: 'Find',
      words: {
        options: `${n.Places} found`,
        found: forms(`{count} ${n.place} found`, `{count} ${n.places} found`),
        more: forms(
          `{count} ${n.place} found, Enter lists it`,
          `{count} ${n.places} found, Enter lists all`,
        ),
        none: `No ${n.place} has a name like this`,
        recent: forms('{count} new in 14 days', '{count} new in 14 days'),
        formerly: 'formerly {name}',
        failed: 'The names could not be loaded. Enter leads to the list from A to Z.',
      },
    },
    list: {
      words: {
        title: `${n.Places} like “{query}”`,
        found: forms(`{count} ${n.place} found.`, `{count} ${n.places} found.`),
        none: `No ${n.place} has a name like this. The list below has them all.`,
        all: `Show all ${n.places}`,
      },
    },
    near: {
      button: `${n.Places} near me`,
      privacy: 'Worked out on this device: where you are is sent to nobody and kept nowhere.',
      words: {
        columns: [n.Place, 'Distance', '14 days'],
        looking: 'Asking this device where it is …',
        found: forms(
          `The nearest ${n.place} is {name}.`,
          `The {count} nearest ${n.places}; the nearest is {name}.`,
        ),
        far: 'All of them are far from where you seem to be.',
        distance: '{miles}\u00a0mi ({kilometers}\u00a0km)',
        denied:
          'This browser may not say where you are. You can allow it in the browser’s settings for this site, or search by name.',
        unavailable: 'This device does not know where it is. Please search by name.',
        late: 'This device took too long to say where it is. Please try again, or search by name.',
        unable: 'This browser cannot say where it is. Please search by name.',
        noPlaces: `We do not know where the ${n.places} of this ${n.district} are.`,
        failed: `The list of ${n.places} could not be loaded. Please try again.`,
      },
    },
    mine: {
      title: `My ${n.places}`,
      empty: `None yet. “Follow here” on ${n.aPlace}’s page puts it in this list, which only this browser remembers.`,
      follow: 'Follow here',
      followWords: {
        kept: `Now one of “My ${n.places}” on the first page. Only this browser remembers it.`,
        forgotten: `No longer one of “My ${n.places}”.`,
        closed: 'This browser does not let the page remember anything.',
      },
      words: {
        title: `My ${n.places}`,
        columns: [n.Place, '7 days', '14 days', 'All', ''],
        forget: 'Forget {name}',
        forgetAll: 'Forget all',
        compare: 'Compare',
        feeds: 'Their feeds as a file for feed readers (OPML)',
        file: `my-${n.places.replaceAll(' ', '-')}.opml`,
        failed: `The figures of your ${n.places} could not be loaded. Please load the page again.`,
      },
    },
    compare: {
      title: `Compare ${n.places}`,
      description: (district: string, counted: CountedNoun) =>
        `Up to four ${n.places} of ${district} beside each other: new ${counted.plural} by day and by window.`,
      lead: `Up to four ${n.places} beside each other. The address of this page says which, so you can send it.`,
      withOthers: `Compare with other ${n.places}`,
      add: `Add ${n.aPlace}`,
      noScript: `Without JavaScript this page cannot put ${n.places} together. Every ${n.place}’s windows stand side by side here:`,
      words: {
        none: `No ${n.place} is chosen yet.`,
        comparing: forms(
          `One ${n.place} is chosen; add another.`,
          `Comparing {count} ${n.places}.`,
        ),
        unknown: `No ${n.place} has the id {id}.`,
        full: 'Four are the most; remove one to add another.',
        remove: 'Remove {name}',
        chosen: `Chosen ${n.places}`,
        failed: 'The figures could not be loaded. Please load the page again.',
        table: 'New cases by window',
        columns: [n.Place, '7 days', '14 days', '21 days', n.Year, 'All', `Per ${n.per}*`],
        asOf: 'Windows are calendar days and end on {date}, the last day read.',
        smallNumbers: `* New cases of the last 14 days per ${n.per} ${n.enrolled}. These are small numbers: one case more or less changes the rate a lot.`,
        unknownRate: 'unknown',
        noFigure: 'No figure yet.',
        charts: 'New cases by the day they were reported',
        oneScale:
          'All charts have one scale. A gap in the line is days that were not read; a pale bar over them is as high as their mean. Hatched bars below the line are corrections.',
        chart: '{name}, {from} to {to}: {sum} new cases in all, at most {most} in one report.',
      },
    },
  },
  map: {
    title: 'Map',
    heading: 'On the map',
    description: (district: string, counted: CountedNoun) =>
      `Every ${n.place} of ${district} on a map by its new ${counted.plural}: the last 7, 14 or 21 days, the ${n.year}, or all. Set your own classes and share what you see.`,
    /** For readers who cannot see the drawing. */
    label: (schools: string) => `Map with ${schools}. The table below has the same numbers.`,
    skip: 'Skip the map: the table has the same numbers',
    legend: 'What the dots mean',
    dots: n.Places,
    placeless: (schools: string) => `Not on the map, because we do not know the place: ${schools}`,
    readingHint: 'Tap a dot, or close to one, to read it. Pinch or press + to zoom.',
    toMap: 'Open the big map',
    controls: 'What the map shows',
    measure: 'Show',
    window: 'Time',
    windows: { year: n.Year, all: 'All' },
    measures: {
      count: 'New cases',
      rate: `Per ${n.per} ${n.people}`,
      'one-dose': 'One vaccine dose',
      vaccinated: 'Fully vaccinated',
    },
    own: 'Classes of your own',
    thresholds: 'Classes begin at',
    thresholdsHint: 'One to five numbers, each larger than the one before',
    apply: 'Use',
    reset: 'Reset',
    link: 'The address of this page holds what you choose, so you can share it.',
    noScript: 'With JavaScript you could change what the map shows. The table has every number.',
    smallNumbers: `Small numbers: at a small ${n.place} one case makes a high rate. Look at the count first.`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: `Whole ${n.district}`,
    streets: 'Show streets',
    streetsNote: (host: string) =>
      `The street map comes from ${host}. It will see your internet address and which area you look at. Nothing is asked of it before you press this.`,
    table: 'The same as a table',
    oneDose: 'One dose',
    vaccinated: 'Fully vaccinated',
    /** Plain strings, because the browser uses them too. */
    words: {
      unknown: 'not known',
      correction: 'below 0: cases taken back',
      none: 'none',
      under: 'under {n}',
      range: '{from} to under {to}',
      between: '{from}–{to}',
      more: '{n} or more',
      measures: {
        count: 'New cases',
        rate: `New cases per ${n.per} ${n.people}`,
        'one-dose': `${n.People} with at least one vaccine dose`,
        vaccinated: `${n.People} fully vaccinated`,
      },
      windows: {
        '7': 'in the last 7 days',
        '14': 'in the last 14 days',
        '21': 'in the last 21 days',
        year: `in the ${n.year}`,
      },
      allCases: 'All cases on record',
      allRate: `All cases on record per ${n.per} ${n.people}`,
      rateColumn: `Per ${n.per} ${n.people}, {window} (small numbers)`,
      mapName: 'Arrow keys move it once it is zoomed in, plus and minus zoom, 0 shows all of it.',
      inPart: `The table shows {n} of {of} ${n.places}: those in this part of the map.`,
      refused: '“{value}” cannot be used for {name}; the map shows what it shows at first.',
      refusedThresholds:
        '“{value}” cannot be used. Write one to five numbers above 0, each larger than the one before, whole ones for cases.',
      failed: 'The numbers could not be loaded. Is there a connection? The table has them all.',
    },
  },
  /** Every published table, with its columns in the order of the file. */
  dictionary: {
    'data/cases.csv': {
      says: `${n.APlace}’s change in one update, one a line`,
      columns: {
        reporting_date: `The day on which the change was first seen, in ${n.theDistrict}’s time zone; not the day of illness`,
        update: 'Number of the update within that day; 0 for imported history',
        school_id: `The ${n.place}’s permanent id`,
        new_cases: `Change of the cumulative count; negative when ${n.theDistrict} took cases back`,
        total_cases: `The ${n.place}’s all-time total after this update`,
      },
    },
    'data/days.csv': {
      says: 'A day on which the source was read; a day without a line was not read',
      columns: {
        reporting_date: `The day, in ${n.theDistrict}’s time zone`,
        first_read_at: 'When it was first read (UTC); blank for imported history',
        new_cases: `${n.TheDistrict}’s new cases that day`,
        total_cases: `${n.TheDistrict}’s all-time total at its end`,
        schools_changed: `${n.Places} with any change that day, also when they cancel out`,
        district_total: `The total ${n.theDistrict} itself publishes, where it is read; else blank`,
      },
    },
    'data/schools.csv': {
      says: `${n.APlace}, one a line`,
      columns: {
        school_id: `The ${n.place}’s permanent id`,
        name: 'What it is called now',
        latitude: 'Degrees north; blank when unknown',
        longitude: 'Degrees east; blank when unknown',
        enrollment: `${n.Enrolled}; blank when unknown`,
        vaccinated_one_dose: `${n.People} with at least one dose; blank when unknown`,
        vaccinated_complete: `${n.People} fully vaccinated; blank when unknown`,
        baseline_cases: 'What its total holds besides its lines',
        aliases:
          'Former names, separated by semicolons; id:… for an id learnt later, label:… for a longer name, into:… for the entry as which it is counted',
      },
    },
    'data/updates.csv': {
      says: 'A detected change of the source; imported days have none',
      columns: {
        reporting_date: `The day, in ${n.theDistrict}’s time zone`,
        update: 'Its number within that day',
        detected_at: 'When it was seen (UTC)',
        new_cases: `${n.TheDistrict}’s new cases in this update`,
        schools_changed: `${n.Places} whose count changed`,
        restarts: 'Counter restarts declared up to then',
        source_sha256: 'SHA-256 of what the source sent',
      },
    },
    'data/renames.csv': {
      says: `A change of ${n.aPlace}’s name, one a line`,
      columns: {
        renamed_at: 'When the new name was seen (UTC)',
        school_id: `The ${n.place}’s permanent id`,
        old_name: 'The name before',
        new_name: 'The name since then',
      },
    },
    'data/notices.csv': {
      says: 'What readers should know besides new cases, one a line',
      columns: {
        noticed_at: 'When it was written down (UTC)',
        kind: 'held, released, accepted, restart, outage, correction or definition (a change of what is published, or a sign that the source counts something else)',
        reporting_date: 'The day it is about; for a change, the day from which it holds',
        school_id: `The ${n.place} it is about; blank when it is not about one`,
        text: 'The sentence as people read it; blank for the usual one. With “district_total - places”, that difference before and now',
      },
    },
    'data/allCpsCovidData.csv': {
      says: `The wide table of the original tracker: a row per ${n.place}, a column per day`,
      columns: {
        School: 'What it is called now',
        Latitude: 'Degrees north',
        Longitude: 'Degrees east',
        CPS_School_ID: `The ${n.place}’s permanent id`,
        '7Total': 'New cases of the last 7 calendar days up to the last column',
        '14Total': 'The same for 14 days',
        '21Total': 'The same for 21 days',
        gTotal: 'All-time total',
        preSY2122: `Total before the current ${n.year}`,
        YYYYMMDD: 'New cases of that day; a column for each day that was read',
      },
    },
    'data/allCpsCovidData2022.csv': {
      says: 'The same table in the original tracker’s last layout, of 2022',
      columns: {
        School: 'What it is called now',
        Latitude: 'Degrees north',
        Longitude: 'Degrees east',
        CPS_School_ID: `The ${n.place}’s permanent id`,
        Student_Count: `Number of ${n.people}; blank = not known`,
        Vax_First_Dose: 'Those with at least one dose; blank = not known',
        Vax_Complete: 'Those fully vaccinated; blank = not known',
        '7Total': 'New cases of the last 7 calendar days up to the last column',
        '14Total': 'The same for 14 days',
        '21Total': 'The same for 21 days',
        gTotal: 'All-time total',
        preSY2122:
          'Total before the school year 2021–22; blank where the settings name no such year',
        SY2122: 'Cases of the school year 2021–22',
        Summer_22: 'Cases between its last session and the next school year',
        YYYYMMDD: 'New cases of that day; a column for each day that was read',
      },
    },
    'data/newFormatTest.csv': {
      says: `The same table turned: a column per ${n.place}`,
      columns: {
        School: 'The names of the columns above',
      },
    },
    'data/CPStotals.csv': {
      says: `${n.TheDistrict}’s days in the original tracker’s format`,
      columns: {
        date: 'The day as YYYYMMDD',
        daily: 'New cases that day',
        running: 'Sum of daily; what was counted before the record began is left out',
        '7DaySum': 'New cases of the last 7 calendar days',
        '7DayAvg': 'Their mean per day',
        '14DaySum': 'New cases of the last 14 calendar days',
        '14DayAvg': 'Their mean per day',
      },
    },
  },
  /** Reasons to hold an update, by the name of the guard. */
  guards: {
    restart: 'The source shows under half of what is on record: it may count from zero again',
    'false-restart': 'A counter restart is declared, but the source goes on as before',
    'district-fall': `${n.TheDistrict}’s total falls by more than a few cases`,
    'school-fall': `${n.APlace}’s total falls by more than a few cases`,
    'many-falls': `The totals of many ${n.places} fall at once`,
    disappearances: `${n.Places} with cases are missing from a sheet that lists every ${n.place}`,
    unreported: `${n.Places} with cases are shown without a figure`,
    strangers: `Several ${n.places} appear that were never seen before`,
    namesakes: `An unknown id goes by the name of ${n.aPlace} that is known by its name only`,
    'possible-rename': `A missing and an unknown ${n.place} are alike in name or number: perhaps one ${n.place} with a new name, or one that was divided or merged`,
    renames: `Several ${n.places} change their name at once`,
    'district-surge': 'Far more new cases than in any span of as many days of the last 28',
    'school-surge': `${n.APlace} gains more cases in one run than ${n.aPlace} plausibly can`,
    'rows-without-id': `More rows than usual have text but no ${n.place} id`,
    'unreadable-rows': `A row’s ${n.place} id or count cannot be read`,
    review: 'The settings ask for a person’s review of every update',
  },
  feed: {
    daily: (site: string, counted: CountedNoun) => `${site}: new ${counted.plural} by day`,
    dailyDescription: (district: string) =>
      `One item for each day on which ${district} reported a change, once the day is over.`,
    updates: (site: string, counted: CountedNoun) => `${site}: new ${counted.plural}, each update`,
    updatesDescription: (district: string) =>
      `One item for each change of the numbers of ${district}, as soon as it is seen.`,
    notices: (site: string) => `${site}: corrections and notices`,
    noticesDescription: (district: string) =>
      `Corrections, held updates, counter restarts and days that could not be read, of ${district}.`,
    school: (name: string, counted: CountedNoun) => `${name}: new ${counted.plural}`,
    schoolDescription: (name: string, district: string) =>
      `One item for each change of the numbers of ${name}, ${district}.`,
    since: (date: string) => `since ${date}`,
    update: (count: number, date: string, figure: string, day: string) =>
      `Update ${number(count)}, ${date}: ${figure} (day so far: ${day})`,
    soFar: (figure: string) => `The day so far: ${figure}.`,
    /** @param count the update's number of its day; a day's first is not named as such */
    schoolItem: (date: string, count: number, name: string, figure: string) =>
      `${date}${count > 1 ? `, update ${number(count)}` : ''}: ${figure} at ${name}`,
    total: (total: string) => `In all: ${total}.`,
    correction: (name: string, change: string) => `Correction: ${name} ${change}`,
    corrections: (places: string, date: string) => `Corrections at ${places}, ${date}`,
    correctedEarlier: (words: string) => `Correction: ${words}`,
    correctionText: (name: string, before: string, after: string, date: string) =>
      `${name}: ${before} became ${after} on ${date}. The items and pages of earlier days do not change.`,
    rest: (count: number) => `and ${number(count)} more`,
    gap: (count: number) => `${days(count)} could not be read`,
    gapText: (from: string, to: string) =>
      `Nothing was read after ${from} until ${to}. The figure of ${to} covers the days between.`,
    kinds: {
      held: 'An update is held until a person has checked it',
      released: 'A held update is published, because it lasted',
      accepted: 'A held update is published, because a person has checked it',
      restart: `${n.TheDistrict} counts from zero again; our totals go on`,
      outage: 'The numbers cannot be read at present; the last good ones stay',
      correction: 'A correction',
      definition: 'What is counted changes',
    },
    totalMoved: 'What is counted may have changed',
    totalMovedText: (from: string, to: string) =>
      `The difference between the sheet’s own total and the sum of its ${n.places} was ${from} and is now ${to}: what one of them counts may have changed`,
  },
  update: {
    title: (count: number, date: string) => `Update ${number(count)} of ${date}`,
    description: (count: number, figure: string, district: string, date: string) =>
      `Update ${number(count)} of ${date}: ${figure} of ${district}.`,
    seen: (time: string) => `Seen at ${time}.`,
    wholeDay: 'The whole day',
    all: (count: string) => `This update at ${count}`,
  },
});
