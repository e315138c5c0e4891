import type { Finding } from '../domain/finding.ts';
import type { Update } from '../ledger/reconcile.ts';

/** Schools that a totals sheet shows no more, or again: worth telling below what a guard holds. */
export function comingsAndGoings({ missing, returned }: Update): readonly Finding[] {
  const found: Finding[] = [];
  if (missing.length > 0) {
    const names = missing.map((school) => `${school.name} (${school.id})`).join(', ');
    found.push({
      level: 'warning',
      code: 'missing-schools',
      message: `Not in the sheet any more, though they have cases: ${names}`,
      tip: 'They keep their counts. Put their ids under "gone" in district.json to end this warning.',
    });
  }
  if (returned.length > 0) {
    const message = `Back in the sheet, and taken off the list of those gone: ${returned.join(', ')}`;
    found.push({ level: 'notice', code: 'returned-schools', message });
  }
  return found;
}
