import {
  countOrBlank,
  dateOf,
  degreesOrBlank,
  instantOf,
  type Place,
  refuseCell,
  schoolIdOf,
  shaOf,
  textOf,
  wholeNumber,
  wholeNumberOrBlank,
  wordOf,
} from './cells.ts';
import type { CsvFile } from './csv-file.ts';
import {
  type CaseLine,
  type DayLine,
  NOTICE_KINDS,
  type NoticeLine,
  POST_STATES,
  type PostLine,
  type RenameLine,
  type School,
  type UpdateLine,
} from './model.ts';

/** `schools.csv`: the registry, one line per school, sorted by id. */
export const schoolsFile: CsvFile<School> = file(
  'schools.csv',
  'school_id,name,latitude,longitude,enrollment,vaccinated_one_dose,vaccinated_complete,baseline_cases,aliases',
  (cell) => ({
    id: cell(0, schoolIdOf),
    name: cell(1, textOf),
    latitude: cell(2, (text, place) => degreesOrBlank(text, place, 90)),
    longitude: cell(3, (text, place) => degreesOrBlank(text, place, 180)),
    enrollment: cell(4, countOrBlank),
    vaccinatedOneDose: cell(5, countOrBlank),
    vaccinatedComplete: cell(6, countOrBlank),
    baselineCases: cell(7, wholeNumberOrBlank),
    aliases: cell<readonly string[]>(8, (text) => (text === '' ? [] : text.split(';'))),
  }),
  (school) => [
    school.id,
    school.name,
    school.latitude,
    school.longitude,
    school.enrollment,
    school.vaccinatedOneDose,
    school.vaccinatedComplete,
    school.baselineCases,
    school.aliases.join(';'),
  ],
);

/** `cases.csv`: what each update changed, one line per changed school. */
export const casesFile: CsvFile<CaseLine> = file(
  'cases.csv',
  'reporting_date,update,school_id,new_cases,total_cases',
  (cell) => ({
    date: cell(0, dateOf),
    update: cell(1, wholeNumber),
    schoolId: cell(2, schoolIdOf),
    newCases: cell(3, wholeNumber),
    totalCases: cell(4, wholeNumber),
  }),
  (line) => [line.date, line.update, line.schoolId, line.newCases, line.totalCases],
);

/** `updates.csv`: one line per update that changed a count. */
export const updatesFile: CsvFile<UpdateLine> = file(
  'updates.csv',
  'reporting_date,update,detected_at,new_cases,schools_changed,restarts,source_sha256',
  (cell) => ({
    date: cell(0, dateOf),
    update: cell(1, wholeNumber),
    detectedAt: cell(2, instantOf),
    newCases: cell(3, wholeNumber),
    schoolsChanged: cell(4, wholeNumber),
    restarts: cell(5, wholeNumber),
    sourceSha256: cell(6, shaOf),
  }),
  (line) => [
    line.date,
    line.update,
    line.detectedAt,
    line.newCases,
    line.schoolsChanged,
    line.restarts,
    line.sourceSha256,
  ],
);

/** `days.csv`: one line per reporting date on which the source was read, or that was imported. */
export const daysFile: CsvFile<DayLine> = file(
  'days.csv',
  'reporting_date,first_read_at,new_cases,total_cases,schools_changed,district_total',
  (cell) => ({
    date: cell(0, dateOf),
    firstReadAt: cell(1, (text, place) => (text === '' ? null : instantOf(text, place))),
    newCases: cell(2, wholeNumber),
    totalCases: cell(3, wholeNumber),
    schoolsChanged: cell(4, wholeNumber),
    districtTotal: cell(5, countOrBlank),
  }),
  (day) => [
    day.date,
    day.firstReadAt,
    day.newCases,
    day.totalCases,
    day.schoolsChanged,
    day.districtTotal,
  ],
);

/** `renames.csv`: one line for every time a school's label changed in the source. */
export const renamesFile: CsvFile<RenameLine> = file(
  'renames.csv',
  'renamed_at,school_id,old_name,new_name',
  (cell) => ({
    renamedAt: cell(0, instantOf),
    schoolId: cell(1, schoolIdOf),
    oldName: cell(2, textOf),
    newName: cell(3, textOf),
  }),
  (line) => [line.renamedAt, line.schoolId, line.oldName, line.newName],
);

/** `notices.csv`: what readers should know about the record, such as restarts and corrections. */
export const noticesFile: CsvFile<NoticeLine> = file(
  'notices.csv',
  'noticed_at,kind,reporting_date,school_id,text',
  (cell) => ({
    noticedAt: cell(0, instantOf),
    kind: cell(
      1,
      (text, place) =>
        NOTICE_KINDS.find((kind) => kind === text) ??
        refuseCell(place, text, `one of ${NOTICE_KINDS.join(', ')}`),
    ),
    date: cell(2, (text, place) => (text === '' ? null : dateOf(text, place))),
    schoolId: cell(3, (text, place) => (text === '' ? null : schoolIdOf(text, place))),
    text: cell(4, (text) => text || null),
  }),
  (line) => [line.noticedAt, line.kind, line.date, line.schoolId, line.text],
);

/** `posts.csv`: what was posted to the channels, so that nothing is posted twice. */
export const postsFile: CsvFile<PostLine> = file(
  'posts.csv',
  'recorded_at,channel,state,language,reporting_date,update,detail',
  (cell) => ({
    recordedAt: cell(0, instantOf),
    channel: cell(1, wordOf),
    state: cell(
      2,
      (text, place) =>
        POST_STATES.find((state) => state === text) ??
        refuseCell(place, text, `one of ${POST_STATES.join(', ')}`),
    ),
    language: cell(3, (text, place) => (text === '' ? null : wordOf(text, place))),
    date: cell(4, (text, place) => (text === '' ? null : dateOf(text, place))),
    update: cell(5, wholeNumberOrBlank),
    detail: cell(6, (text) => text || null),
  }),
  (line) => [
    line.recordedAt,
    line.channel,
    line.state,
    line.language,
    line.date,
    line.update,
    line.detail,
  ],
);

/**
 * Reads the cell of a column, counted from 0; `read` gets its place for the message if it fails.
 */
type Cell = <T>(column: number, read: (text: string, place: Place) => T) => T;

/**
 * Describes a file. A single `Place` object is reused for all of its cells: there are hundreds of
 * thousands, and the place is only looked at when a cell is refused.
 */
function file<Line>(
  name: string,
  header: string,
  readLine: (cell: Cell) => Line,
  write: CsvFile<Line>['write'],
): CsvFile<Line> {
  const columns = header.split(',');
  let row: readonly string[] = [];
  const place = { file: name, line: 0, column: '' };
  const cell: Cell = (column, read) => {
    place.column = columns[column] ?? '';
    return read(row[column] ?? '', place);
  };
  const read = (cells: readonly string[], line: number) => {
    row = cells;
    place.line = line;
    return readLine(cell);
  };
  return { name, columns, write, read };
}
