import type { Instant } from '../../domain/time.ts';
import type { Ledger } from '../model.ts';

/** What a ledger's dates and instants are checked against. */
export interface Bounds {
  /** The latest instant allowed in the ledger. */
  readonly notAfter: Instant;
  /** IANA name of the district's time zone. */
  readonly timeZone: string;
}

/** The first place where a ledger breaks a rule. */
export interface Breach {
  readonly file: string;
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly column?: string;
  readonly value: string;
  /** What was found and what was expected: a sentence without a full stop. */
  readonly text: string;
}

/** A rule that every ledger must satisfy. */
export interface Invariant {
  /** Part of the refusal's code, `ledger-<name>`. */
  readonly name: string;
  /** The rule, as the documentation prints it. */
  readonly description: string;
  /** Returns the first breach; undefined if the rule holds. */
  readonly check: (ledger: Ledger, bounds: Bounds) => Breach | undefined;
}

/** The line number of an entry (counted from 0) in a file with a header line. */
export function lineOf(index: number): number {
  return index + 2;
}
