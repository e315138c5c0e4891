import { cumulativeCount } from '../domain/count.ts';
import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import { asText, countOf, entriesOf, refuseUnknownKeys } from './json-entries.ts';
import { readName } from './read-name.ts';
import { type SourceFormat, Tally } from './source-format.ts';

/** A JSON array of objects with a school id and a case count, several per school summed. */
export const totalsApi: SourceFormat = {
  name: 'totals-api',
  description: 'A JSON array of objects with a school id and a case count',
  expects: (columns) =>
    `totals API: a JSON array of objects with "${columns.apiSchoolId}" and "${columns.apiCount}"`,
  fits: ({ text }) => text.trimStart().startsWith('['),
  parse: ({ text }, { columns, ignore }) => {
    const entries = entriesOf(text);
    refuseUnknownKeys(entries, columns.apiSchoolId, columns.apiCount);
    const tally = new Tally();
    const broken = new Set<SchoolId>();
    for (const [index, entry] of entries.entries()) {
      const line = index + 1;
      const idText = asText(entry[columns.apiSchoolId]);
      const rawName = asText(entry[columns.apiSchoolName]);
      const ignored = [idText, rawName].find((word) => ignore.has(word));
      if (ignored !== undefined) {
        tally.ignore(ignored);
        continue;
      }
      const id = parseSchoolId(idText);
      if (id === undefined) {
        tally.unreadable.push({ line, column: columns.apiSchoolId, value: idText, what: 'id' });
        continue;
      }
      const count = countOf(entry[columns.apiCount]);
      if (count === undefined) {
        const value = asText(entry[columns.apiCount]);
        tally.unreadable.push({ line, column: columns.apiCount, value, what: 'count', id });
        broken.add(id);
        continue;
      }
      const known = tally.get(id);
      const sum = cumulativeCount((known?.count ?? 0) + count);
      if (sum === undefined) throw new RangeError(`${known?.count} + ${count} is no count`);
      const name = readName(rawName, line, tally) ?? known?.name ?? null;
      tally.set(id, { key: { kind: 'id', id }, name, count: sum, line });
    }
    // A sum with a part that cannot be read would be too small, so the school is left out whole.
    for (const id of broken) tally.delete(id);
    return tally.parsed(entries.length);
  },
};
