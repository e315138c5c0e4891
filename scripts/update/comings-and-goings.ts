import type { Finding } from '../domain/finding.ts';
import { looseName } from '../domain/school-name.ts';
import { listed } from '../domain/shortened.ts';
import type { MatchedRow } from '../ledger/match-schools.ts';
import type { Update } from '../ledger/reconcile.ts';

const CHANGES_NAMED = 12;

/**
 * Reports schools that disappeared from a totals sheet or came back, even if they are too few for a
 * guard to hold the update, and what is not believed because only a spare address shows it.
 */
export function comingsAndGoings(update: Update): readonly Finding[] {
  const { missing, returned, doubted } = update;
  const found: Finding[] = [...spelledAlike(update)];
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
    const message = `Back in the sheet, and removed from "gone" in the settings: ${returned.join(', ')}`;
    found.push({ level: 'notice', code: 'returned-schools', message });
  }
  return found;
}

/**
 * New places whose names differ from another row's only in spelling. They may be two, and may be one
 * that the sheet lists twice: its cases would then be counted twice.
 */
function spelledAlike({ matched, unknown }: Update): readonly Finding[] {
  const isByName = matched[0]?.row.key.kind === 'name';
  if (!isByName || unknown.length === 0) return [];
  const byForm = new Map<string, MatchedRow[]>();
  for (const one of matched) {
    const form = looseName(one.row.name ?? '');
    byForm.set(form, [...(byForm.get(form) ?? []), one]);
  }
  const pairs = [...byForm.values()].flatMap(([one, other]) =>
    one && other && !(one.school && other.school) ? [`${lineOf(one)} and ${lineOf(other)}`] : [],
  );
  if (pairs.length === 0) return [];
  return [
    {
      level: 'warning',
      code: 'spelled-alike',
      message: `Names that differ only in spelling are counted as two places: ${listed(pairs, CHANGES_NAMED, { by: '; ' })}`,
      tip: 'If they are one, have the sheet corrected and run `npm run merge -- FROM INTO`.',
    },
  ];
}

function lineOf({ id, row }: MatchedRow): string {
  return `"${row.name}" (${id}, line ${row.line}, ${row.count})`;
}
