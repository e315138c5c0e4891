import { compilePattern, isPattern } from '../../domain/pattern.ts';
import type { RowKind } from '../../ledger/snapshot.ts';
import type { SourceColumns } from '../../source/source-settings.ts';
import type { ColumnProfile } from './column-profiles.ts';
import { type DayCells, lookOfFigures } from './day-series.ts';
import { suggests } from './heading-words.ts';
import { escaped } from './periods.ts';
import { datedColumns, proposeCounts } from './propose-counts.ts';
import { type ProfiledTable, proposeIds, proposeNames, repeats } from './propose-names.ts';
import type { SheetChoices, SheetReading } from './sheet-choices.ts';

/** A reading to be tried. */
export interface ProposedReading {
  readonly reading: SheetReading;
  /** Why a person should look before it is believed; undefined: nothing speaks against it. */
  readonly doubt: string | undefined;
}

/** Readings of which the first that the sheet allows is the one; those of two groups compete. */
export type Alternatives = readonly ProposedReading[];

type Sheet = ProfiledTable;
type Columns = readonly (ColumnProfile | undefined)[];

interface Counts {
  readonly counts: SourceColumns['counts'];
  readonly columns: readonly ColumnProfile[];
  readonly doubt: string | undefined;
}

const UNCOUNTED = 'nothing in the headings says that these are cases in total';

/**
 * Ways in which a sheet may be read, by what its headings and cells look like and by what is settled
 * already. Groups compete: where two of them read well, a person must choose. Within a group the
 * first that reads well is taken.
 */
export function proposeReadings(sheet: Sheet, choices: SheetChoices): readonly Alternatives[] {
  const dates = datesFor(sheet, choices);
  const asColumns = placesAsColumns(sheet, choices, dates);
  if (asColumns.length > 0) return asColumns;
  return namesFor(sheet, choices).flatMap((names) =>
    kindsFor(choices).flatMap((kind) => readingsOf(sheet, choices, { kind, names, dates })),
  );
}

interface Rows {
  readonly kind: RowKind;
  /** undefined: the sheet has no names. */
  readonly names: readonly ColumnProfile[] | undefined;
  readonly dates: readonly ColumnProfile[];
}

function readingsOf(sheet: Sheet, choices: SheetChoices, rows: Rows): readonly Alternatives[] {
  const { kind, names = [], dates } = rows;
  const isFixed = choices.rows !== undefined;
  if (kind === 'place-and-day' && dates.length === 0) return [];
  if (kind !== 'case') return tablesOf(sheet, choices, rows);
  if (choices.countColumns !== undefined) return [];
  // Figures that are surely counts are no accident beside a case.
  const counts = (['cumulative', 'new'] as const).flatMap((counting) =>
    countsFor(sheet, choices, counting, names),
  );
  const isCounted = counts.some(({ doubt }) => doubt === undefined) && !isFixed;
  if (isCounted || datedColumns(sheet).length > 1) return [];
  const isRepeated = repeats(sheet, names) > 0;
  if (counts.length > 0 && !isRepeated && !isFixed) return [];
  const doubt = isRepeated || isFixed ? undefined : 'no place is on two rows, so each has one case';
  const group = idsFor(sheet, choices, names, false).flatMap((id) =>
    [undefined, ...dates].map((date) => ({
      reading: readingWith(choices, { kind, id, names, counts: null, date }),
      doubt,
    })),
  );
  return group.length > 0 ? [group] : [];
}

/** Tables: a group for each way to count, so that two of them that read well are seen. */
function tablesOf(sheet: Sheet, choices: SheetChoices, rows: Rows): readonly Alternatives[] {
  const { kind, names = [], dates } = rows;
  const days = kind === 'place-and-day' ? dates : [undefined];
  const ways = kind === 'place-and-day' ? figuresFor(choices) : (['cumulative'] as const);
  const groups = ways.flatMap((counting) =>
    countsFor(sheet, choices, counting, [...names, ...dates]).map(
      ({ counts, columns: figures, doubt }) =>
        idsFor(sheet, choices, names, kind === 'place')
          .filter((id) => id === null || !figures.some(({ heading }) => heading === id))
          .flatMap((id) =>
            days.map((date) => ({
              reading: readingWith(choices, { kind, id, names, counts, date, counting }),
              doubt:
                doubt ??
                doubtOfDays(sheet, choices, { names, figures, date }, { counts, counting }),
            })),
          ),
    ),
  );
  return likeliestFirst(groups);
}

/** A table without a name or an id, but with days and several columns of figures. */
function placesAsColumns(
  sheet: Sheet,
  choices: SheetChoices,
  dates: readonly ColumnProfile[],
): readonly Alternatives[] {
  const isSaid = choices.name === null && (choices.id ?? null) === null;
  const hasNames = sheet.columns.some(({ kind }) => kind === 'text' || kind === 'code');
  const figures = sheet.columns.filter(({ kind }) => kind === 'number');
  const mayBe = choices.name === undefined && choices.id === undefined && !hasNames;
  const isOther = choices.rows !== undefined && choices.rows !== 'place-and-day';
  if (!(isSaid || mayBe) || isOther || dates.length === 0 || figures.length < 2) return [];
  const counts = choices.countColumns ?? [patternFor(figures.map(({ heading }) => heading))];
  const parts = { kind: 'place-and-day', id: null, names: [], counts } as const;
  const groups = figuresFor(choices).map((counting) =>
    dates.map((date) => ({
      reading: readingWith(choices, { ...parts, date, counting }),
      doubt: doubtOfDays(sheet, choices, { names: [], figures, date }, { counts, counting }),
    })),
  );
  return likeliestFirst(groups);
}

/** Why figures by day are not what a reading takes them for; undefined: they may be. */
function doubtOfDays(
  sheet: Sheet,
  choices: SheetChoices,
  cells: DayCells,
  { counts, counting }: Pick<Required<Parts>, 'counts' | 'counting'>,
): string | undefined {
  const isDated = typeof counts === 'string';
  const isSaid = isDated ? choices.countColumns !== undefined : choices.counts !== undefined;
  if (isSaid || (cells.date === undefined && !isDated)) return undefined;
  const isNew = counts === 'every date' || counting === 'new';
  const look = lookOfFigures(sheet, cells);
  if (look === 'cumulative' && isNew) return 'its figures never fall, as running totals do';
  return look === 'new' && !isNew ? 'its figures fall from day to day, as new cases do' : undefined;
}

function likeliestFirst(groups: readonly Alternatives[]): readonly Alternatives[] {
  const isDoubtful = (group: Alternatives) => Number(group[0]?.doubt !== undefined);
  return [...groups].sort((a, b) => isDoubtful(a) - isDoubtful(b));
}

/** What headings begin with, so that further places are read, too; any heading if it is nothing. */
function patternFor(headings: readonly string[]): string {
  const [first = '', ...others] = headings;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  const common = /^.*[^\p{L}\d]/u.exec(first.slice(0, length))?.[0] ?? '';
  return common === '' ? '/./' : `/^${escaped(common)}/`;
}

function kindsFor({ rows }: SheetChoices): readonly RowKind[] {
  return rows === undefined ? ['place', 'place-and-day', 'case'] : [rows];
}

function figuresFor({ counts }: SheetChoices): readonly ('cumulative' | 'new')[] {
  return counts === undefined ? ['cumulative', 'new'] : [counts];
}

function namesFor(sheet: Sheet, choices: SheetChoices): readonly Rows['names'][] {
  const { name, id } = choices;
  if (name === null) return [undefined];
  if (name !== undefined) return [columnsNamed(sheet, name)];
  const found = proposeNames(sheet);
  if (found.length > 0) return found;
  const codes = sheet.columns.filter(
    ({ kind, heading }) => kind === 'code' && suggests(heading, 'place') && heading !== id,
  );
  return [...codes.map((column) => [column]), undefined];
}

function idsFor(
  sheet: Sheet,
  { id, name }: SheetChoices,
  names: readonly ColumnProfile[],
  isTable: boolean,
): readonly (string | null)[] {
  if (id !== undefined) return [id];
  const found = proposeIds(sheet, names, isTable).map(({ heading }) => heading);
  return names.length > 0 || name ? [...found, null] : found;
}

function datesFor(sheet: Sheet, { date }: SheetChoices): readonly ColumnProfile[] {
  if (date !== undefined) return columnsNamed(sheet, [date]);
  const rank = ({ heading }: ColumnProfile) =>
    (suggests(heading, 'dateOfOther') ? 1 : 0) - (suggests(heading, 'date') ? 1 : 0);
  return sheet.columns.filter(({ kind }) => kind === 'date').sort((a, b) => rank(a) - rank(b));
}

function countsFor(
  sheet: Sheet,
  { countColumns }: SheetChoices,
  counting: 'cumulative' | 'new',
  others: Columns,
): readonly Counts[] {
  if (countColumns !== undefined) {
    const columns = typeof countColumns === 'string' ? [] : columnsNamed(sheet, countColumns);
    return [{ counts: countColumns, columns, doubt: undefined }];
  }
  const dated = datedColumns(sheet);
  const proposed = proposeCounts(sheet, counting, others).map(({ names, columns, isGuess }) => ({
    counts: names,
    columns,
    doubt: isGuess && dated.length === 0 ? UNCOUNTED : undefined,
  }));
  if (dated.length < 2 || counting === 'new') return proposed;
  const byDate = (['last date', 'every date'] as const).map((counts) => ({
    counts,
    columns: dated,
    doubt: undefined,
  }));
  return [...byDate, ...proposed];
}

function columnsNamed(sheet: Sheet, headings: readonly string[]): readonly ColumnProfile[] {
  return headings.flatMap((name) => {
    const isNamed = isPattern(name) ? compilePattern(name) : (text: string) => text === name;
    return sheet.columns.filter(({ heading }) => isNamed(heading));
  });
}

interface Parts {
  readonly kind: RowKind;
  readonly id: string | null;
  readonly names: readonly ColumnProfile[];
  readonly counts: SourceColumns['counts'];
  readonly date: ColumnProfile | undefined;
  readonly counting?: 'cumulative' | 'new';
}

function readingWith(choices: SheetChoices, parts: Parts): SheetReading {
  const { kind, id, names, counts, date, counting = 'cumulative' } = parts;
  const headings = choices.name ?? names.map(({ heading }) => heading);
  const [only] = headings;
  return {
    rows: kind,
    columns: {
      id,
      name: headings.length === 0 ? null : headings.length === 1 && only ? only : headings,
      counts,
      date: choices.date ?? date?.heading ?? null,
    },
    counts: counting,
    path: choices.path ?? null,
    cells: { zero: choices.zero ?? [], unknown: choices.unknown ?? [] },
    totalRow: choices.totalRow ?? null,
  };
}
