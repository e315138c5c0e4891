import { type ReportingDate, weekday } from './reporting-date.ts';

const FRIDAY = 5;

/** A span in which school is in session, both days included; dates as `YYYY-MM-DD`. */
export interface Session {
  readonly from: string;
  readonly to: string;
}

/** Whether a new number is expected: Monday to Friday, in a session where the settings name any. */
export function isSchoolDay(date: ReportingDate, sessions: readonly Session[]): boolean {
  return weekday(date) <= FRIDAY && (sessions.length === 0 || isInSession(date, sessions));
}

/** Whether a date lies in one of these spans, weekends included. */
export function isInSession(date: ReportingDate, sessions: readonly Session[]): boolean {
  return sessions.some(({ from, to }) => from <= date && date <= to);
}
