/**
 * Something worth telling that stops nothing: a skipped row, a renamed school, a location that
 * could not be asked. The reporter turns findings into prose, annotations and the job summary.
 */
export interface Finding {
  readonly level: 'notice' | 'warning' | 'error';
  /** Names the kind of finding for machines, e.g. `row-without-id`. */
  readonly code: string;
  readonly message: string;
  readonly tip?: string | undefined;
  readonly file?: string | undefined;
  /** Line in `file` or in the source's body, counted from 1. */
  readonly line?: number | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
}
