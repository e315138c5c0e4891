import { parseSettings } from './load-settings.ts';

/**
 * The changes that the program itself makes to `district.json`; everything else is left to people.
 */
export interface SettingsEdits {
  readonly addGone?: readonly string[];
  readonly removeGone?: readonly string[];
  readonly addIgnore?: readonly string[];
  /** Texts of count cells that mean “not reported” from now on. */
  readonly addUnknownCells?: readonly string[];
  /** Days (YYYY-MM-DD) on which the source's counter restarted. */
  readonly addRestarts?: readonly string[];
  /**
   * The number of rows without an id to treat as usual from now on; null or undefined: unchanged.
   */
  readonly rowsWithoutId?: number | null;
}

/**
 * Edits the text of `district.json`. Keys keep their order, and everything else stays as it is.
 *
 * @returns the new text, as indented JSON
 * @throws Refusal (exit 2) if the text is not valid settings, or would not be after the edit
 */
export function editSettings(text: string, edits: SettingsEdits): string {
  const file: Record<string, unknown> = JSON.parse(text);
  const settings = parseSettings(text);
  const gone = new Set([...settings.gone, ...(edits.addGone ?? [])]);
  for (const id of edits.removeGone ?? []) gone.delete(id);
  setList(file, 'gone', settings.gone, [...gone].sort());
  setList(file, 'ignore', settings.ignore, union(settings.ignore, edits.addIgnore));
  setList(
    file,
    'counterRestarts',
    settings.counterRestarts,
    union(settings.counterRestarts, edits.addRestarts).sort(),
  );
  const { unknown } = settings.source.cells;
  const known = union(unknown, edits.addUnknownCells);
  if (known.length > unknown.length) {
    const source = objectOf(file.source);
    file.source = { ...source, cells: { ...objectOf(source.cells), unknown: known } };
  }
  if (typeof edits.rowsWithoutId === 'number') {
    file.guards = { ...objectOf(file.guards), rowsWithoutId: edits.rowsWithoutId };
  }
  const edited = `${JSON.stringify(file, null, 2)}\n`;
  parseSettings(edited);
  return edited;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' ? { ...value } : {};
}

function setList(
  file: Record<string, unknown>,
  key: string,
  before: readonly string[],
  after: readonly string[],
): void {
  if (before.join('\n') !== after.join('\n')) file[key] = after;
}

function union(before: readonly string[], added: readonly string[] | undefined): string[] {
  return [...new Set([...before, ...(added ?? [])])];
}
