import type { Instant } from '../../domain/time.ts';
import type { NodeProgram } from './project-command.ts';

/** What is measured, and how. */
export interface BenchOptions {
  /** The project's folder. */
  readonly project: string;
  /** The Node that runs the bench, then others that were named. */
  readonly nodes: readonly [NodeProgram, ...NodeProgram[]];
  /** Counted runs of each process. */
  readonly runs: number;
  readonly now: Instant;
}

/** What an update must stay under. */
export interface UpdateLimits {
  /** Multiples of importing pandas: with Node's own types, and with tsx. */
  readonly most: { readonly stripping: number; readonly loading: number };
  readonly mostMegabytes?: number;
}

/** A row of the table; an empty cell where nothing is measured. */
export interface Figure {
  readonly what: string;
  readonly time: string;
  /** The time as a multiple of importing pandas. */
  readonly ratio?: string;
  readonly memory: string;
  /** What it must stay under. */
  readonly limit: string;
  readonly isOver?: boolean;
}

/** The head of the table and its rows, as Markdown. */
export function benchTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, time, ratio = '', memory, limit }) => [
    what,
    time,
    ratio,
    memory,
    limit,
  ]);
  return table(['what', 'median time', '× pandas', 'peak memory', 'limit'], rows);
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export function inSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
