import { z } from 'zod';
import { instantText } from '../../domain/parsed-text.ts';
import { type Instant, parseInstant } from '../../domain/time.ts';
import type { OwnIssue } from '../../github/issues.ts';
import { SCOPES, type Trouble } from './trouble.ts';

/**
 * Hidden in every alarm issue, whether the tracker or the workflow's last resort wrote it. An issue
 * with this marker and the workflow's own account as its author is the alarm.
 */
export const ALARM_MARKER = '<!-- tracker-alarm -->';

/** What an alarm issue remembers, hidden in its body. */
export interface AlarmState {
  readonly troubles: readonly Trouble[];
  /** The date of its last comment, or of its opening. */
  readonly toldOn: string;
  /**
   * When all was well again; null while it lasts. If a closed issue has null, a person closed it.
   */
  readonly recoveredAt: Instant | null;
}

const STATE = /<!-- tracker-alarm-state (\{.*\}) -->/;
/**
 * Written by the workflow's last resort, which knows only that the tracker's code could not run.
 */
const START = /<!-- tracker-alarm-start since=(\S+) times=(\d+) run=(\S+) -->/;

const stateSchema = z.object({
  troubles: z.array(
    z.object({
      scope: z.enum(SCOPES),
      cause: z.string(),
      title: z.string(),
      message: z.string(),
      advice: z.string(),
      since: instantText,
      times: z.number(),
      runUrl: z.string(),
    }),
  ),
  toldOn: z.string(),
  recoveredAt: instantText.nullable(),
});

/**
 * The state as a hidden HTML comment. Signs that could end the comment or mention anyone are
 * escaped.
 */
export function hiddenState(state: AlarmState): string {
  const json = JSON.stringify(state).replace(
    /[<>@#&]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<!-- tracker-alarm-state ${json} -->`;
}

/**
 * What an alarm issue remembers. If a person has edited the body so that it no longer parses, the
 * state is empty and the next run rewrites it.
 */
export function readState({ body, createdAt }: Pick<OwnIssue, 'body' | 'createdAt'>): AlarmState {
  const blank: AlarmState = { troubles: [], toldOn: createdAt.slice(0, 10), recoveredAt: null };
  const state = parseState(STATE.exec(body)?.[1]) ?? blank;
  const start = startTrouble(body);
  return start === undefined ? state : { ...state, troubles: [...state.troubles, start] };
}

function parseState(json: string | undefined): AlarmState | undefined {
  if (json === undefined) return undefined;
  try {
    return stateSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function startTrouble(body: string): Trouble | undefined {
  const [, since = '', times = '', runUrl = ''] = START.exec(body) ?? [];
  const begun = parseInstant(since);
  if (begun === undefined) return undefined;
  return {
    scope: 'start',
    cause: 'could-not-start',
    title: 'A run could not begin its work',
    message: 'Checkout or installation failed before the tracker’s own code could run.',
    advice:
      'The run’s log says which step. If GitHub or npm had an outage, the next run will work again.',
    since: begun,
    times: Number(times),
    runUrl,
  };
}
