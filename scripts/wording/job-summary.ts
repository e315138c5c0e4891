import type { Run } from '../command/main.ts';
import { seconds } from './figures.ts';

/**
 * The Markdown of a job summary. Text from the sheet stands in a fence that it cannot end, so
 * nothing of it is Markdown.
 *
 * @param told what a person reads on the terminal
 * @param sentence one of our own, below it
 */
export function jobSummary(told: string, sentence: string, timings: Run['timings']): string {
  const runs = [...told.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  const steps = timings.map(
    ({ title, milliseconds }) => `| ${title} | ${seconds(milliseconds)} s |`,
  );
  return `${fence}text\n${told}\n${fence}\n\n${sentence}\n\n| step | time |\n| --- | --- |\n${steps.join('\n')}\n`;
}

/** The steps of a run with their times, a line each, for a terminal. */
export function stepTimes(timings: Run['timings']): string {
  return timings
    .map(({ title, milliseconds }) => `  ${title}: ${seconds(milliseconds)} s`)
    .join('\n');
}
