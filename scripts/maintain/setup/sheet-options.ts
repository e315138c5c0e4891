import type { SheetChoices } from './sheet-choices.ts';

/** An option for each choice; how a person would repeat a reading, and how a refusal names it. */
export const SHEET_OPTIONS = {
  rows: 'rows',
  path: 'path',
  id: 'id-column',
  name: 'name-column',
  countColumns: 'count-column',
  date: 'date-column',
  counts: 'counts',
  totalRow: 'total-row',
  zero: 'zero',
  unknown: 'unknown',
  ignore: 'ignore',
} as const satisfies Readonly<Record<keyof SheetChoices, string>>;

/** Given for an option whose column, or total row, the sheet does not have. */
export const NONE = 'none';

/** The choices as options by name, each `--name value` as a shell takes it. */
export function optionsFor(choices: SheetChoices): ReadonlyMap<string, string> {
  const { rows, path, id, name, countColumns, date, counts, totalRow, zero, unknown } = choices;
  const isNoTotal = totalRow?.length === 0;
  const given: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    [SHEET_OPTIONS.rows, [rows]],
    [SHEET_OPTIONS.path, [path]],
    [SHEET_OPTIONS.id, [id]],
    [SHEET_OPTIONS.name, name === null ? [null] : (name ?? [])],
    [SHEET_OPTIONS.countColumns, [countColumns].flat()],
    [SHEET_OPTIONS.date, [date]],
    [SHEET_OPTIONS.counts, [counts]],
    [SHEET_OPTIONS.totalRow, isNoTotal ? [null] : (totalRow ?? [])],
    [SHEET_OPTIONS.zero, zero ?? []],
    [SHEET_OPTIONS.unknown, unknown ?? []],
    [SHEET_OPTIONS.ignore, choices.ignore ?? []],
  ];
  return new Map(
    given.flatMap(([option, values]) => {
      const words = values.flatMap((value) => (value === null ? NONE : (value ?? [])));
      const text = words.map((word) => `--${option} ${quoted(word)}`).join(' ');
      return text === '' ? [] : [[option, text] as const];
    }),
  );
}

/** Settings that the source layer names in its refusals, with the options that set them here. */
const SETTINGS: readonly (readonly [setting: string, option: string])[] = [
  ['"source.rows"', SHEET_OPTIONS.rows],
  ['"source.columns.id"', SHEET_OPTIONS.id],
  ['"source.columns.name"', SHEET_OPTIONS.name],
  ['"source.columns.counts"', SHEET_OPTIONS.countColumns],
  ['"source.columns.date"', SHEET_OPTIONS.date],
  ['"source.counts"', SHEET_OPTIONS.counts],
  ['"source.path"', SHEET_OPTIONS.path],
  ['"source.totalRow"', SHEET_OPTIONS.totalRow],
  ['"ignore"', SHEET_OPTIONS.ignore],
];

/** A refusal's words with the option beside each setting that they name. */
export function namingOptions(message: string): string {
  return SETTINGS.reduce(
    (text, [setting, option]) => text.replaceAll(setting, `${setting} (--${option})`),
    message,
  );
}

function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
