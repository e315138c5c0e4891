import type { Instant } from '../../domain/time.ts';
import type { Ledger } from '../model.ts';

export interface Bounds {
  /** Nothing in the ledger lies later. */
  readonly notAfter: Instant;
  /** IANA name. */
  readonly timeZone: string;
}

/** The first place where a ledger breaks a rule. */
export interface Breach {
  readonly file: string;
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly column?: string;
  readonly value: string;
  /** What was found against what was expected, in a sentence without a full stop. */
  readonly text: string;
}

export interface Invariant {
  readonly name: string;
  /** The rule, as the documentation prints it. */
  readonly description: string;
  readonly check: (ledger: Ledger, bounds: Bounds) => Breach | undefined;
}

/** The line of the n-th entry (from 0) of a file with a header. */
export function lineOf(index: number): number {
  return index + 2;
}
