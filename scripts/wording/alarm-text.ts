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

/** The text of the issue while something is wrong. */
export interface AlarmModel {
  readonly marker: string;
  readonly opening: string;
  readonly troubles: readonly TroubleModel[];
  /** The hidden comment from `hiddenState`. */
  readonly state: string;
}

/** The text of the issue once all is well again. Times are in the district's time zone. */
export interface RecoveryModel {
  readonly marker: string;
  readonly since: string;
  readonly until: string;
  readonly lasted: string;
  readonly runUrl: string;
  readonly troubles: readonly TroubleModel[];
  /** The hidden comment from `hiddenState`. */
  readonly state: string;
}

interface TroubleModel {
  readonly title: string;
  readonly message: string;
  readonly advice: string;
  /** In the district's time zone. */
  readonly since: string;
  /** For how long it has lasted: `2 hours and 5 minutes`. */
  readonly lasting: string;
  /** `once`, `3 times`. */
  readonly times: string;
  /** Empty if there is none, or if it is not a plain address. */
  readonly runUrl: string;
  /** What readers see in the meantime. */
  readonly readers: string;
}

/** What the texts of an alarm need besides the troubles. */
export interface AlarmContext {
  readonly now: Instant;
  readonly timeZone: string;
  readonly runUrl: string;
}

const READERS: Readonly<Record<Scope, string>> = {
  start: 'see the last good counts; after 36 hours a banner says how old they are.',
  read: 'see the last good counts, and a banner that says since when the source could not be read.',
  run: 'see the last good counts; after 36 hours a banner says how old they are.',
  deploy: 'see the previous build; after 36 hours a banner says how old it is.',
  schedule: 'see the last good counts; after 36 hours a banner says how old they are.',
  silence: 'see the same counts as in the source, and how long they have been unchanged.',
  release:
    'see all figures on the site; people who watch the releases have not heard of these dates.',
  channel: 'see all figures on the site and in the feeds; those who follow that channel do not.',
};

const LONGEST_MESSAGE = 1_000;

/** The title: the first trouble, and how many more there are. */
export function alarmTitle(troubles: readonly Trouble[]): string {
  const [first, ...others] = troubles;
  if (first === undefined) return 'An alarm';
  return others.length === 0 ? first.title : `${first.title}, and ${others.length} more`;
}

/** The body while something is wrong, with the state hidden in it. */
export function alarmBody(state: AlarmState, context: AlarmContext): string {
  const count = state.troubles.length;
  return renderMarkdown('alarm', {
    marker: ALARM_MARKER,
    opening: count === 1 ? 'This needs attention:' : `These ${count} things need attention:`,
    troubles: state.troubles.map((trouble) => shown(trouble, context)),
    state: hiddenState(capped(state)),
  });
}

/** The title once all is well again. @param since from `begunAt` */
export function recoveredTitle(
  { troubles }: AlarmState,
  since: Instant,
  { now }: AlarmContext,
): string {
  return `Over after ${span(since, now)}: ${alarmTitle(troubles)}`;
}

/** The body once all is well again. @param since from `begunAt` */
export function recoveredBody(state: AlarmState, since: Instant, context: AlarmContext): string {
  const { now, timeZone, runUrl } = context;
  return renderMarkdown('alarm-recovered', {
    marker: ALARM_MARKER,
    since: localTime(since, timeZone),
    until: localTime(now, timeZone),
    lasted: span(since, now),
    runUrl,
    troubles: state.troubles.map((trouble) => shown(trouble, context)),
    state: hiddenState(capped({ ...state, recoveredAt: now })),
  });
}

/** The daily comment while something is wrong, in one line. */
export function lastingWords({ troubles }: AlarmState, { now }: AlarmContext): string {
  const lines = troubles.map(
    ({ title, since, times }) => `${title} (for ${span(since, now)}, found ${count(times)})`,
  );
  return `Still: ${lines.join('; ')}.`;
}

/** The last comment, once all is well again. @param since from `begunAt` */
export function recoveredWords(since: Instant, { now, runUrl }: AlarmContext): string {
  return `All is well again. It lasted ${span(since, now)}. ${runUrl}`.trim();
}

/** When the first trouble began; when the issue was opened, if its state was lost. */
export function begunAt({ troubles }: AlarmState, createdAt: Instant): Instant {
  return troubles.map(({ since }) => since).sort()[0] ?? createdAt;
}

function shown(trouble: Trouble, { now, timeZone }: AlarmContext): TroubleModel {
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

/** The time between two instants in at most two units: `1 day and 3 hours`, `5 minutes`. */
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
