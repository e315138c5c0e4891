import { type CumulativeCount, cumulativeCount } from '../domain/count.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import { type CsvRow, columnOf } from './csv-table.ts';
import { readName } from './read-name.ts';
import { type SourceFormat, Tally } from './source-format.ts';

const ROWS_NAMED = 3;

/** CSV with a row per case and the school's id in a column. */
export const lineList: SourceFormat = {
  name: 'line-list',
  description: 'A CSV file with a row per case and a column with the school’s id',
  expects: (columns) => `line list: a column "${columns.schoolId}"`,
  fits: ({ header }, columns) => header.includes(columns.schoolId),
  parse: (body, { columns, ignore }) => {
    const { header, rows } = body.table();
    const idColumn = columnOf(header, columns.schoolId);
    const nameColumn = columnOf(header, columns.schoolName);
    const tally = new Tally();
    const withoutId: number[] = [];
    const schools = new Map<string, CsvRow[]>();
    for (const row of rows) {
      const id = (row.cells[idColumn] ?? '').trim();
      const name = (row.cells[nameColumn] ?? '').trim();
      const ignored = [id, name].find((word) => word !== '' && ignore.has(word));
      if (ignored !== undefined) tally.ignore(ignored);
      else if (id === '') withoutId.push(row.line);
      else rowsOf(schools, id).push(row);
    }
    for (const [id, found] of schools) {
      addSchool(tally, id, found, columns.schoolId, nameColumn);
    }
    if (withoutId.length > 0) tally.findings.push(rowsWithoutId(withoutId));
    return tally.parsed(rows.length, withoutId.length);
  },
};

function rowsOf(schools: Map<string, CsvRow[]>, id: string): CsvRow[] {
  const rows = schools.get(id) ?? [];
  if (rows.length === 0) schools.set(id, rows);
  return rows;
}

/** A school's count is the number of its rows, its label the name on the last of them. */
function addSchool(
  tally: Tally,
  text: string,
  rows: readonly CsvRow[],
  column: string,
  nameColumn: number,
): void {
  const id = parseSchoolId(text);
  const last = rows.at(-1);
  if (id === undefined || !last) {
    for (const { line } of rows) tally.unreadable.push({ line, column, value: text, what: 'id' });
    return;
  }
  const name = readName(last.cells[nameColumn], last.line, tally);
  const count = casesOf(rows.length);
  tally.set(id, { key: { kind: 'id', id }, name, count, line: last.line });
}

function casesOf(rows: number): CumulativeCount {
  const count = cumulativeCount(rows);
  if (count === undefined) throw new RangeError(`${rows} rows are no count`);
  return count;
}

function rowsWithoutId(lines: readonly number[]) {
  const more = lines.length > ROWS_NAMED ? ' …' : '';
  return {
    level: 'notice' as const,
    code: 'rows-without-id',
    message: `${lines.length} row(s) with text but no school id were skipped: line ${lines.slice(0, ROWS_NAMED).join(', ')}${more}`,
  };
}
