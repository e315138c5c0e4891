import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Names such as `github` or `steps`, with plain values below them. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What the status functions answer where an expression stands. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const STATUS_FUNCTION = /\b(success|failure|cancelled|always)\s*\(/;
const WRAPPED = /^\s*\$\{\{(.*)\}\}\s*$/s;

/** One expression, without its `${{ }}`, evaluated by GitHub's own evaluator. */
export function evaluate(expression: string, contexts: Contexts, status: Status): unknown {
  const answers = { ...status, always: true };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  const byName = new Map(functions.map((each) => [each.name, each]));
  return JSON.parse(JSON.stringify(new Evaluator(parsed, known, byName).evaluate(), data.replacer));
}

/**
 * Whether an `if:` holds. `success()` is implied unless one of the status functions is called.
 *
 * @param condition as the YAML has it; absent is true
 */
export function holds(
  condition: string | boolean | undefined,
  contexts: Contexts,
  status: Status,
): boolean {
  const text = String(condition ?? '');
  const bare = WRAPPED.exec(text)?.[1] ?? text;
  if (!STATUS_FUNCTION.test(bare) && !status.success) return false;
  return bare.trim() === '' || isTrue(evaluate(bare, contexts, status));
}

/** A text with every `${{ }}` in it replaced. */
export function interpolate(text: unknown, contexts: Contexts, status: Status): string {
  return String(text ?? '').replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    asText(evaluate(expression, contexts, status)),
  );
}

export function interpolateAll(
  values: Readonly<Record<string, unknown>> | undefined,
  contexts: Contexts,
  status: Status,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, text]) => [name, interpolate(text, contexts, status)]),
  );
}

const isTrue = (value: unknown) => Boolean(value);

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
