import type { EnglishNouns } from '../domain/nouns.ts';
import { shortened } from '../domain/shortened.ts';
import type { ImportReport, Mismatch } from '../ledger/import-wide.ts';
import { placesOf } from './figures.ts';

const MISMATCHES_SHOWN = 20;

/** What `npm run import` prints: the figures, and which figures of the file did not add up. */
export function importText(report: ImportReport, nouns: EnglishNouns): string {
  const { schools, days, firstDate, lastDate, newCases, totalCases, mismatches } = report;
  const { shown, rest } = shortened(mismatches, MISMATCHES_SHOWN);
  return [
    `Imported ${placesOf(schools, nouns)} and ${days} days from ${firstDate} to ${lastDate}: ${newCases} cases in the days, ${totalCases} in all.`,
    ...shown.map((mismatch) => mismatchText(mismatch, nouns)),
    ...(rest > 0 ? [`  and ${rest} more: see baseline_cases in schools.csv`] : []),
  ].join('\n');
}

function mismatchText({ id, name, column, said, added }: Mismatch, nouns: EnglishNouns): string {
  return column === 'gTotal'
    ? `  ${name} (${id}): its total is ${said}, its days add up to ${added}; the difference of ${said - added} became its baseline`
    : `  ${name} (${id}): ${column} says ${said}, its days before the ${nouns.year} add up to ${added}; the days were kept`;
}
