/**
 * Exit codes of every command. 1 is a bug in this program; 2 to 4 are refusals whose cause a person
 * can fix.
 */
export const EXIT = { done: 0, defect: 1, usage: 2, source: 3, held: 4 } as const;

/** The exit codes that a `Refusal` can carry: everything but success and a bug. */
export type RefusalExit = typeof EXIT.usage | typeof EXIT.source | typeof EXIT.held;

/**
 * Where a refusal's cause is, and any other figures that help to find it. Annotations and reports
 * print them; secrets do not belong here.
 */
export interface RefusalFacts {
  readonly file?: string | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly [fact: string]: string | number | boolean | undefined;
}

/**
 * The one error class for causes that a person can fix. It is thrown deep inside and printed once,
 * at the entry point.
 *
 * `code` identifies the cause for programs (the alarm keys on it), `message` says what was wrong and
 * where, `advice` says what to do about it.
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

/** Creates a refusal of arguments, settings or ledger: exit 2. The caller throws it. */
export function refuseUsage(code: string, message: string, advice: string, facts?: RefusalFacts) {
  return new Refusal(EXIT.usage, code, message, facts ? { advice, facts } : { advice });
}

/** Creates a refusal of what the source sent: exit 3, nothing was written. The caller throws it. */
export function refuseSource(code: string, message: string, advice: string, facts?: RefusalFacts) {
  return new Refusal(EXIT.source, code, message, facts ? { advice, facts } : { advice });
}
