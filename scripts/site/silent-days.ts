import { daysBetween } from '../domain/reporting-date.ts';
import { isInSession } from '../domain/school-day.ts';
import type { SiteData } from './site-data.ts';

/** Days since the last change up to the last day read, while school is in session. */
export function silentDays({ lastDay, lastChange, settings }: SiteData): number {
  if (!lastDay || !lastChange || !isInSession(lastDay.date, settings.sessions)) return 0;
  return daysBetween(lastChange.date, lastDay.date);
}
