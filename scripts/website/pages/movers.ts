import type { Language } from '../../../site/shared/words/en.ts';
import type { CaseLine } from '../../ledger/model.ts';
import { type NetChange, netChanges, ORDERS } from '../../ledger/net-changes.ts';
import type { SiteData } from '../site-data.ts';
import type { PartialContext } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/movers': MoversTable & PartialContext;
  }
}

/** A table of changed schools. */
export interface MoversTable {
  readonly movers: readonly Mover[];
  /** Whether rows have their school's id as their place on the page, for links to them. */
  readonly anchors: boolean;
}

/** A school's change on a day or in an update, ready to print. */
export interface Mover {
  readonly id: string;
  readonly name: string;
  /** Its page, below the edition's folder. */
  readonly path: string;
  readonly change: string;
  readonly total: string;
  /** More was taken back than added. */
  readonly isCorrection: boolean;
}

/**
 * Changes summed per school, biggest first; equal ones by name, as a reader looks for it.
 *
 * @param lines of one day or one update, ascending
 */
export function movers(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
): readonly Mover[] {
  return changesOf(data, lines, text).map((change) => moverOf(data, change, text));
}

/** Those of `movers` that changed most, up or down, in the same order. */
export function biggestMovers(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
  count: number,
): readonly Mover[] {
  const changes = changesOf(data, lines, text);
  const chosen = new Set([...changes].sort(ORDERS.size).slice(0, count));
  return changes
    .filter((change) => chosen.has(change))
    .map((change) => moverOf(data, change, text));
}

function changesOf(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
): readonly NetChange[] {
  const byName = (a: NetChange, b: NetChange) => text.compare(nameOf(data, a), nameOf(data, b));
  return netChanges(lines, 'rise', byName);
}

function moverOf(data: SiteData, change: NetChange, text: Language): Mover {
  const { schoolId, newCases, totalCases } = change;
  return {
    id: schoolId,
    name: nameOf(data, change),
    path: `schools/${schoolId}/`,
    change: text.signed(newCases),
    total: text.number(totalCases),
    isCorrection: newCases < 0,
  };
}

function nameOf({ names }: SiteData, { schoolId }: NetChange): string {
  return names.get(schoolId) ?? schoolId;
}
