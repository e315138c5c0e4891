import type { Language } from '../../../site/shared/words/en.ts';
import type { CaseLine } from '../../ledger/model.ts';
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
 * Changes summed per school, biggest first, equal ones by name.
 *
 * @param lines of one day or one update, ascending
 */
export function movers(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
): readonly Mover[] {
  return changesOf(data, lines, text).map((change) => moverOf(change, text));
}

/** Those of `movers` that changed most, up or down, in the same order. */
export function biggestMovers(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
  count: number,
): readonly Mover[] {
  const changes = changesOf(data, lines, text);
  const size = ({ sum }: Change) => Math.abs(sum);
  const chosen = new Set([...changes].sort((a, b) => size(b) - size(a)).slice(0, count));
  return changes.filter((change) => chosen.has(change)).map((change) => moverOf(change, text));
}

/** What a school's lines add up to. */
interface Change {
  readonly name: string;
  /** New cases; negative: a correction. */
  readonly sum: number;
  /** The newest of its lines. */
  readonly line: CaseLine;
}

function changesOf(
  { ledger }: SiteData,
  lines: readonly CaseLine[],
  text: Language,
): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const line of lines) {
    const sum = (changes.get(line.schoolId)?.sum ?? 0) + line.newCases;
    const name = ledger.schools.get(line.schoolId)?.name ?? line.schoolId;
    changes.set(line.schoolId, { name, sum, line });
  }
  return [...changes.values()].sort((a, b) => b.sum - a.sum || text.compare(a.name, b.name));
}

function moverOf({ name, sum, line }: Change, text: Language): Mover {
  return {
    id: line.schoolId,
    name,
    path: `schools/${line.schoolId}/`,
    change: text.signed(sum),
    total: text.number(line.totalCases),
    isCorrection: sum < 0,
  };
}
