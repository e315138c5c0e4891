import { normalizeName } from '../domain/school-name.ts';

/** The rows of one place in a list of cases. */
export interface CasesOfPlace {
  /** Its id as written; its name where places are known by name. */
  readonly text: string;
  rows: number;
  firstLine: number;
  lastLine: number;
  /** The name on its last row, as written: its label. */
  lastName: string;
  /** Two of its names that differ after normalising; undefined: it has only one. */
  names: readonly [string, string] | undefined;
}

/** Adds a row to its place; a name that differs from the one before is remembered. */
export function addCase(
  places: Map<string, CasesOfPlace>,
  key: string,
  { text, name, line }: { readonly text: string; readonly name: string; readonly line: number },
): void {
  const place = places.get(key);
  if (!place) {
    places.set(key, {
      text,
      rows: 1,
      firstLine: line,
      lastLine: line,
      lastName: name,
      names: undefined,
    });
    return;
  }
  place.rows += 1;
  place.lastLine = line;
  if (name === '' || name === place.lastName) return;
  const isOther = place.lastName !== '' && normalizeName(name) !== normalizeName(place.lastName);
  if (isOther) place.names ??= [place.lastName, name];
  place.lastName = name;
}
