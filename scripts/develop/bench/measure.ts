import { spawn } from 'node:child_process';

/** What is started and measured as a whole process, from its start to its end. */
export interface MeasuredCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Over this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Done before each run, outside the measured time. */
  readonly before?: () => Promise<void>;
}

export interface Measured {
  /** Median of the runs that count, from start to end of the process. */
  readonly seconds: number;
  /** The first run, which fills the disk's cache and does not count. */
  readonly firstSeconds: number;
  /** Peak of its resident memory in the first run, of its largest Node process; NaN where it has none. */
  readonly megabytes: number;
}

/** Each Node process of a command says as it ends what the kernel counted as its peak. */
const SAY_PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + "\\n"))',
)}`;

/**
 * Runs commands in turns, so that what else the machine does weighs on all of them alike.
 *
 * @param runs counted runs of each
 * @returns the figures of each, under its name
 * @throws Error when a run does not end with exit code 0
 */
export async function measureInTurns<Name extends string>(
  commands: Readonly<Record<Name, MeasuredCommand>>,
  runs: number,
): Promise<Readonly<Record<Name, Measured>>> {
  const names = Object.keys(commands) as Name[];
  const first = new Map<Name, Run>();
  const seconds = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) first.set(name, await once(commands[name], true));
  for (let turn = 0; turn < runs; turn += 1) {
    for (const name of names) {
      seconds.get(name)?.push((await once(commands[name], false)).seconds);
    }
  }
  const figures = names.map((name) => [
    name,
    {
      seconds: median(seconds.get(name) ?? []),
      firstSeconds: first.get(name)?.seconds ?? Number.NaN,
      megabytes: first.get(name)?.megabytes ?? Number.NaN,
    },
  ]);
  return Object.fromEntries(figures);
}

/** One command alone. */
export async function measure(command: MeasuredCommand, runs: number): Promise<Measured> {
  return (await measureInTurns({ command }, runs)).command;
}

/** The middle one of some numbers, the upper of two; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

async function once(command: MeasuredCommand, saysPeak: boolean): Promise<Run> {
  const { program, args, env, folder, before } = command;
  await before?.();
  return new Promise((resolve, fail) => {
    const started = performance.now();
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: folder,
      env: {
        ...process.env,
        GITHUB_ACTIONS: '',
        ...env,
        NODE_OPTIONS: saysPeak ? `--import=${SAY_PEAK}` : '',
      },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      const peaks = [...said.matchAll(/^peak (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes));
      const megabytes = peaks.length > 0 ? Math.max(...peaks) / 1024 : Number.NaN;
      if (code === 0) resolve({ seconds, megabytes });
      else fail(new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}
