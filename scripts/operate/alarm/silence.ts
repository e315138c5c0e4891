import { type NounSettings, nounsOf } from '../../domain/nouns.ts';
import {
  addDays,
  type Instant,
  isInSession,
  parseInstant,
  reportingDateAt,
} from '../../domain/time.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Trouble } from './trouble.ts';

/**
 * The trouble of a source that answers but, while school was in session, has not changed for more
 * than `alarm.unchangedDays` days. Days outside a session do not count, and the alarm never opens
 * on one. A held update is a change.
 *
 * @param ledger after the read
 * @returns undefined if the source has changed recently enough, or school is out
 */
export function silence(
  ledger: Pick<Ledger, 'days' | 'held'>,
  settings: Pick<Settings, 'alarm' | 'sessions' | 'timeZone'> & NounSettings,
  now: Instant,
  runUrl: string,
): Trouble | undefined {
  const today = reportingDateAt(now, settings.timeZone);
  const lastChange = (ledger.days.findLast((day) => day.schoolsChanged > 0) ?? ledger.days[0])
    ?.date;
  const { sessions } = settings;
  if (lastChange === undefined || ledger.held !== null || !isInSession(today, sessions))
    return undefined;
  const { areSchools, theDistrict } = nounsOf(settings);
  let days = 0;
  let since: Instant | undefined;
  for (let date = addDays(lastChange, 1); date <= today; date = addDays(date, 1)) {
    if (isInSession(date, sessions)) days += 1;
    if (days > settings.alarm.unchangedDays) since ??= parseInstant(`${date}T00:00:00Z`);
  }
  if (since === undefined) return undefined;
  return {
    scope: 'silence',
    cause: 'unchanged',
    title: `The source has not changed for ${days} ${areSchools ? 'school ' : ''}days`,
    message: `It answers, but still shows the counts of ${lastChange}.`,
    advice: `Ask ${theDistrict} whether it still publishes there. If it has moved, put the new address under "source.addresses"; if it has ended, put the last day under "endedOn" in data/district.json.`,
    since,
    times: 1,
    runUrl,
  };
}
