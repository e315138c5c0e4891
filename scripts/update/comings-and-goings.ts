import type { Finding } from '../domain/finding.ts';
import type { Update } from '../ledger/reconcile.ts';

/**
 * Reports schools that disappeared from a totals sheet or came back, even if they are too few for a
 * guard to hold the update.
 */
export function comingsAndGoings({ missing, returned }: Update): readonly Finding[] {
  const found: Finding[] = [];
  if (missing.length > 0) {
    const names = missing.map((school) => `${school.name} (${school.id})`).join(', ');
    found.push({
      level: 'warning',
      code: 'missing-schools',
      message: `No longer in the sheet, although they have cases: ${names}`,
      tip: 'They keep their counts. List their ids under "gone" in district.json to stop this warning.',
    });
  }
  if (returned.length > 0) {
    const message = `Back in the sheet, and removed from the list of schools that are gone: ${returned.join(', ')}`;
    found.push({ level: 'notice', code: 'returned-schools', message });
  }
  return found;
}
