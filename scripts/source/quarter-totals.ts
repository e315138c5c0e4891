import { type CumulativeCount, cumulativeCount, parseCumulativeCount } from '../domain/count.ts';
import { normalizeName } from '../domain/school-name.ts';
import { reject } from './causes.ts';
import { columnOf } from './csv-table.ts';
import { readName } from './read-name.ts';
import { type SourceFormat, Tally } from './source-format.ts';

/** CSV with a row per school, known by name, and a column per quarter. */
export const quarterTotals: SourceFormat = {
  name: 'quarter-totals',
  description: 'A CSV file with a row per school, by name, and a column of counts per quarter',
  expects: (columns) =>
    `quarter totals: a column "${columns.schoolName}" and columns like "Q1 SY21" (${columns.quarters})`,
  fits: ({ header }, columns) => {
    const isQuarter = new RegExp(columns.quarters);
    return (
      header.includes(columns.schoolName) &&
      !header.includes(columns.schoolId) &&
      header.some((name) => isQuarter.test(name))
    );
  },
  parse: async (body, { columns, ignore }) => {
    // Transliteration is loaded only for sources that know schools by name.
    const { schoolIdFromName } = await import('../domain/school-id-from-name.ts');
    const { header, rows } = body.table();
    const nameColumn = columnOf(header, columns.schoolName);
    const isQuarter = new RegExp(columns.quarters);
    const quarters = header.flatMap((name, index) =>
      isQuarter.test(name) ? [{ name, index }] : [],
    );
    for (const { name } of quarters) columnOf(header, name);
    const tally = new Tally();
    const lines = new Map<string, number>();
    for (const { line, cells } of rows) {
      const raw = cells[nameColumn] ?? '';
      if (ignore.has(raw.trim())) {
        tally.ignore(raw.trim());
        continue;
      }
      const name = readName(raw, line, tally);
      const slug = name === null ? undefined : schoolIdFromName(name);
      if (name === null || slug === undefined || ignore.has(slug)) {
        if (slug !== undefined) tally.ignore(slug);
        else tally.unreadable.push({ line, column: columns.schoolName, value: raw, what: 'id' });
        continue;
      }
      const normal = normalizeName(name);
      const twin = lines.get(normal);
      if (twin !== undefined) throw duplicate(name, twin, line);
      lines.set(normal, line);
      const bad = quarters.find(({ index }) => countIn(cells[index]) === undefined);
      if (bad) {
        tally.unreadable.push({
          line,
          column: bad.name,
          value: cells[bad.index] ?? '',
          what: 'count',
          id: slug,
        });
        continue;
      }
      const sum = quarters.reduce((total, { index }) => total + (countIn(cells[index]) ?? 0), 0);
      const count = cumulativeCount(sum);
      if (count === undefined) throw new RangeError(`${sum} is no count`);
      tally.set(normal, { key: { kind: 'name', slug }, name, count, line });
    }
    return tally.parsed(rows.length);
  },
};

/** A blank cell is 0: Google blanks cells, and quarters to come are left blank. Guards see falls. */
function countIn(cell: string | undefined): CumulativeCount | undefined {
  return cell === undefined || cell.trim() === '' ? cumulativeCount(0) : parseCumulativeCount(cell);
}

function duplicate(name: string, first: number, second: number) {
  return reject(
    'duplicate-schools',
    `The source lists the school "${name}" twice, in lines ${first} and ${second}`,
    { line: second, value: name },
  );
}
