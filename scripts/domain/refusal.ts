/**
 * Exit codes of every command. 1 is our defect; 2 to 4 are refusals that a person can mend.
 */
export const EXIT = { done: 0, defect: 1, usage: 2, source: 3, held: 4 } as const;

export type RefusalExit = typeof EXIT.usage | typeof EXIT.source | typeof EXIT.held;

export interface RefusalFacts {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly [fact: string]: string | number | boolean | undefined;
}

/**
 * The one error for what a person can mend. Thrown deep, printed once, at the entry point.
 *
 * `code` names the cause for machines (the alarm keys on it), `message` says what was wrong and
 * where, `advice` what to do about it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly exit: RefusalExit;
  readonly advice: string;
  readonly facts: RefusalFacts;

  constructor(
    exit: RefusalExit,
    code: string,
    message: string,
    options: { advice: string; facts?: RefusalFacts; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.exit = exit;
    this.advice = options.advice;
    this.facts = options.facts ?? {};
  }
}

/** A refusal of arguments, settings or ledger: exit 2. */
export function refuseUsage(code: string, message: string, advice: string, facts?: RefusalFacts) {
  return new Refusal(EXIT.usage, code, message, facts ? { advice, facts } : { advice });
}

/** A refusal of what the source said: exit 3, nothing was written. */
export function refuseSource(code: string, message: string, advice: string, facts?: RefusalFacts) {
  return new Refusal(EXIT.source, code, message, facts ? { advice, facts } : { advice });
}
