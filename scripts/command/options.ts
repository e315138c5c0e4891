import { parseArgs } from 'node:util';
import { refuseUsage } from '../domain/refusal.ts';

/** One option of a command; the table of them is parsed, printed by `--help` and shown in README. */
export interface OptionSpec {
  /** What the value is called in the help, e.g. `DIR`; absent for a switch. */
  readonly value?: string;
  /** The value may be left out: `--accept` alone reads as an empty text. */
  readonly optionalValue?: boolean;
  readonly default?: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  /** One line: what it does. */
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Name of the one argument without dashes, where the command takes it. */
  readonly argument?: string;
}

export interface Arguments {
  /** The option's text, or undefined when it was not given and has no default. */
  text(option: string): string | undefined;
  /** As `text`, for options with a default. */
  required(option: string): string;
  given(option: string): boolean;
  readonly argument: string | undefined;
  readonly help: boolean;
}

/**
 * @param argv the words after the script's name
 * @returns what was asked for
 * @throws Refusal (exit 2) for an unknown option, a missing value or a stray word
 */
export function parseOptions(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries({ ...spec.options, help: { help: '' } }).map(([name, option]) => [
      name,
      { type: 'value' in option && option.value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const parsed = parse(spec, joinOptionalValues(spec, argv), options);
  const [argument, stray] = parsed.positionals;
  const extra = spec.argument === undefined ? argument : stray;
  if (extra !== undefined) {
    throw refuseUsage(
      'stray-argument',
      `${spec.name}: "${extra}" is one word too many`,
      help(spec),
    );
  }
  const text = (name: string) => {
    const value = parsed.values[name];
    return typeof value === 'string' ? value : spec.options[name]?.default;
  };
  return {
    text,
    required: (name) => text(name) ?? '',
    given: (name) => parsed.values[name] !== undefined,
    argument,
    help: parsed.values.help === true,
  };
}

/** The text of `--help`. */
export function helpText(spec: CommandSpec): string {
  const usage = spec.argument === undefined ? '' : ` ${spec.argument}`;
  const rows = Object.entries(spec.options).map(([name, option]) => {
    const preset = option.default === undefined ? '' : ` (default: ${option.default})`;
    return [optionUsage(name, option), `${option.help}${preset}`] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length), '--help'.length);
  const lines = [...rows, ['--help', 'Show this'] as const].map(
    ([left, right]) => `  ${left.padEnd(width)}  ${right}`,
  );
  return `npm run ${spec.name} --${usage} [options]\n${spec.summary}\n\n${lines.join('\n')}\n`;
}

/** `--accept [DIGEST]`, as help and README write it. */
export function optionUsage(name: string, option: OptionSpec): string {
  if (!option.value) return `--${name}`;
  return `--${name} ${option.optionalValue ? `[${option.value}]` : option.value}`;
}

function parse(
  spec: CommandSpec,
  args: string[],
  options: Record<string, { type: 'string' | 'boolean' }>,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuseUsage('usage', `${spec.name}: ${message}`, help(spec));
  }
}

/** parseArgs knows no optional values, so `--accept X` becomes `--accept=X` and `--accept` `--accept=`. */
function joinOptionalValues(spec: CommandSpec, argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word.startsWith('--') && spec.options[word.slice(2)]?.optionalValue) {
      const next = argv[index + 1];
      const hasValue = next !== undefined && !next.startsWith('-');
      joined.push(hasValue ? `${word}=${next}` : `${word}=`);
      if (hasValue) index += 1;
    } else {
      joined.push(word);
    }
  }
  return joined;
}

function help(spec: CommandSpec): string {
  return `\`npm run ${spec.name} -- --help\` lists what it understands.`;
}
