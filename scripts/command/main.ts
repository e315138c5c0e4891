import { EXIT, Refusal } from '../domain/refusal.ts';
import { type Instant, instantFromMilliseconds } from '../domain/time.ts';
import { type Arguments, type CommandSpec, helpText, parseOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

/** What a command's steps are given: arguments, the clock, a voice, and a frame for each step. */
export interface Run {
  readonly args: Arguments;
  readonly report: Reporter;
  readonly env: NodeJS.ProcessEnv;
  /** The machine's clock, now. */
  clock(): Instant;
  /** Runs one named step and remembers how long it took. */
  step<T>(title: string, action: () => T | Promise<T>): Promise<T>;
  /** Steps so far with their milliseconds, in order. */
  readonly timings: readonly { readonly title: string; readonly milliseconds: number }[];
}

/**
 * The frame of every entry point: parses, runs, tells what went wrong once, sets the exit code.
 *
 * @param action the command; resolves to an exit code, or to nothing for 0
 */
export async function main(
  spec: CommandSpec,
  action: (run: Run) => Promise<number | undefined>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const report = await createReporter(process.env, (text) => process.stdout.write(text));
  process.exitCode = await outcome(spec, action, argv, report);
}

async function outcome(
  spec: CommandSpec,
  action: (run: Run) => Promise<number | undefined>,
  argv: readonly string[],
  report: Reporter,
): Promise<number> {
  try {
    const args = parseOptions(spec, argv);
    if (args.help) {
      report.say(helpText(spec));
      return EXIT.done;
    }
    return (await action(createRun(args, report))) ?? EXIT.done;
  } catch (error) {
    if (error instanceof Refusal) {
      report.refusal(error);
      await report.output('refusal', error.code);
      return error.exit;
    }
    report.defect(error);
    return EXIT.defect;
  }
}

function createRun(args: Arguments, report: Reporter): Run {
  const timings: { title: string; milliseconds: number }[] = [];
  return {
    args,
    report,
    env: process.env,
    clock: () => instantFromMilliseconds(Date.now()),
    step: async (title, action) => {
      const started = performance.now();
      try {
        return await action();
      } finally {
        timings.push({ title, milliseconds: performance.now() - started });
      }
    },
    timings,
  };
}
