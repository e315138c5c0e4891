/** One option of a command. */
export interface OptionSpec {
  /** What the value is called in the help, e.g. `DIR`; absent for a switch. */
  readonly value?: string;
  /** The value may be left out: `--accept` alone gives an empty text. */
  readonly optionalValue?: boolean;
  /** May be given several times; `texts` reads all of its values. */
  readonly repeatable?: boolean;
  readonly default?: string;
  /** The only values there are, each with what it means; absent: any. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly help: string;
}

/** One command of package.json. */
export interface CommandSpec {
  /** What it does, in one line. */
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Names of the arguments without dashes, separated by spaces, where the command takes any. */
  readonly argument?: string;
  /** Where it is meant to run; shown if it is started where a variable that it needs is missing. */
  readonly place?: string;
}
