import { escapeHtml } from '../../../site/shared/xml-text.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';

/** A school's label at an instant: later renames are undone, so that an item never changes. */
export function labelAt({ ledger }: SiteData, id: SchoolId, instant: Instant): string {
  const later = ledger.renames.find((line) => line.schoolId === id && line.renamedAt >= instant);
  return later?.oldName ?? ledger.schools.get(id)?.name ?? id;
}

/** The changed schools as a list, biggest first, corrections explained below it. */
export function moversHtml(
  data: SiteData,
  lines: readonly CaseLine[],
  instant: Instant,
  { text, folder }: Edition,
): string {
  const sums = new Map<SchoolId, number>();
  for (const line of lines) {
    sums.set(line.schoolId, (sums.get(line.schoolId) ?? 0) + line.newCases);
  }
  const entries = [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id, change]) => {
      const name = escapeHtml(labelAt(data, id, instant));
      const href = `${data.baseUrl}${folder}schools/${id}/`;
      return `<li><a href="${href}">${name}</a>: ${text.signed(change)}</li>`;
    });
  const hasCorrection = lines.some((line) => line.newCases < 0);
  const note = hasCorrection ? `<p>${escapeHtml(text.correction)}</p>` : '';
  return entries.length === 0 ? '' : `<ul>${entries.join('')}</ul>${note}`;
}
