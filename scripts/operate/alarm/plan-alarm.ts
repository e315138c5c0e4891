import { type Instant, type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { OwnIssue } from '../../github/issues.ts';
import {
  alarmBody,
  alarmTitle,
  begunAt,
  lastingWords,
  recoveredBody,
  recoveredTitle,
  recoveredWords,
  type Telling,
} from '../../wording/alarm-text.ts';
import { ALARM_MARKER, type AlarmState, hiddenState, readState } from './alarm-state.ts';
import { type Judged, keyOf, type Trouble } from './trouble.ts';

export interface AlarmFacts extends Telling {
  /** What this run found wrong, of what it judged. */
  readonly troubles: readonly Trouble[];
  readonly judged: ReadonlySet<Judged>;
  /** Open issues of our own with the alarm's marker. */
  readonly open: readonly OwnIssue[];
  /** Closed ones; looked at only when something is wrong and none is open. */
  readonly closed: readonly OwnIssue[];
}

/** What is to be done to make GitHub say what is so; carried out in order by `keepAlarm`. */
export type AlarmAct =
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
      /** Hidden in it, so that a run which was killed before its edit does not say it twice. */
      readonly marker: string;
      readonly body: string;
    };

/**
 * Compares what should be open with what is. Nothing depends on what happened to be recorded when
 * something began or ended, so a call that failed is made up for by the next run.
 *
 * - One issue holds every trouble; of several (two runs at once), the oldest stays.
 * - What this run could not judge is left as it was told.
 * - One that a person closed stays closed until there is another cause, or the same one anew.
 * - A comment comes before the edit that remembers it, and is looked for before it is made.
 */
export function planAlarm(facts: AlarmFacts): readonly AlarmAct[] {
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
  const told = before === undefined || before.recoveredAt !== null ? [] : before.troubles;
  const kept = told.filter((trouble) => !judged.has(trouble.scope) && !judged.has(keyOf(trouble)));
  const found = troubles.map((trouble) => {
    const known = told.find((other) => keyOf(other) === keyOf(trouble));
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

/** A person closed it, nothing new has come since, and what is wrong was wrong already then. */
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
): readonly AlarmAct[] {
  const state: AlarmState = { troubles: present, toldOn: today, recoveredAt: null };
  const edit: AlarmAct = {
    kind: 'edit',
    number,
    title: alarmTitle(present),
    body: alarmBody(state, facts),
  };
  if (before.toldOn >= today) return [edit];
  const marker = `<!-- tracker-alarm-lasting ${today} -->`;
  return [{ kind: 'comment', number, marker, body: lastingWords(state, facts) }, edit];
}

function recovery(main: OwnIssue, before: AlarmState, facts: AlarmFacts): readonly AlarmAct[] {
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

/** Two runs at once can open two; what the younger one said is in the older one's next text. */
function merged(twin: OwnIssue, main: OwnIssue, now: Instant): AlarmAct {
  const state = hiddenState({ troubles: [], toldOn: now.slice(0, 10), recoveredAt: now });
  const body = `${ALARM_MARKER}\n\nThis goes on in #${main.number}.\n\n${state}\n`;
  return { kind: 'edit', number: twin.number, title: twin.title, body, state: 'closed' };
}

function earliest(one: Instant, other: Instant): Instant {
  if (one < other) return one;
  return other;
}
