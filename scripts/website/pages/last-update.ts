import type { Edition } from '../editions.ts';
import { ledgerLink, type SiteData } from '../site-data.ts';
import { type Mover, movers } from './movers.ts';

const MOVERS_SHOWN = 8;

/**
 * What changed last: the last update with the day so far, or the last day with a change where it has
 * no updates (imported history). Null while nothing has changed.
 */
export function lastUpdate(data: SiteData, { text, counted }: Edition) {
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
    movers: biggest(changes),
    update: update
      ? {
          path: `updates/${day.date}/${update.update}/`,
          label: text.update.all(text.schools(changes.length)),
        }
      : null,
    path: `cases/${day.date}/`,
    link: text.home.wholeDay,
    hasCorrection: changes.some((mover) => mover.isCorrection),
    correction: text.correction,
    source: ledgerLink(data, day.date),
  };
}

/** Those that changed most, up or down, in their order. */
function biggest(changes: readonly Mover[]): readonly Mover[] {
  const size = ({ sum }: Mover) => Math.abs(sum);
  const chosen = new Set([...changes].sort((a, b) => size(b) - size(a)).slice(0, MOVERS_SHOWN));
  return changes.filter((mover) => chosen.has(mover));
}
