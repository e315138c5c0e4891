import { NOTICE_KINDS } from '../../ledger/model.ts';

/** The type of a column, as Table Schema names types, with what its values obey. */
export interface ColumnType {
  readonly type: 'date' | 'datetime' | 'integer' | 'number' | 'string';
  /** As Table Schema writes it; absent: the type's usual form. */
  readonly format?: string;
  readonly constraints?: {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
}

const DATE: ColumnType = { type: 'date' };
const INSTANT: ColumnType = { type: 'datetime' };
const TEXT: ColumnType = { type: 'string' };
/** Negative for corrections. */
const WHOLE: ColumnType = { type: 'integer' };
const COUNT: ColumnType = { type: 'integer', constraints: { minimum: 0 } };
const degrees = (limit: number): ColumnType => ({
  type: 'number',
  constraints: { minimum: -limit, maximum: limit },
});

/** The type of each column of the ledger's tables; a name means the same in all of them. */
const LEDGER_COLUMNS: Readonly<Record<string, ColumnType>> = {
  reporting_date: DATE,
  update: COUNT,
  school_id: TEXT,
  new_cases: WHOLE,
  total_cases: WHOLE,
  detected_at: INSTANT,
  schools_changed: COUNT,
  restarts: COUNT,
  source_sha256: { type: 'string', constraints: { pattern: '[0-9a-f]{64}' } },
  first_read_at: INSTANT,
  district_total: COUNT,
  name: TEXT,
  latitude: degrees(90),
  longitude: degrees(180),
  enrollment: COUNT,
  vaccinated_one_dose: COUNT,
  vaccinated_complete: COUNT,
  baseline_cases: WHOLE,
  aliases: TEXT,
  renamed_at: INSTANT,
  old_name: TEXT,
  new_name: TEXT,
  noticed_at: INSTANT,
  kind: { type: 'string', constraints: { enum: NOTICE_KINDS } },
  text: TEXT,
};

/** Columns of the ledger's tables that may be blank, by the file; all others are always filled. */
const MAY_BE_BLANK: Readonly<Record<string, readonly string[]>> = {
  'schools.csv': [
    'latitude',
    'longitude',
    'enrollment',
    'vaccinated_one_dose',
    'vaccinated_complete',
    'baseline_cases',
    'aliases',
  ],
  'days.csv': ['first_read_at', 'district_total'],
  'notices.csv': ['reporting_date', 'school_id', 'text'],
};

/** A column that says which line of another table a line belongs to. */
export type Relation = readonly [column: string, table: string];

/** The relations of a table, by the file; the column has the same name in both tables. */
const BELONGS_TO: Readonly<Record<string, readonly Relation[]>> = {
  'cases.csv': [
    ['reporting_date', 'days'],
    ['school_id', 'schools'],
  ],
  'updates.csv': [['reporting_date', 'days']],
  'renames.csv': [['school_id', 'schools']],
  'notices.csv': [['school_id', 'schools']],
};

const COMPACT_DATE: ColumnType = { type: 'date', format: '%Y%m%d' };
const MEAN: ColumnType = { type: 'number' };

/** The type of each column of the original tracker's tables that has a name of its own. */
const ORIGINAL_COLUMNS: Readonly<Record<string, ColumnType>> = {
  School: TEXT,
  Latitude: degrees(90),
  Longitude: degrees(180),
  CPS_School_ID: TEXT,
  date: COMPACT_DATE,
  '7DayAvg': MEAN,
  '14DayAvg': MEAN,
};

/**
 * @param column of a table of the ledger
 * @throws RangeError for a column that has no type here, which a test rules out
 */
export function typeOfColumn(column: string): ColumnType {
  const type = LEDGER_COLUMNS[column];
  if (!type) throw new RangeError(`the column ${column} has no type`);
  return type;
}

/** Whether a column of a table of the ledger may be blank. @param file such as `days.csv` */
export function mayBeBlank(file: string, column: string): boolean {
  return MAY_BE_BLANK[file]?.includes(column) ?? false;
}

/** To which tables the lines of a table of the ledger belong. @param file such as `cases.csv` */
export function relationsOf(file: string): readonly Relation[] {
  return BELONGS_TO[file] ?? [];
}

/** The type of a column of the original's tables; those of days and sums hold whole numbers. */
export function typeOfOriginalColumn(column: string): ColumnType {
  return ORIGINAL_COLUMNS[column] ?? WHOLE;
}
