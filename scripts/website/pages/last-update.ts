import type { Edition } from '../editions.ts';
import { ledgerLink, type SiteData } from '../site-data.ts';
import { biggestMovers, type Mover, movers } from './movers.ts';
import type { Link } from './page.ts';

const MOVERS_SHOWN = 8;

/** The last update of the record, or its last day with a change where that has no updates. */
export interface LastUpdate {
  readonly title: string;
  /** What the update found, and the day so far; empty for a day without updates. */
  readonly figure: string;
  /** Those that changed most. */
  readonly movers: readonly LastMover[];
  /** To all changes of the update; null: the day has no updates. */
  readonly update: Link | null;
  /** Page of the day, below the edition's folder. */
  readonly path: string;
  /** What a minus means; empty where there is none. */
  readonly correction: string;
  /** Absolute address of the ledger's lines. */
  readonly source: string;
}

interface LastMover extends Pick<Mover, 'name' | 'path' | 'change' | 'isCorrection'> {
  /** `now 12`: its total. */
  readonly now: string;
}

/**
 * What changed last: the last update with the day so far, or the last day with a change where it has
 * no updates (imported history). Null while nothing has changed.
 */
export function lastUpdate(data: SiteData, { text, counted }: Edition): LastUpdate | null {
  const day = data.lastChange;
  if (!day) return null;
  const date = text.longDate(day.date);
  const updates = data.updatesOn.get(day.date) ?? [];
  const update = updates.at(-1);
  const lines = data.linesOn.get(day.date) ?? [];
  const own = update ? lines.filter((line) => line.update === update.update) : lines;
  const changes = movers(data, own, text);
  const figure = (newCases: number, schools: number) =>
    `${text.newCases(newCases, counted)} ${text.at(text.schools(schools))}`;
  const seen = update
    ? text.home.inUpdate(
        figure(update.newCases, update.schoolsChanged),
        text.time(update.detectedAt, data.settings.timeZone),
      )
    : '';
  const soFar = text.feed.soFar(figure(day.newCases, day.schoolsChanged));
  return {
    title:
      update && updates.length > 1
        ? text.home.lastUpdateOf(update.update, date)
        : text.home.changedOn(date),
    figure: updates.length > 1 ? `${seen} ${soFar}` : seen,
    movers: biggestMovers(data, own, text, MOVERS_SHOWN).map(({ total, ...mover }) => ({
      ...mover,
      now: text.home.now(total),
    })),
    update: update
      ? {
          path: `updates/${day.date}/${update.update}/`,
          label: text.update.all(text.schools(changes.length)),
        }
      : null,
    path: `cases/${day.date}/`,
    correction: changes.some((mover) => mover.isCorrection) ? text.correction : '',
    source: ledgerLink(data, day.date),
  };
}
