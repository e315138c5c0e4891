import type { Run } from '../command/main.ts';
import { fenced } from '../domain/fenced.ts';
import { seconds } from './figures.ts';

/**
 * The Markdown of a job summary. Text from the sheet is fenced with more backticks than it
 * contains, so none of it is read as Markdown.
 *
 * @param output what was printed on the terminal
 * @param sentence trusted Markdown that follows it
 */
export function jobSummary(output: string, sentence: string, timings: Run['timings']): string {
  const steps = timings.map(
    ({ title, milliseconds }) => `| ${title} | ${seconds(milliseconds)} s |`,
  );
  return `${fenced(output)}\n\n${sentence}\n\n| step | time |\n| --- | --- |\n${steps.join('\n')}\n`;
}

/** The steps of a run with their times, one per line, for a terminal. */
export function stepTimes(timings: Run['timings']): string {
  return timings
    .map(({ title, milliseconds }) => `  ${title}: ${seconds(milliseconds)} s`)
    .join('\n');
}
