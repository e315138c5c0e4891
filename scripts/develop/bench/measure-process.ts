import { spawn } from 'node:child_process';

export interface Measured {
  /** Seconds from start to end of the whole process. */
  readonly seconds: number;
  /** Peak of its resident memory, in megabytes. */
  readonly megabytes: number;
}

/** Told by the child itself as it ends: the kernel's own account of its peak. */
const TELL = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS))',
)}`;

/**
 * Runs node with these arguments as a whole process, several times.
 *
 * @param before called before each run, outside the measured time
 * @returns the median of each figure, and those of the first run, which does not count
 * @throws Error when a run does not end with exit code 0
 */
export async function measureProcess(
  args: readonly string[],
  runs: number,
  before: () => Promise<void> = async () => undefined,
): Promise<Measured & { readonly first: Measured }> {
  const measured: Measured[] = [];
  let first: Measured = { seconds: Number.NaN, megabytes: Number.NaN };
  for (let run = 0; run <= runs; run += 1) {
    await before();
    const figures = await once(args);
    // The first run warms the disk's cache and does not count.
    if (run > 0) measured.push(figures);
    else first = figures;
  }
  return {
    first,
    seconds: median(measured.map(({ seconds }) => seconds)),
    megabytes: median(measured.map(({ megabytes }) => megabytes)),
  };
}

function once(args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', TELL, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, GITHUB_ACTIONS: '' },
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      const peak = Number(/peak (\d+)/.exec(said)?.[1]);
      if (code === 0) resolve({ seconds, megabytes: peak / 1024 });
      else fail(new Error(`node ${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
