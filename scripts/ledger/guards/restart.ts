import { nounsOf } from '../../domain/nouns.ts';
import { restartsAtStart, restartsOn, totalsAtRestart, totalsNow } from '../totals.ts';
import type { Guard, Question } from './guard.ts';

/** The source shows so few cases that it may have started counting from zero again. */
export const restart: Guard = {
  name: 'restart',
  releasedAs: null,
  check: (question) => {
    if (!looksRestarted(question)) return [];
    const { shown, recorded } = sums(question);
    return [
      {
        text: `The source shows ${shown} where ${recorded} are on record since the last restart: it may have started from zero.`,
      },
    ];
  },
};

/** A restart is declared, but the source's counts do not show it. */
export const falseRestart: Guard = {
  name: 'false-restart',
  releasedAs: null,
  check: ({ ledger, update, rules }) => {
    const restarts = restartsOn(update.date, rules.counterRestarts);
    if (restarts <= restartsAtStart(ledger, rules.counterRestarts)) return [];
    if (ledger.updates.some((line) => line.restarts >= restarts)) return [];
    const totals = totalsNow(ledger);
    const before = totalsAtRestart(ledger, rules.counterRestarts, restarts - 1);
    // Only schools with cases before the declared restart help to decide whether it happened.
    const decisive = [...totals].filter(([id, total]) => {
      const sinceBefore = total - (before.get(id) ?? 0);
      return sinceBefore > 0 && sinceBefore > (update.recorded.get(id) ?? 0);
    });
    const asBefore = decisive.filter(([id, total]) => {
      const count = update.counts.get(id);
      return count !== undefined && count >= total - (before.get(id) ?? 0);
    });
    if (asBefore.length * 2 <= decisive.length) return [];
    return [
      {
        text: `A counter restart is declared up to ${update.date}, but ${asBefore.length} of ${decisive.length} ${nounsOf(rules).places} with cases show no less than before: the source does not seem to have started again.`,
      },
    ];
  },
};

/**
 * Whether the source shows less than a share (`restartShare`) of the sum on record, and at least a
 * minimum number of cases (`restartFall`) are missing. Once that is held, it stays so until most
 * (`restartEndShare`) is shown again: otherwise a sheet that began again would in time become a fall,
 * which can be accepted without a digest.
 */
export function looksRestarted(question: Question): boolean {
  const { shown, recorded } = sums(question);
  const { restartShare, restartEndShare, restartFall } = question.rules.guards;
  const isWaiting = question.ledger.held?.reasons.some(({ guard }) => guard === 'restart') ?? false;
  const share = isWaiting ? Math.max(restartShare, restartEndShare) : restartShare;
  return shown < recorded * share && recorded - shown > restartFall;
}

/** Schools that are shown without a figure count for neither. */
function sums({ update }: Question): { readonly shown: number; readonly recorded: number } {
  let shown = 0;
  for (const count of update.counts.values()) shown += count;
  let recorded = 0;
  for (const count of update.recorded.values()) recorded += count;
  for (const { id } of update.unreported) recorded -= update.recorded.get(id) ?? 0;
  return { shown, recorded };
}
