import { escapeHtml } from '../../../site/shared/xml-text.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseLine } from '../../ledger/model.ts';
import { byId, type NetChange, netChanges, ORDERS } from '../../ledger/net-changes.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';

/** A school's label at an instant. Later renames are undone, so that an item never changes. */
export function labelAt({ ledger }: SiteData, id: SchoolId, instant: Instant): string {
  const later = ledger.renames.find((line) => line.schoolId === id && line.renamedAt >= instant);
  return later?.oldName ?? ledger.schools.get(id)?.name ?? id;
}

/**
 * The most that an item's list may add to a feed, in bytes. 30 items of it, each with its title and
 * its addresses, stay below the 100 kB that readers and the specification of JSON Feed ask for.
 */
export const BYTES_OF_A_LIST = 2000;

/**
 * The changed schools as a list, most new cases first, with a note where cases were taken back.
 * Where they are too many for a feed, the largest changes are listed, with a link to all.
 *
 * @param lines of the item's day or update
 * @param instant of the item, whose labels are used
 * @param all absolute address of the page that lists every change
 * @returns HTML; empty without lines
 */
export function moversHtml(
  data: SiteData,
  lines: readonly CaseLine[],
  instant: Instant,
  all: string,
  { text, folder }: Edition,
): string {
  const entryOf = ({ schoolId, newCases }: NetChange) => {
    const name = escapeHtml(labelAt(data, schoolId, instant));
    const href = `${data.baseUrl}${folder}schools/${schoolId}/`;
    return `<li><a href="${href}">${name}</a>: ${text.signed(newCases)}</li>`;
  };
  const hasCorrection = lines.some((line) => line.newCases < 0);
  const note = hasCorrection ? `<p>${escapeHtml(text.correction)}</p>` : '';
  const listed = listHtml(
    netChanges(lines, 'size', byId),
    entryOf,
    all,
    text.feed.rest,
    (a, b) => ORDERS.rise(a, b) || byId(a, b),
  );
  return listed === '' ? '' : `${listed}${note}`;
}

/**
 * As many entries as fit into an item.
 *
 * @param things the most important first
 * @param all absolute address of the page that lists every one of them
 * @param rest words for how many are not listed
 * @param order in which those that fit are listed; absent: as given
 */
export function listHtml<Thing>(
  things: readonly Thing[],
  entryOf: (thing: Thing) => string,
  all: string,
  rest: (count: number) => string,
  order?: (a: Thing, b: Thing) => number,
): string {
  if (things.length === 0) return '';
  const fitting: { readonly thing: Thing; readonly entry: string }[] = [];
  let bytes = 0;
  for (const thing of things) {
    const entry = entryOf(thing);
    // Atom escapes HTML once more.
    bytes += Buffer.byteLength(escapeHtml(entry));
    if (fitting.length > 0 && bytes > BYTES_OF_A_LIST) break;
    fitting.push({ thing, entry });
  }
  if (order) fitting.sort((a, b) => order(a.thing, b.thing));
  const entries = fitting.map(({ entry }) => entry);
  const missing = things.length - entries.length;
  if (missing > 0) {
    entries.push(`<li><a href="${escapeHtml(all)}">${escapeHtml(rest(missing))}</a></li>`);
  }
  return `<ul>${entries.join('')}</ul>`;
}
