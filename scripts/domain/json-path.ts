/**
 * Where the rows of a JSON document are: names separated by dots, `[*]` for every entry of an
 * array, `[0]` for one of them, `*` for every value of an object.
 */
export type JsonPath = readonly JsonStep[];

/** One step of a path, from a value to those inside it. */
export type JsonStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'entries' }
  | { readonly kind: 'values' };

const STEP = /(?:^|(?!^)\.)(\*|[^.[\]*"]+)|\[(\*|\d{1,9}|"[^"]+")\]/y;

/**
 * @param text such as `features[*].attributes`, `result.records`, `counties.*`, `a["b.c"]`
 * @returns the steps, or undefined if the text is no path
 */
export function parseJsonPath(text: string): JsonPath | undefined {
  const steps: JsonStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) return undefined;
    const [, name, bracket] = match;
    if (name !== undefined) steps.push(name === '*' ? { kind: 'values' } : keyStep(name));
    else if (bracket === '*') steps.push({ kind: 'entries' });
    else if (bracket?.startsWith('"')) steps.push(keyStep(bracket.slice(1, -1)));
    else steps.push({ kind: 'entry', index: Number(bracket) });
  }
  return steps.length > 0 ? steps : undefined;
}

function keyStep(key: string): JsonStep {
  return { kind: 'key', key: key.trim() };
}

/** The path as the settings spell it. */
export function jsonPathText(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (step.kind === 'entries') return '[*]';
      if (step.kind === 'entry') return `[${step.index}]`;
      const name = step.kind === 'values' ? '*' : step.key;
      if (/[.[\]*"]/.test(name) && step.kind === 'key') return `["${name}"]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
