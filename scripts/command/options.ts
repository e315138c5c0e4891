import { parseArgs } from 'node:util';
import { refuseUsage } from '../domain/refusal.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import {
  COMMANDS,
  type CommandName,
  type OptionName,
  type RepeatableName,
  type ValueName,
} from './commands.ts';

/** The parsed arguments of a command. Only options that the command has can be read. */
export interface Arguments<Name extends CommandName = CommandName> {
  /** The option's value; undefined if it was not given and has no default. */
  text(option: ValueName<Name>): string | undefined;
  /** Every value of an option that may be given several times, in order; empty: not given. */
  texts(option: RepeatableName<Name>): readonly string[];
  /** As `text`. @throws Refusal (exit 2) if it was not given and has no default */
  required(option: ValueName<Name>): string;
  /** Whether the option was given. */
  given(option: OptionName<Name>): boolean;
  /** The first argument without dashes. */
  readonly argument: string | undefined;
  /** Every argument without dashes. */
  readonly all: readonly string[];
  readonly help: boolean;
}

/**
 * Parses the command line of a command.
 *
 * @param argv the words after the script's name
 * @throws Refusal (exit 2) for an unknown option, a missing value or a stray word
 */
export function parseOptions<Name extends CommandName>(
  name: Name,
  argv: readonly string[],
): Arguments<Name> {
  const spec: CommandSpec = COMMANDS[name];
  const { values, positionals } = parse(name, argv);
  const [argument] = positionals;
  const extra = positionals[spec.argument?.split(' ').length ?? 0];
  if (extra !== undefined) {
    throw refuseUsage('stray-argument', `${name}: unexpected argument "${extra}"`, hint(name));
  }
  refuseOtherThan(name, spec.options, values);
  const text = (option: string) => {
    const value = valuesOf(values[option]).at(-1);
    return value ?? spec.options[option]?.default;
  };
  return {
    text,
    texts: (option) => valuesOf(values[option]),
    required: (option) => text(option) ?? refuseMissing(name, option),
    given: (option) => values[option] !== undefined,
    argument,
    all: positionals,
    help: values.help === true,
  };
}

/** The text of `--help`. */
export function helpText(name: CommandName): string {
  const { summary, options, argument }: CommandSpec = COMMANDS[name];
  const usage = argument === undefined ? '' : ` ${argument}`;
  const rows = Object.entries(options).flatMap(([option, spec]) => {
    const preset = spec.default === undefined ? '' : ` (default: ${spec.default})`;
    const often = spec.repeatable ? ' (may be given several times)' : '';
    const choices = Object.entries(spec.choices ?? {}).map(
      ([choice, says]) => `  ${choice}: ${says}`,
    );
    return [
      [optionUsage(option, spec), `${spec.help}${preset}${often}`] as const,
      ...choices.map((choice) => ['', choice] as const),
    ];
  });
  const width = Math.max(...rows.map(([left]) => left.length), '--help'.length);
  const lines = [...rows, ['--help', 'Show this'] as const].map(
    ([left, right]) => `  ${left.padEnd(width)}  ${right}`,
  );
  return `npm run ${name} --${usage} [options]\n${summary}\n\n${lines.join('\n')}\n`;
}

/** `--accept [DIGEST]`: an option as the help and the README write it. */
export function optionUsage(name: string, option: OptionSpec): string {
  if (!option.value) return `--${name}`;
  return `--${name} ${option.optionalValue ? `[${option.value}]` : option.value}`;
}

function parse(name: CommandName, argv: readonly string[]) {
  const { options }: CommandSpec = COMMANDS[name];
  const switchOrText = Object.entries({ ...options, help: { help: '' } }).map(
    ([option, spec]): [string, { type: 'string' | 'boolean'; multiple: boolean }] => [
      option,
      {
        type: 'value' in spec && spec.value ? 'string' : 'boolean',
        multiple: 'repeatable' in spec && spec.repeatable === true,
      },
    ],
  );
  try {
    return parseArgs({
      args: joinOptionalValues(options, argv),
      options: Object.fromEntries(switchOrText),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuseUsage('usage', `${name}: ${message}`, hint(name));
  }
}

type Parsed = ReturnType<typeof parse>['values'][string];

function valuesOf(value: Parsed): readonly string[] {
  return [value ?? []].flat().filter((text) => typeof text === 'string');
}

/**
 * parseArgs has no optional values: turns `--accept X` into `--accept=X`, and `--accept` into
 * `--accept=`.
 */
function joinOptionalValues(options: CommandSpec['options'], argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word.startsWith('--') && options[word.slice(2)]?.optionalValue) {
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

/** @throws Refusal (exit 2) if a value is not among its option's choices */
function refuseOtherThan(
  name: CommandName,
  options: CommandSpec['options'],
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [option, { choices }] of Object.entries(options)) {
    const value = values[option];
    if (!choices || typeof value !== 'string' || Object.hasOwn(choices, value)) continue;
    const known = Object.entries(choices).map(([choice, says]) => `${choice} (${says})`);
    const message = `${name}: --${option} is "${value}". There is: ${known.join('; ')}`;
    throw refuseUsage('usage', message, hint(name));
  }
}

function refuseMissing(name: CommandName, option: string): never {
  throw refuseUsage('usage', `${name}: --${option} is missing`, hint(name));
}

function hint(name: CommandName): string {
  return `\`npm run ${name} -- --help\` lists the options.`;
}
