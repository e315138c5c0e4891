/**
 * Something worth reporting that does not stop the run: a skipped row, a renamed school, a source
 * of locations that could not be read. The reporter prints findings as prose, as annotations and in
 * the job summary.
 */
export interface Finding {
  readonly level: 'notice' | 'warning' | 'error';
  /** Identifies the kind of finding for programs, e.g. `row-without-id`. */
  readonly code: string;
  readonly message: string;
  readonly tip?: string | undefined;
  readonly file?: string | undefined;
  /** Line in `file` or in the source's body, counted from 1. */
  readonly line?: number | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
}
