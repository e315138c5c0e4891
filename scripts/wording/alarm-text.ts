import { hoursBetween, type Instant } from '../domain/time.ts';
import { ALARM_MARKER, type AlarmState, hiddenState } from '../operate/alarm/alarm-state.ts';
import type { Scope, Trouble } from '../operate/alarm/trouble.ts';
import { clipped, localTime, many } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly alarm: AlarmModel;
    readonly 'alarm-recovered': RecoveryModel;
  }
}

/** The issue while something is wrong. */
export interface AlarmModel {
  readonly marker: string;
  readonly opening: string;
  readonly troubles: readonly TroubleModel[];
  /** Hidden. */
  readonly state: string;
}

/** The issue once all is well again; times are the district's. */
export interface RecoveryModel {
  readonly marker: string;
  readonly since: string;
  readonly until: string;
  readonly lasted: string;
  readonly runUrl: string;
  readonly troubles: readonly TroubleModel[];
  /** Hidden. */
  readonly state: string;
}

interface TroubleModel {
  readonly title: string;
  readonly message: string;
  readonly advice: string;
  /** In the district's time. */
  readonly since: string;
  /** For how long. */
  readonly lasting: string;
  /** `3 times`. */
  readonly times: string;
  /** Empty where there is none. */
  readonly runUrl: string;
  /** What they see meanwhile. */
  readonly readers: string;
}

/** What every text of an alarm is given besides the troubles. */
export interface Telling {
  readonly now: Instant;
  readonly timeZone: string;
  readonly runUrl: string;
}

const READERS: Readonly<Record<Scope, string>> = {
  start: 'see the last good counts; after 36 hours a banner says how old they are.',
  read: 'see the last good counts, and a banner that says since when the source cannot be read.',
  run: 'see the last good counts; after 36 hours a banner says how old they are.',
  deploy: 'see the build before; after 36 hours a banner says how old it is.',
  schedule: 'see the last good counts; after 36 hours a banner says how old they are.',
  silence: 'see the same counts as in the source, and since when they have not changed.',
  release:
    'see all figures on the site; whoever watches the releases has not been told of these dates.',
};

const LONGEST_MESSAGE = 1_000;

export function alarmTitle(troubles: readonly Trouble[]): string {
  const [first, ...others] = troubles;
  if (first === undefined) return 'An alarm';
  return others.length === 0 ? first.title : `${first.title}, and ${others.length} more`;
}

export function alarmBody(state: AlarmState, telling: Telling): string {
  const count = state.troubles.length;
  return renderMarkdown('alarm', {
    marker: ALARM_MARKER,
    opening: count === 1 ? 'This needs a look:' : `These ${count} things need a look:`,
    troubles: state.troubles.map((trouble) => shown(trouble, telling)),
    state: hiddenState(capped(state)),
  });
}

/** @param since from `begunAt` */
export function recoveredTitle({ troubles }: AlarmState, since: Instant, { now }: Telling): string {
  return `Over after ${span(since, now)}: ${alarmTitle(troubles)}`;
}

export function recoveredBody(state: AlarmState, since: Instant, telling: Telling): string {
  const { now, timeZone, runUrl } = telling;
  return renderMarkdown('alarm-recovered', {
    marker: ALARM_MARKER,
    since: localTime(since, timeZone),
    until: localTime(now, timeZone),
    lasted: span(since, now),
    runUrl,
    troubles: state.troubles.map((trouble) => shown(trouble, telling)),
    state: hiddenState(capped({ ...state, recoveredAt: now })),
  });
}

/** One line for the comment that says it lasts, or that it is over. */
export function lastingWords({ troubles }: AlarmState, { now }: Telling): string {
  const lines = troubles.map(
    ({ title, since, times }) => `${title} (for ${span(since, now)}, found ${count(times)})`,
  );
  return `Still: ${lines.join('; ')}.`;
}

export function recoveredWords(since: Instant, { now, runUrl }: Telling): string {
  return `All is well again. It lasted ${span(since, now)}. ${runUrl}`.trim();
}

/** The earliest instant at which anything was wrong; the issue's own where its memory is lost. */
export function begunAt({ troubles }: AlarmState, createdAt: Instant): Instant {
  return troubles.map(({ since }) => since).sort()[0] ?? createdAt;
}

function shown(trouble: Trouble, { now, timeZone }: Telling): TroubleModel {
  return {
    title: trouble.title,
    message: clipped(trouble.message, LONGEST_MESSAGE),
    advice: trouble.advice,
    since: localTime(trouble.since, timeZone),
    lasting: span(trouble.since, now),
    times: count(trouble.times),
    runUrl: /^https?:\/\/[\w./:-]+$/.test(trouble.runUrl) ? trouble.runUrl : '',
    readers: READERS[trouble.scope],
  };
}

function capped(state: AlarmState): AlarmState {
  const troubles = state.troubles.map((trouble) => ({
    ...trouble,
    message: clipped(trouble.message, LONGEST_MESSAGE),
  }));
  return { ...state, troubles };
}

/** How long it is from one instant to another, in the two units that say it. */
export function span(from: Instant, to: Instant): string {
  const minutes = Math.max(1, Math.round(hoursBetween(from, to) * 60));
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ];
  const parts =
    days > 0
      ? [unit(days, 'day'), unit(hours, 'hour')]
      : [unit(hours, 'hour'), unit(rest, 'minute')];
  return parts.filter(Boolean).join(' and ');
}

function unit(number: number, word: string): string {
  return number === 0 ? '' : many(number, word);
}

function count(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}
