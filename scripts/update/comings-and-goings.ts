import type { Finding } from '../domain/finding.ts';
import { listed } from '../domain/shortened.ts';
import type { Update } from '../ledger/reconcile.ts';

const CHANGES_NAMED = 12;

/**
 * Reports schools that disappeared from a totals sheet or came back, even if they are too few for a
 * guard to hold the update, and what is not believed because only a spare address shows it.
 */
export function comingsAndGoings(update: Update): readonly Finding[] {
  const { missing, returned, doubted } = update;
  const found: Finding[] = [];
  if (doubted.length > 0) {
    const changes = doubted.map(({ schoolId, newCases, totalCases }) => {
      const name = update.after.schools.get(schoolId)?.name ?? schoolId;
      return `${name} (${schoolId}) ${totalCases - newCases} → ${totalCases}`;
    });
    found.push({
      level: 'warning',
      code: 'spare-address-falls',
      message: `Only a spare address answered, and it shows fewer cases than are on record. While the first address is silent, these changes are not news: ${listed(changes, CHANGES_NAMED)}`,
      tip: 'If the first address is gone for good, remove it from "source.addresses" in data/district.json.',
    });
  }
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
