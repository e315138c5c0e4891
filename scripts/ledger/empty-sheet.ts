import type { ReportingDate } from '../domain/reporting-date.ts';
import type { Ledger } from './model.ts';
import { restartsAtStart, restartsOn, totalsAtRestart } from './restarts.ts';
import type { Rules } from './rules.ts';
import { totalsNow } from './totals-now.ts';

/** Whether a sheet without rows can be right: a restart was declared and nothing counted since. */
export function emptySheetIsPlausible(ledger: Ledger, date: ReportingDate, rules: Rules): boolean {
  const restarts = restartsOn(date, rules.counterRestarts);
  if (ledger.days.length === 0 || restarts <= restartsAtStart(ledger, rules.counterRestarts)) {
    return false;
  }
  const totals = totalsNow(ledger);
  const atRestart = totalsAtRestart(ledger, rules.counterRestarts, restarts);
  return [...totals].every(([id, total]) => total === (atRestart.get(id) ?? 0));
}
