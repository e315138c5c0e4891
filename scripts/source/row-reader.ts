import type { Finding } from '../domain/finding.ts';
import { cleanName } from '../domain/school-name.ts';
import type { RowOfNoPlace, Snapshot, UnreadableRow } from '../ledger/snapshot.ts';
import type { Reading } from './find-columns.ts';
import { IgnoreList } from './ignore-list.ts';
import { cutName, isTooLong, LONGEST_NAME } from './place-name.ts';
import { type DistrictWords, type RowJudge, rowJudge } from './row-words.ts';
import type { SourceSettings } from './source-settings.ts';
import { cut, LONGEST_VALUE, type Table, textOf } from './table.ts';

/** What rows are read by, besides the table itself. */
export interface RowRules {
  readonly settings: SourceSettings;
  readonly ignore: readonly string[];
  readonly district: DistrictWords;
  readonly known: KnownPlaces;
}

/** The places that the ledger knows. */
export interface KnownPlaces {
  /** Nothing was read yet. */
  readonly isEmpty: boolean;
  /** Whether a text is the id or the normalised name of one, former names included. */
  readonly has: (text: string) => boolean;
}

/** What a table is read into, before it is weighed. */
export type Interpretation = Pick<
  Snapshot,
  | 'rows'
  | 'notReported'
  | 'noPlaces'
  | 'rowsWithoutId'
  | 'unreadable'
  | 'ignored'
  | 'districtTotal'
  | 'findings'
>;

const ROWS_NAMED = 3;

/** Reads keys and names off a table's rows, and keeps what is to be said of them. */
export class RowReader {
  readonly table: Table;
  readonly reading: Reading;
  readonly rules: RowRules;
  readonly judge: RowJudge;
  readonly ignoreList: IgnoreList;
  readonly unreadable: UnreadableRow[] = [];
  readonly noPlaces: RowOfNoPlace[] = [];
  readonly findings: Finding[] = [];
  readonly #cleaned: number[] = [];
  readonly #cut: number[] = [];

  constructor(table: Table, reading: Reading, rules: RowRules) {
    this.table = table;
    this.reading = reading;
    this.rules = rules;
    const headings = reading.name.map((column) => table.headings[column]?.name ?? '');
    this.judge = rowJudge(rules.district, rules.settings.totalRow, headings);
    this.ignoreList = new IgnoreList(rules.ignore);
  }

  /** The id as written; '' where places are known by name. */
  idOf(row: number): string {
    const { id } = this.reading;
    return id === undefined ? '' : textOf(this.table.cell(row, id));
  }

  /** The name as written, its parts joined, cut where it is too long; '' where there is none. */
  nameOf(row: number): string {
    const [first, ...others] = this.reading.name;
    if (first === undefined) return '';
    const name = textOf(this.table.cell(row, first));
    if (others.length === 0) return cutName(name);
    const parts = [name, ...others.map((column) => textOf(this.table.cell(row, column)))];
    return cutName(parts.filter(Boolean).join(', '));
  }

  /** A label as it may enter the ledger; null: blank. What had to be changed is reported once. */
  labelOf(raw: string, line: number): string | null {
    const { name, changed } = cleanName(raw);
    if (changed) this.#cleaned.push(line);
    if (isTooLong(raw)) this.#cut.push(line);
    return name || null;
  }

  /** Leaves a row out that cannot be read; what it says is cut to what a person can take in. */
  reject(row: UnreadableRow): void {
    const [column, value] = [cut(row.column), row.value.slice(0, LONGEST_VALUE)];
    this.unreadable.push({ ...row, column, value });
  }

  heading(column: number | undefined): string {
    return column === undefined ? '' : (this.table.headings[column]?.name ?? '');
  }

  /** The heading of the column that says which place a row is of. */
  get keyHeading(): string {
    return this.heading(this.reading.id ?? this.reading.name[0]);
  }

  /** Everything but the places themselves. */
  rest(
    rowsWithoutId: readonly number[],
  ): Omit<Interpretation, 'rows' | 'notReported' | 'districtTotal'> {
    return {
      noPlaces: this.noPlaces,
      rowsWithoutId: rowsWithoutId.length,
      unreadable: this.unreadable,
      ignored: this.ignoreList.words,
      findings: [
        ...this.findings,
        ...this.#ignoredFindings(),
        ...rowsFinding(
          'rows-without-id',
          rowsWithoutId,
          'with text but no id or name were skipped',
        ),
        ...rowsFinding(
          'name-cleaned',
          this.#cleaned,
          'have control characters in a name; each run of them is read as one space',
        ),
        ...rowsFinding(
          'name-cut',
          this.#cut,
          `have a name of more than ${LONGEST_NAME} characters, which is cut`,
        ),
        ...noPlaceFindings(this.noPlaces),
      ],
    };
  }

  #ignoredFindings(): readonly Finding[] {
    const { met, unmet } = this.ignoreList;
    const list = (words: readonly string[]) => words.map(cut).join(', ');
    return [
      ...(met.length === 0
        ? []
        : [notice('ignored', `Left out, as the settings ask under "ignore": ${list(met)}`)]),
      ...(unmet.length === 0
        ? []
        : [
            notice(
              'ignored-nothing',
              `No row is named by "ignore" in the settings: ${list(unmet)}`,
            ),
          ]),
    ];
  }
}

/** Something to report of a sheet that stops nothing. */
export function notice(code: string, message: string): Finding {
  return { level: 'notice', code, message };
}

function rowsFinding(code: string, lines: readonly number[], what: string): readonly Finding[] {
  if (lines.length === 0) return [];
  const more = lines.length > ROWS_NAMED ? ' …' : '';
  const message = `${lines.length} row(s) ${what}: line ${lines.slice(0, ROWS_NAMED).join(', ')}${more}`;
  return [{ ...notice(code, message), line: lines[0] }];
}

const NO_PLACE_WORDS: Readonly<Record<RowOfNoPlace['kind'], string>> = {
  total: 'is the district’s total and no place',
  subtotal: 'is the total of the rows beside it and no place',
  note: 'has a name and not one figure: a heading, a note or a date, and no place',
};

function noPlaceFindings(rows: readonly RowOfNoPlace[]): readonly Finding[] {
  return (['total', 'subtotal', 'note'] as const).flatMap((kind) => {
    const found = rows.filter((row) => row.kind === kind);
    const [first] = found;
    if (!first) return [];
    const more = found.length > 1 ? `, and so for ${found.length - 1} more` : '';
    const figure = first.count === null ? '' : ` (${first.count})`;
    const message = `Line ${first.line}, "${cut(first.text)}"${figure}, ${NO_PLACE_WORDS[kind]}${more}`;
    return [{ ...notice(`row-is-${kind}`, message), line: first.line, found: cut(first.text) }];
  });
}
