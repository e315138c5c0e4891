import { parse } from 'csv-parse/sync';
import { hoursBetween, type Instant } from '../../site/shared/time.ts';
import { readShared } from '../shared-data.ts';
import { type Counts, instant, settingsOf, type snapshotOf, World, world } from '../world.ts';

/** What a source showed at the end of each day, oldest first. */
export type Series = readonly (readonly [date: string, counts: Counts])[];

/** New cases of a day, a school and a kind of person. */
export interface NewCases {
  readonly date: string;
  readonly type: string;
  readonly location: string;
  readonly count: string;
}

let parsed: readonly NewCases[] | undefined;

/** The rows of a real year of a large district, oldest first; read once. */
export function orangeCountyRows(): readonly NewCases[] {
  parsed ??= parsedRows();
  return parsed;
}

function parsedRows(): readonly NewCases[] {
  const text = readShared('series/orange-county/2021-22-new-by-day.csv');
  const rows: NewCases[] = parse(text, { columns: true });
  return rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** A name as an id of the ledger. */
export const idOf = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** @param isWhole whether every school is shown from the first day, or each from its first case */
export function orangeCounty(isWhole: boolean): Series {
  const rows = orangeCountyRows();
  const counts = new Map<string, number>();
  if (isWhole) for (const { location } of rows) counts.set(idOf(location), 0);
  const days = new Map<string, Counts>();
  for (const { date, location, count } of rows) {
    counts.set(idOf(location), (counts.get(idOf(location)) ?? 0) + Number(count));
    days.set(date, Object.fromEntries(counts));
  }
  return [...days];
}

/** Chicago's history: weeks at first, then days. */
export function chicago(): Series {
  const text = readShared('history/2021-02-27-wide.csv');
  const rows: Readonly<Record<string, string>>[] = parse(text, { columns: true });
  const dates = Object.keys(rows[0] ?? {}).filter((heading) => /^\d{8}$/.test(heading));
  const counts = new Map<string, number>();
  return dates.map((day) => {
    for (const row of rows) {
      const id = row.CPS_School_ID ?? '';
      counts.set(id, (counts.get(id) ?? 0) + Number(row[day]));
    }
    const shown = [...counts].filter(([, count]) => count > 0);
    return [day.replace(/(....)(..)(..)/, '$1-$2-$3'), Object.fromEntries(shown)];
  });
}

/** A read that was held. */
export interface HeldRead {
  readonly date: string;
  readonly reasons: readonly string[];
}

/** Reads a series day by day, with nobody there to decide: what was held, and the longest wait. */
export function readAlone(series: Series, changes: Parameters<typeof snapshotOf>[1]) {
  let w = world(settingsOf());
  const held: HeldRead[] = [];
  let waitingSince: Instant | undefined;
  let longestWait = 0;
  for (const [date, counts] of series) {
    const plan = w.plans(date, counts, changes);
    if (plan.kind === 'held') {
      held.push({ date, reasons: plan.hold.reasons.map(({ guard, text }) => `${guard}: ${text}`) });
      waitingSince ??= instant(date);
      longestWait = Math.max(longestWait, hoursBetween(waitingSince, instant(date)));
      w = new World({ ...w.ledger, held: plan.hold }, w.settings);
    } else if (plan.kind !== 'unread') {
      if (waitingSince) {
        longestWait = Math.max(longestWait, hoursBetween(waitingSince, instant(date)));
      }
      waitingSince = undefined;
      w = new World(plan.ledger, w.settings);
    }
  }
  return { held, longestWait, isWaiting: waitingSince !== undefined };
}
