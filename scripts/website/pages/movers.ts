import type { Language } from '../../../site/shared/words/en.ts';
import type { CaseLine } from '../../ledger/model.ts';
import type { SiteData } from '../site-data.ts';

/** A school's change on a day or in an update, ready to print. */
export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly change: string;
  readonly total: string;
  readonly sum: number;
  readonly isCorrection: boolean;
}

/** Changes summed per school, biggest first. */
export function movers(
  data: SiteData,
  lines: readonly CaseLine[],
  text: Language,
): readonly Mover[] {
  const changes = new Map<string, { line: CaseLine; sum: number }>();
  for (const line of lines) {
    const sum = (changes.get(line.schoolId)?.sum ?? 0) + line.newCases;
    changes.set(line.schoolId, { line, sum });
  }
  return [...changes.values()]
    .map(({ line, sum }) => ({
      line,
      sum,
      name: data.ledger.schools.get(line.schoolId)?.name ?? line.schoolId,
    }))
    .sort((a, b) => b.sum - a.sum || text.compare(a.name, b.name))
    .map(({ line, sum, name }) => ({
      id: line.schoolId,
      name,
      path: `schools/${line.schoolId}/`,
      change: text.signed(sum),
      total: text.number(line.totalCases),
      sum,
      isCorrection: sum < 0,
    }));
}
