import type { Language } from '../../../site/shared/words/en.ts';
import { type Instant, reportingDateAt } from '../../domain/time.ts';
import type { DayLine } from '../../ledger/model.ts';
import { checkedAt, type SiteData } from '../site-data.ts';

/** How fresh the numbers are, in words: dates and times of day in the district. */
export interface Clocks {
  /** When they last changed. */
  readonly changed: string;
  /** When the source was last looked at. */
  readonly checked: string;
}

/** When the district's numbers last changed, and when they were last checked, as the ledger knows. */
export function clocksOf(data: SiteData, text: Language): Clocks {
  const { ledger, lastChange, lastDay } = data;
  const detected = ledger.updates.at(-1);
  const checked = checkedAt(data);
  return {
    changed:
      detected && detected.date === lastChange?.date
        ? momentOf(data, detected.detectedAt, text)
        : dayWords(lastChange, text),
    checked: checked ? momentOf(data, checked, text) : dayWords(lastDay, text),
  };
}

/** An instant as the district's calendar and clock show it. */
export function momentOf({ settings }: SiteData, instant: Instant, text: Language): string {
  return text.status.at(
    text.longDate(reportingDateAt(instant, settings.timeZone)),
    text.time(instant, settings.timeZone),
  );
}

function dayWords(day: DayLine | undefined, text: Language): string {
  return day ? text.status.onDay(text.longDate(day.date)) : text.status.never;
}
