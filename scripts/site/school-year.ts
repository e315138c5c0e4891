import type { SiteData } from './site-data.ts';

/** The school year of the last day read; undefined before the first one, or when nothing was read. */
export function schoolYearNow({ settings, lastDay }: SiteData) {
  if (!lastDay) return undefined;
  return settings.schoolYears.findLast((year) => year.firstDay <= lastDay.date);
}
