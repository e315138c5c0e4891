import { shortened } from '../domain/shortened.ts';
import type { ImportReport, Mismatch } from '../ledger/import-wide.ts';

const MISMATCHES_SHOWN = 20;

/** What `npm run import` prints: the figures, and which figures of the file did not add up. */
export function importText(report: ImportReport): string {
  const { schools, days, firstDate, lastDate, newCases, totalCases, mismatches } = report;
  const { shown, rest } = shortened(mismatches, MISMATCHES_SHOWN);
  return [
    `Imported ${schools} schools and ${days} days from ${firstDate} to ${lastDate}: ${newCases} cases in the days, ${totalCases} in all.`,
    ...shown.map(mismatchText),
    ...(rest > 0 ? [`  and ${rest} more: see baseline_cases in schools.csv`] : []),
  ].join('\n');
}

function mismatchText({ id, name, column, said, added }: Mismatch): string {
  return column === 'gTotal'
    ? `  ${name} (${id}): its total is ${said}, its days add up to ${added}; the difference of ${said - added} became its baseline`
    : `  ${name} (${id}): ${column} says ${said}, its days before the school year add up to ${added}; the days were kept`;
}
