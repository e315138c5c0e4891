import { rollingTotal } from '../../ledger/rolling-window.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { type FigureBox, trend } from './window-figures.ts';

const WEEK = 7;

/** What a box needs: the days of the record, and the one up to which it speaks. Later ones do not count. */
type UpToDay = Pick<SiteData, 'ledger' | 'lastDay'>;

/** The district's new cases of the last 7 days, against the 7 before; 0 while nothing was read. */
export function weekBox(data: UpToDay, { text, counted }: Edition): FigureBox {
  const { ledger, lastDay } = data;
  return {
    figure: text.number(lastDay ? rollingTotal(ledger.days, lastDay.date, WEEK) : 0),
    label: text.home.week(counted),
    note: trend(data, ledger.days, text),
  };
}

/** Everything on record, baselines included. */
export function totalBox({ lastDay }: UpToDay, { text, counted }: Edition): FigureBox {
  return {
    figure: text.number(lastDay?.totalCases ?? 0),
    label: text.home.all(counted),
    note: text.home.allNote,
  };
}
