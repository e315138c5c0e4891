/**
 * Reads CSV text in a form that needs no real parser: lines end in LF, none is blank, all have the
 * same number of cells, and a line has either no quotes at all or a pair around every cell. The
 * ledger's files are written this way and Google's sheets are served this way; a parser that
 * examines every byte takes ten times as long.
 *
 * @param each called with the cells of a line and its number, counted from 1
 * @param width the number of cells in every line; undefined: as many as the first line has
 * @returns the results of `each`; undefined if any line is not in this form: then use a real parser,
 *   which also explains what is wrong
 */
export function readPlainRows<Row>(
  text: string,
  each: (cells: string[], line: number) => Row,
  width?: number,
): Row[] | undefined {
  if (text === '' || text.includes('\r')) return undefined;
  const cellsOf = text.includes('"') ? cellsBetweenQuotes : cellsBetweenCommas;
  const rows: Row[] = [];
  let expected = width;
  // A line is taken when it is its turn: all at once would be kept beside all that is made of them.
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const cells = cellsOf(line);
    expected ??= cells?.length;
    if (line === '' || cells === undefined || cells.length !== expected) return undefined;
    rows.push(each(cells, rows.length + 1));
    start += line.length + 1;
  }
  return rows;
}

function cellsBetweenCommas(line: string): string[] {
  return line.split(',');
}

/** `"a","b"` → a, b. Quotes inside a cell, or around only some cells, are left to a parser. */
function cellsBetweenQuotes(line: string): string[] | undefined {
  if (!line.includes('"')) return cellsBetweenCommas(line);
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return undefined;
  const cells = line.slice(1, -1).split('","');
  return cells.some((cell) => cell.includes('"')) ? undefined : cells;
}
