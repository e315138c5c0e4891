import { EXIT, Refusal } from '../domain/refusal.ts';
import type { Step } from '../domain/step.ts';
import { type Instant, instantFromMilliseconds } from '../domain/time.ts';
import type { CommandName } from './commands.ts';
import type { Environment } from './environment.ts';
import { type Arguments, helpText, parseOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

/**
 * What a command is given: arguments, the clock, a reporter, and a wrapper that times its steps.
 */
export interface Run<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly args: Arguments<Name>;
  readonly report: Reporter;
  readonly env: Environment;
  /** The machine's clock, now. */
  clock(): Instant;
  readonly step: Step;
  /** The steps so far with their milliseconds, in order. */
  readonly timings: readonly { readonly title: string; readonly milliseconds: number }[];
}

/**
 * Runs an entry point: parses its options, calls its action, reports an error once, and sets the
 * exit code.
 *
 * @param command the command's name in package.json
 * @param action what the command does; resolves to an exit code, or to undefined for 0
 */
export async function main<Name extends CommandName>(
  command: Name,
  action: (run: Run<Name>) => Promise<number | undefined>,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const report = createReporter(process.env, (text) => process.stdout.write(text));
  // An error thrown outside the action, by a stream or a timer, is reported in the same way.
  process.once('uncaughtException', async (error) => {
    report.defect(await describe(command, error));
    await report.end();
    process.stdout.write('', () => process.exit(EXIT.defect));
  });
  process.exitCode = await outcome(command, action, argv, report);
  await report.end();
}

async function outcome<Name extends CommandName>(
  command: Name,
  action: (run: Run<Name>) => Promise<number | undefined>,
  argv: readonly string[],
  report: Reporter,
): Promise<number> {
  try {
    const args = parseOptions(command, argv);
    if (args.help) {
      report.say(helpText(command));
      return EXIT.done;
    }
    return (await action(createRun(command, args, report))) ?? EXIT.done;
  } catch (error) {
    if (error instanceof Refusal) {
      report.refusal(error);
      await report.output('refusal', error.code);
      return error.exit;
    }
    report.defect(await describe(command, error));
    return EXIT.defect;
  }
}

/** Loads what describes a defect only when there is one. */
async function describe(command: CommandName, error: unknown): Promise<string> {
  const { defectText, thisProgram } = await import('./defect.ts');
  const started = { command, env: process.env };
  return defectText(error, started, thisProgram(started));
}

function createRun<Name extends CommandName>(
  command: Name,
  args: Arguments<Name>,
  report: Reporter,
): Run<Name> {
  const timings: { title: string; milliseconds: number }[] = [];
  return {
    command,
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
