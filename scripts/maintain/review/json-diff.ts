/** A value in which two JSON texts differ. */
export interface ChangedValue {
  /** Its path: `map.bounds.south`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Every leaf that differs; `none` stands for a leaf that one side lacks. An absent text has no
 * leaves.
 */
export function jsonDiff(
  before: string | undefined,
  after: string | undefined,
): readonly ChangedValue[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((name) => old.get(name) !== fresh.get(name))
    .map((name) => ({ name, before: old.get(name) ?? 'none', after: fresh.get(name) ?? 'none' }));
}

function leavesOf(text: string | undefined): ReadonlyMap<string, string> {
  return text === undefined ? new Map() : new Map(leaves(JSON.parse(text), ''));
}

function leaves(value: unknown, path: string): readonly [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
