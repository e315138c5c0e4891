import type { Refusal } from '../domain/refusal.ts';
import { cleanName } from '../domain/school-name.ts';

/** Where the names of shapes stand. */
export interface NameRules {
  /** The property that holds them. */
  readonly key: string;
  /** Better names, by the name as it is published. */
  readonly better: Readonly<Record<string, string>>;
}

/** Longer ones would fit nowhere. */
const LONGEST = 80;

/**
 * The names of features, in their order. Names that are published in capitals throughout get capitals
 * at the beginning of each word.
 *
 * @param properties of each feature
 * @throws Refusal of `refuse`, for a feature without a name, or with another's
 */
export function namesOf(
  properties: readonly Readonly<Record<string, unknown>>[],
  { key, better }: NameRules,
  refuse: (what: string) => Refusal,
): readonly string[] {
  const published = properties.map((own, index) => publishedName(own, key, index + 1, refuse));
  const shouts = published.every((name) => name === name.toUpperCase());
  const names = published.map((name) => {
    if (Object.hasOwn(better, name)) return better[name] ?? name;
    return shouts ? inWords(name) : name;
  });
  names.forEach((name, index) => {
    const first = names.indexOf(name);
    if (first === index) return;
    throw refuse(`has the name "${name}" twice, in features ${first + 1} and ${index + 1}`);
  });
  return names;
}

function publishedName(
  own: Readonly<Record<string, unknown>>,
  key: string,
  feature: number,
  refuse: (what: string) => Refusal,
): string {
  if (!Object.hasOwn(own, key)) {
    const there = Object.keys(own)
      .slice(0, 30)
      .map((name) => `"${name.slice(0, 60)}"`);
    const has = there.length > 0 ? `it has ${there.join(', ')}` : 'it has no properties';
    throw refuse(`has no property "${key}" in feature ${feature}; ${has}`);
  }
  const value = own[key];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const { name } = cleanName(text);
  if (name === '') throw refuse(`has a blank "${key}" in feature ${feature}`);
  if (name.length <= LONGEST) return name;
  throw refuse(`has a name of ${name.length} letters under "${key}" in feature ${feature}`);
}

/** `MCKINLEY PARK` → `McKinley Park`, `O'HARE` → `O'Hare`. */
function inWords(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(?<![\p{L}\p{N}'’])(mc|[od]['’])?(\p{L})/gu,
      (_, prefix: string = '', letter: string) =>
        prefix.charAt(0).toUpperCase() + prefix.slice(1) + letter.toUpperCase(),
    );
}
