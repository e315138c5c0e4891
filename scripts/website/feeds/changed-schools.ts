import { escapeHtml } from '../../../site/shared/xml-text.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseLine } from '../../ledger/model.ts';
import { byId, netChanges } from '../../ledger/net-changes.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';

/** A school's label at an instant. Later renames are undone, so that an item never changes. */
export function labelAt({ ledger }: SiteData, id: SchoolId, instant: Instant): string {
  const later = ledger.renames.find((line) => line.schoolId === id && line.renamedAt >= instant);
  return later?.oldName ?? ledger.schools.get(id)?.name ?? id;
}

/**
 * The changed schools as a list, biggest change first, with a note where cases were taken back.
 *
 * @param lines of the item's day or update
 * @param instant of the item, whose labels are used
 * @returns HTML; empty without lines
 */
export function moversHtml(
  data: SiteData,
  lines: readonly CaseLine[],
  instant: Instant,
  { text, folder }: Edition,
): string {
  const entries = netChanges(lines, 'rise', byId).map(({ schoolId, newCases }) => {
    const name = escapeHtml(labelAt(data, schoolId, instant));
    const href = `${data.baseUrl}${folder}schools/${schoolId}/`;
    return `<li><a href="${href}">${name}</a>: ${text.signed(newCases)}</li>`;
  });
  const hasCorrection = lines.some((line) => line.newCases < 0);
  const note = hasCorrection ? `<p>${escapeHtml(text.correction)}</p>` : '';
  return entries.length === 0 ? '' : `<ul>${entries.join('')}</ul>${note}`;
}
