import { misreadSigns } from '../../ledger/misread-signs.ts';
import type { SnapshotRow } from '../../ledger/snapshot.ts';
import {
  amount,
  NO_PLACE_WORDS,
  type ReadingNouns,
  ROW_WORDS,
  readingFigures,
  shownText,
} from '../../wording/reading-text.ts';
import type { SheetReading } from './sheet-choices.ts';
import type { FoundReading, ReadSheet } from './try-readings.ts';

const ROWS_SHOWN = 3;
/** Findings that are shown in words of their own. */
const SHOWN_OTHERWISE = /^(row-is-|id-with-several-names|ignored$)/;
const NO_PLACES_SHOWN = 5;
const UNREADABLE_SHOWN = 5;

/** A reading for a person to compare with the sheet: columns, three rows, the sum, what is left out. */
export function foundText({ reading, sheet, doubt }: FoundReading, nouns: ReadingNouns): string {
  const { rows } = sheet;
  return [
    ...readingLines(reading).map((line) => `  ${line}`),
    `${rows.length > ROWS_SHOWN ? 'Three of them' : 'They'}, as they are read:`,
    ...shownRows(rows).map((row) => `  ${rowText(row, nouns)}`),
    ...leftOut(sheet),
    `Together: ${readingFigures(sheet, nouns)}.`,
    ...sheet.findings
      .filter(({ code }) => !SHOWN_OTHERWISE.test(code))
      .map(({ message }) => `Note: ${message}`),
    ...lookedAt(sheet, doubt).map((what) => `But look at it: ${what}.`),
  ].join('\n');
}

/** What a person should look at before the reading is believed. */
function lookedAt(sheet: ReadSheet, doubt: string | undefined): readonly string[] {
  const signs = misreadSigns(sheet, new Map()).map(({ text }) => text);
  return doubt === undefined ? signs : [doubt, ...signs];
}

/** `a row per place: name “School”; counts “Students” + “Staff”`: a reading in one line. */
export function readingLine(reading: SheetReading): string {
  return readingLines(reading).join('; ');
}

function readingLines({ rows, columns, counts, path, cells, totalRow }: SheetReading): string[] {
  const { id, name, date } = columns;
  const quoted = (headings: string | readonly string[], between: string) =>
    [headings]
      .flat()
      .map((heading) => `“${shownText(heading)}”`)
      .join(between);
  const byHeading = id === null && name === null;
  return [
    ROW_WORDS[rows],
    ...(path === null ? [] : [`where the rows are: ${path}`]),
    ...(name === null ? [] : [`name: ${quoted(name, ' and ')}`]),
    ...(id === null ? [] : [`id: ${quoted(id, '')}`]),
    ...(byHeading ? ['name: the headings of the count columns'] : []),
    ...(columns.counts === null ? [] : [`counts: ${countWords(columns.counts, quoted)}`]),
    ...(date === null || rows === 'case' ? [] : [`day: ${quoted(date, '')}`]),
    ...(rows === 'place-and-day' ? [`figures: ${FIGURE_WORDS[counts]}`] : []),
    ...(cells.zero.length === 0 ? [] : [`means 0: ${quoted(cells.zero, ', ')}`]),
    ...(cells.unknown.length === 0 ? [] : [`means not reported: ${quoted(cells.unknown, ', ')}`]),
    ...(totalRow === null
      ? []
      : [totalRow.length === 0 ? 'total row: none' : `total row: ${quoted(totalRow, ', ')}`]),
  ];
}

const FIGURE_WORDS = {
  cumulative: 'running totals, of which the newest day counts',
  new: 'new cases of each day, added up',
} as const;

function countWords(
  counts: string | readonly string[],
  quoted: (headings: readonly string[], between: string) => string,
): string {
  if (counts === 'last date') return 'the newest of the columns with a date';
  if (counts === 'every date') return 'all columns with a date, added up';
  return quoted([counts].flat(), ' + ');
}

/** The first row, the one with most cases, and the last: enough to see whether columns are meant. */
function shownRows(rows: readonly SnapshotRow[]): readonly SnapshotRow[] {
  if (rows.length <= ROWS_SHOWN) return rows;
  const most = rows.slice(1, -1).reduce((best, row) => (row.count > best.count ? row : best));
  return rows.filter((row, index) => index === 0 || row === most || index === rows.length - 1);
}

function rowText({ key, name, count, line }: SnapshotRow, { counted }: ReadingNouns): string {
  const id = key.kind === 'id' ? key.id : undefined;
  const label = name === null ? (id ?? '') : id === undefined ? name : `${name} (id ${id})`;
  return `line ${line}: ${shownText(label)}: ${amount(count, counted)}`;
}

function leftOut({ noPlaces, unreadable, ignored }: ReadSheet): readonly string[] {
  const rest = noPlaces.length - NO_PLACES_SHOWN;
  return [
    ...(noPlaces.length === 0 ? [] : ['Rows that are no place:']),
    ...noPlaces.slice(0, NO_PLACES_SHOWN).map(({ line, text, kind, count }) => {
      const figure = count === null ? '' : ` (${count})`;
      return `  line ${line}: ${shownText(text)}${figure}: ${NO_PLACE_WORDS[kind]}`;
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...(ignored.length === 0 ? [] : [`Left out by --ignore: ${ignored.map(shownText).join(', ')}`]),
    ...unreadable
      .slice(0, UNREADABLE_SHOWN)
      .map(
        ({ line, column, value, what }) =>
          `Line ${line} cannot be read: “${shownText(value)}” under “${shownText(column)}” is not a ${what}.`,
      ),
    ...(unreadable.length === 0
      ? []
      : [
          'The first read is refused while a row cannot be read: a count may be a word (--zero, --unknown), a row no place (--ignore).',
        ]),
  ];
}
