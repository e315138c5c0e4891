import { type Instant, type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { OwnIssue } from '../../github/issues.ts';
import {
  type AlarmContext,
  alarmBody,
  alarmTitle,
  begunAt,
  lastingWords,
  recoveredBody,
  recoveredTitle,
  recoveredWords,
} from '../../wording/alarm-text.ts';
import { ALARM_MARKER, type AlarmState, hiddenState, readState } from './alarm-state.ts';
import { keyOf, type Trouble, type TroubleSelector } from './trouble.ts';

/**
 * Everything that planning the alarm depends on: the run's findings, and the issues as they are.
 */
export interface AlarmFacts extends AlarmContext {
  /** What this run found wrong, among the things that it judged. */
  readonly troubles: readonly Trouble[];
  /** What this run could judge. Troubles outside of it stay in the issue as they are. */
  readonly judged: ReadonlySet<TroubleSelector>;
  /** Open issues that the workflows wrote and that have the alarm's marker. */
  readonly open: readonly OwnIssue[];
  /** Closed ones; fetched only if something is wrong and none is open. */
  readonly closed: readonly OwnIssue[];
}

/** One change to an issue. `keepAlarm` carries them out in order. */
export type AlarmAction =
  | { readonly kind: 'create'; readonly title: string; readonly body: string }
  | {
      readonly kind: 'edit';
      readonly number: number;
      readonly title: string;
      readonly body: string;
      readonly state?: 'closed';
    }
  | {
      readonly kind: 'comment';
      readonly number: number;
      /** Hidden in the comment, so that a run killed before its edit does not comment twice. */
      readonly marker: string;
      readonly body: string;
    };

/**
 * Compares what should be open with what is open. The plan follows from the present state alone,
 * not from having seen a trouble begin or end, so if a call fails, the next run catches up.
 *
 * - One issue holds every trouble. If two runs opened one each, the older one stays.
 * - What this run could not judge is left as an earlier run reported it.
 * - An issue that a person closed stays closed until there is a new cause, or the old one returns.
 * - A comment is posted before the edit that records it, and only if it is not there yet.
 */
export function planAlarm(facts: AlarmFacts): readonly AlarmAction[] {
  const [main, ...twins] = [...facts.open].sort((a, b) => a.number - b.number);
  const before = main === undefined ? undefined : readState(main);
  const present = presentTroubles(facts, before);
  const today = reportingDateAt(facts.now, facts.timeZone);
  if (main === undefined || before === undefined) {
    if (present.length === 0 || isSilenced(present, facts.closed)) return [];
    const state: AlarmState = { troubles: present, toldOn: today, recoveredAt: null };
    return [{ kind: 'create', title: alarmTitle(present), body: alarmBody(state, facts) }];
  }
  const mergers = twins.map((twin) => merged(twin, main, facts.now));
  if (present.length === 0) return [...mergers, ...recovery(main, before, facts)];
  return [...mergers, ...lasting(main, before, present, today, facts)];
}

function presentTroubles(
  { troubles, judged }: AlarmFacts,
  before: AlarmState | undefined,
): readonly Trouble[] {
  const reported = before === undefined || before.recoveredAt !== null ? [] : before.troubles;
  const kept = reported.filter(
    (trouble) => !judged.has(trouble.scope) && !judged.has(keyOf(trouble)),
  );
  const found = troubles.map((trouble) => {
    const known = reported.find((other) => keyOf(other) === keyOf(trouble));
    if (known === undefined) return trouble;
    const isSameRun = known.runUrl === trouble.runUrl && trouble.runUrl !== '';
    return {
      ...trouble,
      since: earliest(known.since, trouble.since),
      times: Math.max(trouble.times, isSameRun ? known.times : known.times + 1),
    };
  });
  return [...found, ...kept].sort((a, b) => (a.since < b.since ? -1 : 1));
}

/** Whether a person closed the last issue knowing of every trouble that there is now. */
function isSilenced(present: readonly Trouble[], closed: readonly OwnIssue[]): boolean {
  const last = [...closed].sort((a, b) => b.number - a.number)[0];
  if (last === undefined || last.closedAt === null) return false;
  const state = readState(last);
  if (state.recoveredAt !== null) return false;
  const { closedAt } = last;
  const known = new Set(state.troubles.map(keyOf));
  return present.every((trouble) => known.has(keyOf(trouble)) && trouble.since <= closedAt);
}

function lasting(
  { number }: OwnIssue,
  before: AlarmState,
  present: readonly Trouble[],
  today: ReportingDate,
  facts: AlarmFacts,
): readonly AlarmAction[] {
  const state: AlarmState = { troubles: present, toldOn: today, recoveredAt: null };
  const edit: AlarmAction = {
    kind: 'edit',
    number,
    title: alarmTitle(present),
    body: alarmBody(state, facts),
  };
  if (before.toldOn >= today) return [edit];
  const marker = `<!-- tracker-alarm-lasting ${today} -->`;
  return [{ kind: 'comment', number, marker, body: lastingWords(state, facts) }, edit];
}

function recovery(main: OwnIssue, before: AlarmState, facts: AlarmFacts): readonly AlarmAction[] {
  const { number } = main;
  const since = begunAt(before, main.createdAt);
  const marker = `<!-- tracker-alarm-recovered ${since} -->`;
  const title = recoveredTitle(before, since, facts);
  const body = recoveredBody(before, since, facts);
  return [
    { kind: 'comment', number, marker, body: recoveredWords(since, facts) },
    { kind: 'edit', number, title, body, state: 'closed' },
  ];
}

/** Closes the younger of two issues opened at once; the older one's next text says it all. */
function merged(twin: OwnIssue, main: OwnIssue, now: Instant): AlarmAction {
  const state = hiddenState({ troubles: [], toldOn: now.slice(0, 10), recoveredAt: now });
  const body = `${ALARM_MARKER}\n\nThis continues in #${main.number}.\n\n${state}\n`;
  return { kind: 'edit', number: twin.number, title: twin.title, body, state: 'closed' };
}

function earliest(one: Instant, other: Instant): Instant {
  if (one < other) return one;
  return other;
}
